import Checking
import Contracts
import Recurrent
import Reference

let stepExercise = Exercise<RNNStepInput, Vector>(
  "02.3", "One step", points: 3,
  hints: [
    """
    Look at the shapes: `parameters.U` is H × V, `parameters.V` is H × H, `hidden` and \
    `parameters.bHidden` have H elements. The result has H elements too.
    """,
    """
    `token` stands for a one-hot vector. A matrix times a one-hot vector is one of its columns, so \
    you need no product for it. Three vectors of H elements add up.
    """,
    """
    h = tanh(U x + V h′ + b_h), with U x = column `token` of U and h′ = `hidden`; tanh applies once, to \
    the whole sum.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.3")
    func drawn(_ name: String, _ size: Int, _ count: Int, scale: Double = 0.6) -> Challenge<
      RNNStepInput
    > {
      let parameters = random.parameters(hiddenSize: size, vocabularySize: count, scale: scale)
      let token = random.integer(in: 0...count - 1)
      return Challenge(
        name,
        RNNStepInput(token: token, hidden: random.vector(size, scale: 0.5), parameters: parameters))
    }
    return [
      Challenge(
        "one step from a non-zero state, H 2",
        RNNStepInput(token: 1, hidden: [0.6, -0.4], parameters: .readable)),
      Challenge(
        "the first step, from a zero state",
        RNNStepInput(token: 2, hidden: [0, 0], parameters: .readable)),
      drawn("as many hidden units as words", 4, 4),
      drawn("H 5, V 3", 5, 3),
      drawn("saturated: large weights", 6, 4, scale: 3),
      drawn("random, H 3, V 8", 3, 8),
      drawn("random, H 13, V 5", 13, 5, scale: 0.3),
      drawn("as large as the lesson's network, H 50", 50, 4, scale: 0.15),
    ]
  },
  reference: { try rnnStep($0.token, hidden: $0.hidden, parameters: $0.parameters) },
  observations: { [Observation("hidden", claim: "h = tanh(U x + V h′ + b_h)", $0)] },
  misconceptions: [
    wrongRNNStep(
      "a step without tanh",
      "The state may grow beyond −1 and 1, and from step to step without a bound.",
      "In which range must every element of h lie?"
    ) { $0.activate = { $0 } },
    wrongRNNStep(
      "a sigmoid instead of tanh",
      "The state can never be negative, and a sum of 0 gives one half.",
      "Can an element of h be negative?"
    ) { $0.activate = { try sigmoid($0) } },
    wrongRNNStep(
      "a forgotten bias", "b_h is left out, so a unit cannot have a habit of its own.",
      "What is h if U x and V h′ are zero?"
    ) { $0.weights = { $0.bHidden *= 0 } },
    wrongRNNStep(
      "a forgotten previous state",
      "Each state depends on its own token alone, and nothing is remembered.",
      "How does the network know what it read before?"
    ) { $0.recurrent = { _, hidden in 0 * hidden } },
    wrongRNNStep(
      "a forgotten input", "All tokens look alike to the network.", "Does your h depend on `token`?"
    ) { $0.input = { p, _ in Vector(zeros: p.hiddenSize) } },
    wrongRNNStep(
      "V transposed", "The past enters the step along each connection in the wrong direction.",
      "Which index of V runs over the elements of `hidden`: the row's or the column's?"
    ) { $0.weights = { $0.V = $0.V.transposed } },
    wrongRNNStep(
      "tanh before the recurrent term is added",
      "The past is added outside of tanh, so the state may grow without a bound.",
      "Is tanh applied to the whole sum or to a part of it?"
    ) { $0.state = { try $1($0.input + $0.bias) + $0.recurrent } },
    wrongRNNStep(
      "a bias added after tanh",
      "The bias is added outside of tanh, so the state may leave the range from −1 to 1.",
      "In which range must every element of h lie?"
    ) { $0.state = { try $1($0.input + $0.recurrent) + $0.bias } },
    wrongRNNStep(
      "a sum of separate tanh's",
      "Each of the three parts is squeezed on its own, and the sum may be as large as 3.",
      "Is tanh(a + b) the same as tanh(a) + tanh(b)?"
    ) { $0.state = { try $1($0.input) + $1($0.recurrent) + $1($0.bias) } },
    wrongRNNStep(
      "tanh taken of the previous state too",
      "The past arrives squeezed a second time, so the network hears it too softly.",
      "`hidden` has been through tanh: does it go again?"
    ) { $0.recurrent = { p, hidden in p.V * (try tanh(hidden)) } },
    wrongRNNStep(
      "tanh twice", "The new state is squeezed a second time and can never come near −1 or 1.",
      "How often does tanh occur in the formula?"
    ) { $0.activate = { try tanh(tanh($0)) } },
    wrongRNNStep(
      "the previous state without V",
      "Each unit hears its own old value only, and not those of the others.",
      "Which matrix stands before h′?"
    ) { $0.recurrent = { _, hidden in hidden } },
    wrongRNNStep(
      "the previous state added once more",
      "The old state is never lost, so the new one may grow from step to step.",
      "Does h′ occur outside of V h′?"
    ) { $0.state = { try $0.old + $1($0.input + $0.recurrent + $0.bias) } },
    wrongRNNStep(
      "a product where the sum should be",
      "Where the token says nothing, the past is not heard either.",
      "How are U x and V h′ combined?"
    ) { $0.state = { try $1($0.input * $0.recurrent + $0.bias) } },
    wrongRNNStep(
      "a ReLU instead of tanh",
      "Negative states become 0, and positive ones may grow from step to step.",
      "Can an element of h be negative?"
    ) { $0.activate = { $0.map { max(0, $0) } } },
    wrongRNNStep(
      "tanh of the recurrent term alone",
      "Token and bias are added outside of tanh, so the state may leave the range from −1 to 1.",
      "Is tanh applied to the whole sum or to a part of it?"
    ) { $0.state = { try $1($0.recurrent) + $0.input + $0.bias } },
    wrongRNNStep(
      "the input added after tanh",
      "The token is added outside of tanh, so the state may leave the range from −1 to 1.",
      "Is tanh applied to the whole sum or to a part of it?"
    ) { $0.state = { try $1($0.recurrent + $0.bias) + $0.input } },
    wrongRNNStep(
      "the derivative of tanh instead of tanh",
      "You give how steep tanh is, which is never negative, and not its value.", "What is tanh(0)?"
    ) {
      $0.activate = { sum in
        let h = try tanh(sum)
        return 1 - h * h
      }
    },
    wrongRNNStep(
      "the bias added twice", "Every unit is shifted twice as far as b_h asks for.",
      "How many biases does the formula have?"
    ) { $0.weights = { $0.bHidden *= 2 } },
    wrongRNNStep(
      "V h′ subtracted", "What the past should raise it lowers.",
      "Which sign has V h′ in the formula?"
    ) { $0.recurrent = { p, hidden in -1 * (p.V * hidden) } },
    wrongRNNStep(
      "the bias subtracted", "Every unit is shifted to the other side.",
      "Which sign has b_h in the formula?"
    ) { $0.weights = { $0.bHidden *= -1 } },
    wrongRNNStep(
      "V's diagonal alone", "Each unit hears its own old value, weighed, and none of the others'.",
      "How many numbers of V take part in one element of V h′?"
    ) { $0.recurrent = { p, hidden in Vector(hidden.indices.map { p.V[$0, $0] * hidden[$0] }) } },
    wrongRNNStep(
      "the sums of V's rows times h′",
      "Each unit hears its own old value, weighed by a whole row, and none of the others'.",
      "Which elements of h′ does row i of V meet?"
    ) {
      $0.recurrent = { p, hidden in Vector(hidden.indices.map { p.V.row($0).sum * hidden[$0] }) }
    },
    wrongRNNStep(
      "the token's number in place of its one-hot vector",
      "Word 2 counts twice as much as word 1, and word 0 not at all.",
      "What does U multiply: a vector, or the number of the word?"
    ) {
      $0.input = { p, token in
        let ones = Vector((0..<p.vocabularySize).map { _ in 1.0 })
        return Double(token) * (p.U * ones)
      }
    },
    wrongRNNStep(
      "all columns of U in place of the token's",
      "Every token looks alike, since all words are read at once.",
      "Which column of U does a one-hot vector pick?"
    ) { $0.input = { p, _ in p.U * Vector((0..<p.vocabularySize).map { _ in 1.0 }) } },
    wrongRNNStep(
      "the column of the next word", "The network reads each word as its neighbour in the list.",
      "Is the first word's column number 0 or number 1?"
    ) { $0.input = { p, token in p.U.column((token + 1) % p.vocabularySize) } },
    wrongRNNStep(
      "the column of the word before", "The network reads each word as its neighbour in the list.",
      "Is the first word's column number 0 or number 1?"
    ) { $0.input = { p, token in p.U.column((token + p.vocabularySize - 1) % p.vocabularySize) } },
    wrongRNNStep(
      "a mean where the sum should be", "The three parts are averaged, so every state is too weak.",
      "How are U x, V h′ and b_h combined?"
    ) { $0.state = { try $1(($0.input + $0.recurrent + $0.bias) / 3) } },
    wrongRNNStep(
      "a cut at ±1 instead of tanh", "Up to ±1 nothing is bent, and beyond it all is alike.",
      "What is tanh(0.5)?"
    ) { $0.activate = { $0.map { max(-1, min(1, $0)) } } },
    wrongRNNStep(
      "a softmax instead of tanh", "The units share one unit of activity, and none is negative.",
      "Do the elements of h add up to 1?"
    ) { $0.activate = { try softmax($0) } },
    wrongRNNStep(
      "half of the old state, half of the new one",
      "Half of what was there stays, whatever is read.", "Does h′ occur outside of V h′?"
    ) { $0.state = { try 0.5 * $0.old + 0.5 * $1($0.input + $0.recurrent + $0.bias) } },
  ] + stepSlips)
