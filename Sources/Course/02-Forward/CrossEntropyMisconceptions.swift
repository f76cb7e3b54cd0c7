import Checking
import Contracts
import Recurrent
import Reference

/// Wrong losses that people really write.
let crossEntropyMisconceptions: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  reduced(
    "a mean over the vocabulary",
    "The sum is divided by the number of words, so `.mean` still grows with the number of steps.",
    "How many losses are there in a sequence of T steps?"
  ) { sum, _, size in CrossEntropyOutput(sum: sum, mean: sum / size) },
  reduced(
    "a mean over steps and vocabulary",
    "The mean is divided twice, by the steps and by the words, and comes out V times too small.",
    "How many losses are there in a sequence of T steps?"
  ) { CrossEntropyOutput(sum: $0, mean: $0 / ($1 * $2)) },
  reduced(
    "a sum divided by the vocabulary size",
    "Each step's loss is shared out among the words: sum and mean come out V times too small.",
    "Over what does `.sum` add?"
  ) {
    CrossEntropyOutput(sum: $0 / $2, mean: $0 / ($1 * $2))
  },
  reduced(
    "sum and mean exchanged", "`.sum` gives the mean and `.mean` the sum.",
    "Which of the two grows with the length of the sequence?"
  ) {
    sum, steps, _ in CrossEntropyOutput(sum: sum / steps, mean: sum)
  },
  reduced(
    "a sum where the mean should be",
    "`.mean` gives the sum, so long sequences seem to be worse than short ones.",
    "Where do you look at `reduction`?"
  ) {
    sum, _, _ in
    CrossEntropyOutput(sum: sum, mean: sum)
  },
  reduced(
    "a mean where the sum should be",
    "`.sum` gives the mean, so long sequences seem no worse than short ones.",
    "Where do you look at `reduction`?"
  ) {
    sum, steps, _ in
    CrossEntropyOutput(sum: sum / steps, mean: sum / steps)
  },
  summed(
    "a forgotten minus",
    "A perfect prediction has the largest loss, and training would make things worse.",
    "What sign has the logarithm of a probability?"
  ) {
    -$0.loss
  },
  summed(
    "a logarithm to base 2", "The loss is counted in bits, too large by the factor 1/ln 2.",
    "Is the loss asked for in bits or in nats?"
  ) {
    $0.loss / log(2)
  },
  summed(
    "a logarithm to base 10", "The loss is too small by the factor ln 10, about 2.3.",
    "Which logarithm undoes `exp`?"
  ) { $0.loss / log(10) },
  summed(
    "the logarithm of a softmax without a shift",
    "Large logits overflow to ∞, and the loss becomes NaN.",
    "What is exp(1000), and what is log(∞/∞)?"
  ) { -log(exp($0.logits[$0.target]) / $0.logits.map { exp($0) }.sum) },
  summed(
    "the logarithm of a probability that is rounded to 0",
    "A probability too small for float64 is rounded to 0, and the loss becomes infinite.",
    "What is softmax([1000, -1000])[1] in float64, and what is its logarithm?"
  ) { -log($0.probabilities[$0.target]) },
  summed(
    "a small number added inside the logarithm",
    "The loss can never exceed about 27.6, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { -log($0.probabilities[$0.target] + 1e-12) },
  summed(
    "a maximum that is subtracted and not added back",
    "All losses are too small by the largest logit, and may even be negative.",
    "The sum of exponentials is shifted by m: is the target's logit too?"
  ) { $0.loss - ($0.logits.max() ?? 0) },
  summed(
    "a loss for every word that is not the target as well",
    "Every word that is not the target costs something as well, so the loss is too large.",
    "Which probabilities does −log p of the target depend on directly?"
  ) { step in
    step.probabilities.enumerated().reduce(0) {
      $0 - ($1.offset == step.target ? log($1.element) : log(1 - $1.element))
    }
  },
  summed(
    "the probability of the likeliest word instead of the target's",
    "The loss tells how sure the prediction is, not whether it is right.",
    "Where do you use `targets[t]`?"
  ) { -log($0.probabilities.max() ?? 0) },
  summed(
    "a loss without logarithm, 1 − p", "A sure and wrong prediction never costs more than 1.",
    "What is the loss of a prediction with p = 0?"
  ) {
    1 - $0.probabilities[$0.target]
  },
  summed(
    "the target's logit taken for its probability",
    "The loss can be made as small as you like by raising all logits at once.",
    "Do the other logits matter?"
  ) {
    -$0.logits[$0.target]
  },
  summed(
    "a squared error against the one-hot target",
    "A sure and wrong prediction never costs more than 2.", "Where is the logarithm?"
  ) { step in
    step.probabilities.enumerated().reduce(0) {
      let error = $1.element - ($1.offset == step.target ? 1 : 0)
      return $0 + error * error
    }
  },
  wrong(
    "the loss of the last step alone",
    "All steps but the last cost nothing, however wrong they are.",
    "What happens to the earlier losses?"
  ) { $0.judged = { Array(steps($0).suffix(1)) } },
  wrong(
    "a first step that is not judged", "What the network says at step 0 costs nothing.",
    "At which index does your loop begin?"
  ) { $0.judged = { Array(steps($0).dropFirst()) } },
  wrong(
    "a last step that is not judged", "What the network says at the last step costs nothing.",
    "At which index does your loop end?"
  ) { $0.judged = { Array(steps($0).dropLast()) } },
  wrong(
    "the target of the next step",
    "Each prediction is judged by the token after the one that it should name.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) {
    $0.judged = { input in
      steps(
        CrossEntropyInput(
          logits: Array(input.logits.dropLast()), targets: Array(input.targets.dropFirst())))
    }
  },
  wrong(
    "a softmax over the steps",
    "Steps compete with each other for each word, where words should compete at each step.",
    "Which numbers have to add up to 1: those of one step, or those of one word?"
  ) { $0.judged = { stepsOverTime($0) } },
  reduced(
    "the perplexity in place of the loss", "The loss grows exponentially, and is never 0.",
    "What is the loss of a perfect prediction?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: exp(sum), mean: exp(sum / steps)) },
  summed(
    "minus the probability, without a logarithm",
    "The loss is negative, and a sure and wrong prediction costs nothing.",
    "What is the loss of a perfect prediction?"
  ) { -$0.probabilities[$0.target] },
]

/// The commonest guards against log 0; 1e-12 inside the logarithm stands above.
let guardedLogarithms = addedGuards + leastProbabilities

private let addedGuards: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  1e-7, 1e-8, 1e-9, 1e-10, 1e-15,
].map { guardTerm in
  summed(
    "a small number, \(guardTerm), added inside the logarithm",
    "The loss can never exceed a bound, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { -log($0.probabilities[$0.target] + guardTerm) }
}

private let leastProbabilities: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  1e-7, 1e-8, 1e-10, 1e-12, 1e-15,
].map { least in
  summed(
    "a probability that is kept above \(least)",
    "The loss can never exceed a bound, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { -log(max(least, $0.probabilities[$0.target])) }
}

// MARK: - A step, right and wrong

/// What can be known of a step, right and wrong.
private struct Step {
  var logits: Vector
  var target: Int
  var probabilities: Vector
  var loss: Double
}

private func steps(_ input: CrossEntropyInput) -> [Step] {
  zip(input.logits, input.targets).map { logits, target in
    let maximum = logits.max() ?? 0
    let exponentials = logits.map { exp($0 - maximum) }
    return Step(
      logits: logits, target: target, probabilities: exponentials / exponentials.sum,
      loss: log(exponentials.sum) - (logits[target] - maximum))
  }
}

/// Each word's share over the steps, as a softmax along the wrong axis gives it.
private func stepsOverTime(_ input: CrossEntropyInput) -> [Step] {
  steps(input).enumerated().map { t, step in
    var step = step
    step.probabilities = Vector(
      step.logits.indices.map { word -> Double in
        let overTime = input.logits.map { $0[word] }
        let maximum = overTime.max() ?? 0
        return exp(overTime[t] - maximum) / overTime.reduce(0) { $0 + exp($1 - maximum) }
      })
    step.loss = -log(step.probabilities[step.target])
    return step
  }
}

// MARK: - The loss with its decisions laid open

private struct OpenLoss: Sendable {
  // The defaults are the right ones.
  var judged: @Sendable (CrossEntropyInput) -> [Step] = { steps($0) }
  var loss: @Sendable (Step) -> Double = { $0.loss }
  var reduce: @Sendable (_ sum: Double, _ steps: Double, _ size: Double) -> CrossEntropyOutput = {
    sum, steps, _ in CrossEntropyOutput(sum: sum, mean: sum / steps)
  }

  func callAsFunction(_ input: CrossEntropyInput) -> CrossEntropyOutput {
    reduce(
      judged(input).reduce(0) { $0 + loss($1) }, Double(input.targets.count),
      Double(input.logits.first?.count ?? 0))
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLoss) -> Void
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLoss(), run: { $0($1) },
    change: change)
}

/// Another loss of a step.
private func summed(
  _ name: String, _ explanation: String, _ question: String,
  _ loss: @escaping @Sendable (Step) -> Double
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrong(name, explanation, question) { $0.loss = loss }
}

/// Another way from the right sum, T and V to the two results.
private func reduced(
  _ name: String, _ explanation: String, _ question: String,
  _ reduce:
    @escaping @Sendable (_ sum: Double, _ steps: Double, _ size: Double) -> CrossEntropyOutput
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrong(name, explanation, question) { $0.reduce = reduce }
}
