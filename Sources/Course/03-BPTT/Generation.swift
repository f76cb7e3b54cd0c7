import Checking
import Contracts
import Recurrent
import Reference
import Trainers

let generationExercise = Exercise<GenerationInput, [Int]>(
  "03.6", "Generation", points: 3,
  hints: [
    """
    Look at the two phases: first the network reads `prompt`, and only its state matters; then it \
    writes, and reads each token that it has written. One hidden state runs through both.
    """,
    """
    The logits after the last token of `prompt` name the first new token. The result holds new tokens \
    only, at most `limit` of them; if one is `endOfSequence`, it belongs to the result and is the last.
    """,
    """
    h ← step(x, h) for each x of the prompt, from h = 0; then y = argmaxₖ (W h + b_o)ₖ, append y, stop if y \
    is EOS, h ← step(y, h), and again. The one-hot of y is read, not its probabilities.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.6")
    let readable = trainedChallenges(using: &random) + edges(using: &random)
    return readable + wanderingChallenges(besides: readable, using: &random)
  },
  reference: { input in
    try generate(
      from: input.prompt, parameters: input.parameters, endOfSequence: input.endOfSequence,
      limit: input.limit)
  },
  observations: {
    [
      Observation(
        "generated",
        claim: "each new token is the likeliest after all tokens before it, up to EOS or the limit",
        $0)
    ]
  },
  misconceptions: generationMisconceptions)

// MARK: - Challenges

/// A network that has learnt a little of aⁿ bⁿ EOS, so that one sees what should come.
private func trainedChallenges(using random: inout SeededRandom) -> [Challenge<GenerationInput>] {
  let (a, b, unknown) = (CountingTask.a, CountingTask.b, CountingTask.unknown)
  func prompts(_ parameters: RNNParameters) -> [Challenge<GenerationInput>] {
    [
      ("a a b", [a, a, b], 10), ("a a a b", [a, a, a, b], 12),
      ("a a a, with a limit of 2", [a, a, a], 2), ("a, with a limit of 1", [a], 1),
      ("an unknown token, then a a b", [unknown, a, a, b], 8),
      ("a b EOS: the prompt's own EOS ends nothing", [a, b, CountingTask.endOfSequence], 4),
    ].map { name, prompt, limit in
      Challenge(
        name,
        GenerationInput(
          prompt: prompt, parameters: parameters, endOfSequence: CountingTask.endOfSequence,
          limit: limit))
    }
  }
  return drawn(using: &random) { random in
    let untrained = random.parameters(hiddenSize: 8, vocabularySize: 4, scale: 0.35)
    let trainer = RNNTrainer(untrained)
    let examples = (0..<20).map { _ in
      let n = random.integer(in: 1...5)
      let ids =
        Array(repeating: a, count: n) + Array(repeating: b, count: n)
        + [CountingTask.endOfSequence]
      return Example(inputs: ids.dropLast(), targets: Array(ids.dropFirst()))
    }
    for _ in 0..<60 { _ = trainer.epoch(on: examples, learningRate: 0.1, maximumNorm: 0.25) }
    // The same network with all of its logits negative: what counts is which is largest.
    var parameters = trainer.parameters
    parameters.bOutput = parameters.bOutput - 30
    return prompts(parameters)
  } until: { challenges in
    generated(challenges[0].input).last == CountingTask.endOfSequence
  }
}

/// What the contract promises at its edges.
private func edges(using random: inout SeededRandom) -> [Challenge<GenerationInput>] {
  var twins = random.parameters(hiddenSize: 4, vocabularySize: 5)
  // Words 1 and 3 have equal logits in every state, and the largest.
  for j in 0..<4 { twins.W[3, j] = twins.W[1, j] }
  twins.bOutput[1] = 20
  twins.bOutput[3] = 20
  func input(_ prompt: [Int], limit: Int) -> GenerationInput {
    GenerationInput(prompt: prompt, parameters: twins, endOfSequence: 2, limit: limit)
  }
  return [
    Challenge("two words with equal logits", input([0, 4], limit: 3)),
    Challenge("an empty prompt", input([], limit: 5)),
    Challenge("a limit of 0", input([0, 4, 2], limit: 0)),
  ]
}

/// Networks of large random weights, which wander through their vocabulary: here even a small mistake
/// leads to other tokens.
private func wanderingChallenges(
  besides others: [Challenge<GenerationInput>], using random: inout SeededRandom
) -> [Challenge<GenerationInput>] {
  let seen = results(on: others)
  return drawn(using: &random) { random in
    [("random, V 6", 5, 6, 14), ("random, V 9", 7, 9, 20)].map { name, hidden, vocabulary, limit in
      Challenge(
        name,
        GenerationInput(
          prompt: random.tokens(4, below: vocabulary),
          parameters: random.parameters(hiddenSize: hidden, vocabularySize: vocabulary, scale: 1.6),
          endOfSequence: random.integer(in: 0...vocabulary - 1), limit: limit))
    }
  } until: { challenges in
    // One that ends, one that does not, and every known mistake visible somewhere as itself.
    generated(challenges[0].input).last == challenges[0].input.endOfSequence
      && generated(challenges[0].input).count > 3
      && generated(challenges[1].input).count == challenges[1].input.limit
      && Set(zip(seen, results(on: challenges)).map { $0 + $1 }).count == seen.count
  }
}

/// What the reference and then each misconception generates for each challenge.
private func results(on challenges: [Challenge<GenerationInput>]) -> [[[Int]]] {
  [challenges.map { generated($0.input) }]
    + generationMisconceptions.map { misconception in
      challenges.map { (try? misconception.implementation($0.input)) ?? [] }
    }
}

/// The first draw that is wanted and in which no choice is close.
private func drawn(
  using random: inout SeededRandom,
  _ make: (inout SeededRandom) -> [Challenge<GenerationInput>],
  until isWanted: ([Challenge<GenerationInput>]) -> Bool
) -> [Challenge<GenerationInput>] {
  // About one draw in twenty is wanted; a bound keeps a rare misfortune from becoming a hang, and the
  // last draw is a legal challenge all the same.
  var challenges = make(&random)
  for _ in 0..<2000 {
    // Rounding moves a logit by about 1e-15; a margin over 1e-6 leaves one right answer.
    if challenges.allSatisfy({ margin($0.input) > 1e-6 }) && isWanted(challenges) { break }
    challenges = make(&random)
  }
  return challenges
}

private func generated(_ input: GenerationInput) -> [Int] {
  (try? generate(
    from: input.prompt, parameters: input.parameters, endOfSequence: input.endOfSequence,
    limit: input.limit)) ?? []
}

/// The smallest lead of a chosen logit over the next.
private func margin(_ input: GenerationInput) -> Double {
  let tokens = generated(input)
  let trace = try? rnnForward(
    input.prompt + tokens.dropLast(), initialHidden: Vector(zeros: input.parameters.hiddenSize),
    parameters: input.parameters)
  let margins = trace?.logits.suffix(tokens.count).map { logits in
    let falling = logits.sorted(by: >)
    return falling[0] - falling[1]
  }
  return margins?.min() ?? 0
}
