import Checking
import Recurrent
import Reference

let inputsAndTargetsExercise = Exercise<[Int], Example>(
  "01.4", "Inputs and targets", points: 2,
  hints: [
    """
    Write one sequence down, `a a b b EOS`, and below each token the one that the network should say \
    when it has read so far. Which tokens have nothing below them, and which are never above?
    """,
    """
    `inputs` and `targets` have the same length, and both are shorter than `ids` by one. Every target \
    is a token of `ids` itself: nothing has to be made up.
    """,
    """
    With n = `ids.count`: inputs[t] = ids[t] and targets[t] = ids[t + 1] for t = 0 … n − 2.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.4")
    return [
      Challenge("a a b b EOS", [0, 0, 1, 1, 2]),
      Challenge("two tokens", [1, 2]),
      Challenge("one token: nothing to predict", [2]),
      Challenge("no tokens", []),
      Challenge("a sequence that does not end in EOS", [0, 2, 1, 3, 0, 1]),
      Challenge("random, 9 tokens", random.tokens(9, below: 7)),
      Challenge("random, 14 tokens", random.tokens(14, below: 4)),
    ]
  },
  reference: { try example(from: $0) },
  observations: {
    [
      Observation("inputs", claim: "inputs are all tokens but the last", $0.inputs),
      Observation("targets", claim: "targets[t] is the token that follows inputs[t]", $0.targets),
    ]
  },
  misconceptions: [
    wrong(
      "targets that are the inputs", "The network is rewarded for repeating what it has just read.",
      "What does a network learn that repeats what it reads?"
    ) {
      Example(inputs: $0, targets: $0)
    },
    wrong(
      "targets that are the inputs, both cut by one",
      "The lengths are right, but each target is the token that has just been read.",
      "The network reads inputs[0]. Does it have to guess this token or another?"
    ) { Example(inputs: $0.dropLast(), targets: $0.dropLast()) },
    wrong(
      "a shift the wrong way: the past is predicted from the future",
      "The network reads each token and has to name the one before, which it has seen already.",
      "The network reads inputs[0]. Which token of `ids` should it say?"
    ) { Example(inputs: Array($0.dropFirst()), targets: $0.dropLast()) },
    wrong(
      "inputs that keep the last token",
      "There is one input more than there are targets, so the last step has nothing to learn.",
      "What should the network predict when it has read the last token of `ids`?"
    ) { Example(inputs: $0, targets: Array($0.dropFirst())) },
    wrong(
      "a rotation: the first token follows the last",
      "The network learns that the first token follows upon EOS.",
      "Does the sequence go on after its last token?"
    ) { Example(inputs: $0, targets: Array($0.dropFirst()) + Array($0.prefix(1))) },
    wrong(
      "a last target made up from the last token",
      "The network learns that the last token is followed by itself.",
      "Does the sequence go on after its last token?"
    ) { Example(inputs: $0, targets: Array($0.dropFirst()) + Array($0.suffix(1))) },
    wrong(
      "one target for the whole sequence",
      "The network is asked once, at the end, and learns nothing from the other steps.",
      "How many predictions does the network make in T steps?"
    ) { Example(inputs: $0.dropLast(), targets: $0.suffix(1)) },
    wrong(
      "a shift by two", "The network has to name the token after the next.",
      "How many tokens lie between inputs[t] and its target?"
    ) {
      Example(inputs: $0.dropLast(2), targets: Array($0.dropFirst(2)))
    },
    wrong(
      "targets that lack the last token",
      "The network never learns what follows upon the token before the last.",
      "How does the network learn that a sequence ends?"
    ) { Example(inputs: $0.dropLast(2), targets: Array($0.dropFirst().dropLast())) },
    wrong(
      "EOS left out",
      "The network never sees the end of a sequence, and will not stop when it writes.",
      "How does the network learn that a sequence ends?"
    ) {
      let ids = $0.filter { $0 != CountingTask.endOfSequence }
      return Example(inputs: ids.dropLast(), targets: Array(ids.dropFirst()))
    },
    wrong(
      "an EOS made up as the last target", "The network learns that any token may be the last.",
      "Does the sequence go on after its last token?"
    ) {
      Example(inputs: $0, targets: $0.dropFirst() + [CountingTask.endOfSequence])
    },
    wrong(
      "a last target of 0", "The network learns that word 0 follows upon the last token.",
      "Does the sequence go on after its last token?"
    ) {
      Example(inputs: $0, targets: $0.dropFirst() + [0])
    },
    wrong(
      "a start token made up in front", "The network has to guess the first token from nothing.",
      "Which token of `ids` has the network read before it names the first target?"
    ) {
      Example(inputs: [0] + $0.dropLast(), targets: $0)
    },
    wrong(
      "inputs without their first token, too",
      "Each target is the token that has just been read, from the second one on.",
      "Which token of `ids` does the network read first?"
    ) {
      Example(inputs: Array($0.dropFirst()), targets: Array($0.dropFirst()))
    },
    wrong(
      "a rotation the other way: the last token precedes the first",
      "Each target is the token that came before, and the first is followed by the last.",
      "Which token comes after inputs[0]?"
    ) { Example(inputs: $0, targets: $0.suffix(1) + $0.dropLast()) },
    wrong(
      "targets that keep the first token",
      "There is one target more than there are inputs, and each stands one place too late.",
      "Is the first token of `ids` ever to be guessed?"
    ) { Example(inputs: $0.dropLast(), targets: $0) },
    wrong(
      "an EOS made up in front of the inputs",
      "The network has to guess the first token when it has read nothing but EOS.",
      "Which token of `ids` has the network read before it names the first target?"
    ) { Example(inputs: [CountingTask.endOfSequence] + $0.dropLast(), targets: $0) },
    wrong(
      "an unknown token made up in front of the inputs",
      "The network has to guess the first token when it has read nothing but UNK.",
      "Which token of `ids` has the network read before it names the first target?"
    ) { Example(inputs: [CountingTask.unknown] + $0.dropLast(), targets: $0) },
    wrong(
      "an unknown token made up as the last target",
      "The network learns that UNK follows upon the last token.",
      "Does the sequence go on after its last token?"
    ) { Example(inputs: $0, targets: $0.dropFirst() + [CountingTask.unknown]) },
    wrong(
      "a last target of −1", "The last step has a target that no vocabulary has.",
      "Does the sequence go on after its last token?"
    ) { Example(inputs: $0, targets: $0.dropFirst() + [-1]) },
    wrong(
      "pairs that do not overlap",
      "Every other token is an input and the rest are targets, so half of the steps are lost.",
      "Is the target of one step the input of the next?"
    ) { ids in
      let pairs = stride(from: 0, to: ids.count - 1, by: 2)
      return Example(inputs: pairs.map { ids[$0] }, targets: pairs.map { ids[$0 + 1] })
    },
    wrong(
      "a first half that predicts the second",
      "The inputs are the first half of the sequence and the targets the second.",
      "Which token follows upon inputs[0] in `ids`?"
    ) { ids in
      Example(
        inputs: Array(ids.prefix(ids.count / 2)), targets: Array(ids.suffix(ids.count / 2)))
    },
    wrong(
      "inputs without their first token", "The network never reads how the sequence begins.",
      "Which token of `ids` does the network read first?"
    ) { Example(inputs: Array($0.dropLast().dropFirst()), targets: Array($0.dropFirst())) },
    wrong(
      "a first step that is left out",
      "Inputs and targets both lack the pair of the first two tokens.",
      "At which index does your loop begin?"
    ) {
      Example(
        inputs: Array($0.dropLast().dropFirst()), targets: Array($0.dropFirst().dropFirst()))
    },
    wrong(
      "a sequence cut at its first EOS", "All that follows the first EOS is lost.",
      "Which tokens of `ids` are left out?"
    ) { ids in
      let end = ids.firstIndex(of: CountingTask.endOfSequence) ?? ids.count - 1
      let cut = ids.prefix(end + 1)
      return Example(inputs: cut.dropLast(), targets: Array(cut.dropFirst()))
    },
    wrong(
      "targets in reverse order", "The first target is the last token, and so on back.",
      "Which token follows upon inputs[0] in `ids`?"
    ) { Example(inputs: $0.dropLast(), targets: $0.dropFirst().reversed()) },
    wrong(
      "every copy of the last token left out of the inputs",
      "All tokens that are equal to the last one are removed from the inputs, wherever they stand.",
      "How many tokens of `ids` are left out of `inputs`?"
    ) { ids in
      Example(inputs: ids.filter { $0 != ids.last }, targets: Array(ids.dropFirst()))
    },
    wrong(
      "every copy of the first token left out of the targets",
      "All tokens that are equal to the first one are removed from the targets, wherever they stand.",
      "How many tokens of `ids` are left out of `targets`?"
    ) { ids in
      Example(inputs: ids.dropLast(), targets: ids.filter { $0 != ids.first })
    },
    wrong(
      "every copy of the last token left out of the inputs, and of the first out of the targets",
      "All tokens that are equal to the last or the first one are removed, wherever they stand.",
      "How many tokens of `ids` are left out of `inputs`?"
    ) { ids in
      Example(inputs: ids.filter { $0 != ids.last }, targets: ids.filter { $0 != ids.first })
    },
    wrong(
      "the first copy of the last token left out of the inputs",
      "The token is removed by its value, so an earlier copy goes and the last one stays.",
      "At which place does the token stand that you remove?"
    ) { ids in
      var inputs = ids
      if let last = ids.last, let place = ids.firstIndex(of: last) { inputs.remove(at: place) }
      return Example(inputs: inputs, targets: Array(ids.dropFirst()))
    },
    wrong(
      "inputs that end before the first copy of the last token",
      "The inputs are cut where the value of the last token first occurs.",
      "How many tokens of `ids` are left out of `inputs`?"
    ) { ids in
      Example(inputs: Array(ids.prefix { $0 != ids.last }), targets: Array(ids.dropFirst()))
    },
    wrong(
      "the token that follows the first copy of each input",
      "A token is found where it first occurs, so later copies get the target of the first.",
      "At which place stands the token whose target you look for?"
    ) { ids in
      Example(
        inputs: ids.dropLast(),
        targets: ids.dropLast().map { ids[(ids.firstIndex(of: $0) ?? 0) + 1] })
    },
    wrong(
      "a single token kept as an input without a target",
      "A sequence of one token has an input, although there is nothing to predict from it.",
      "How many inputs has a sequence of one token?"
    ) {
      $0.count == 1
        ? Example(inputs: $0, targets: [])
        : Example(inputs: $0.dropLast(), targets: Array($0.dropFirst()))
    },
    wrong(
      "a single token kept as a target without an input",
      "A sequence of one token has a target, although nothing comes before it.",
      "How many targets has a sequence of one token?"
    ) {
      $0.count == 1
        ? Example(inputs: [], targets: $0)
        : Example(inputs: $0.dropLast(), targets: Array($0.dropFirst()))
    },
    wrong(
      "a single token kept as its own target",
      "A sequence of one token has a step, although nothing follows.",
      "How many steps has a sequence of one token?"
    ) {
      $0.count == 1
        ? Example(inputs: $0, targets: $0)
        : Example(inputs: $0.dropLast(), targets: Array($0.dropFirst()))
    },
  ])

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation: @escaping @Sendable ([Int]) -> Example
) -> Misconception<[Int], Example> {
  Misconception(name, explanation: explanation, question: question, implementation: implementation)
}
