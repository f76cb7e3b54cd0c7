import Checking
import Contracts
import Recurrent
import Reference

// T steps, V vocabulary size.

let crossEntropyExercise = Exercise<CrossEntropyInput, CrossEntropyOutput>(
  "02.5", "Cross-entropy", points: 3,
  hints: [
    """
    Look at what becomes of log(softmax(z)) when a logit lies 1000 below the largest: the probability \
    is 0 in float64, and its logarithm is not a number to go on with.
    """,
    """
    At each step you need two numbers: the logit of `targets[t]`, and the logarithm of the sum of all \
    exponentials. The shift by the maximum belongs to both. `reduction` matters only at the end.
    """,
    """
    L_t = log Σⱼ e^(zⱼ − m) − (z_y − m), with m = maxⱼ zⱼ and y = `targets[t]`. The sum is Σ_t L_t; the \
    mean divides it by T = `targets.count`.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.5")
    func drawn(_ name: String, steps: Int, size: Int, scale: Double) -> Challenge<CrossEntropyInput>
    {
      Challenge(
        name,
        CrossEntropyInput(
          logits: random.vectors(steps, of: size, scale: scale),
          targets: random.tokens(steps, below: size)))
    }
    return [
      Challenge(
        "two steps, three words",
        CrossEntropyInput(logits: [[1, 2, 0.5], [-1, 0, 3]], targets: [0, 2])),
      Challenge(
        "equal logits: log V at every step",
        CrossEntropyInput(logits: [[0.7, 0.7, 0.7, 0.7], [-2, -2, -2, -2]], targets: [3, 0])),
      Challenge("one step", CrossEntropyInput(logits: [[0.3, -0.6, 1.1, 2.4]], targets: [1])),
      Challenge(
        "a sure and right prediction",
        CrossEntropyInput(logits: [[0, 40, -3], [12, 0, 1], [0.5, 0, 1]], targets: [1, 0, 1])),
      Challenge(
        "a sure and wrong prediction",
        CrossEntropyInput(
          logits: [[30, 0, -3], [1, 0.5, 40], [0, 0.25, 1]], targets: [1, 0, 2])),
      Challenge(
        "large logits, the largest in the middle",
        CrossEntropyInput(
          logits: [[-1000, 1000, 0], [5, 800, -800], [-700, 900, 750]], targets: [0, 1, 2])),
      Challenge(
        "logits of ±1000",
        CrossEntropyInput(
          logits: [[1000, -1000, 0], [-1000, -1001, -1000.5], [999, 1000, 998]], targets: [1, 0, 0])
      ),
      drawn("random, T = 6, V 5", steps: 6, size: 5, scale: 1),
      drawn("random, T = 9, V 4", steps: 9, size: 4, scale: 3),
    ]
  },
  reference: { input in try right(input) },
  observations: {
    [
      Observation("sum", claim: "the sum adds −log softmax(logits)[target] over the steps", $0.sum),
      Observation("mean", claim: "the mean is the sum divided by the number of steps", $0.mean),
    ]
  },
  sizes: { input in
    [.steps(input.targets.count), .vocabulary(input.logits.first?.count ?? 0)]
  },
  misconceptions: [
    reduced(
      "a mean over the vocabulary",
      "The mean is divided by the number of words, so a sequence's length hardly matters to it.",
      "How many losses are there in a sequence of T steps?"
    ) { sum, _, size in CrossEntropyOutput(sum: sum, mean: sum / size) },
    reduced(
      "a mean over steps and vocabulary",
      "The mean is divided twice, by the steps and by the words, and comes out V times too small.",
      "How many losses are there in a sequence of T steps?"
    ) { CrossEntropyOutput(sum: $0, mean: $0 / ($1 * $2)) },
    reduced(
      "a sum divided by the vocabulary size",
      "Each step's loss is shared out among the words, so the sum comes out V times too small.",
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
      "What is exp(1000), and log of what follows?"
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
    Misconception(
      "the loss of the last step alone",
      explanation: "All steps but the last cost nothing, however wrong they are.",
      question: "What happens to the earlier losses?"
    ) {
      let step = steps($0).last
      return CrossEntropyOutput(
        sum: step?.loss ?? 0, mean: (step?.loss ?? 0) / Double($0.targets.count))
    },
  ])

private func right(_ input: CrossEntropyInput) throws -> CrossEntropyOutput {
  CrossEntropyOutput(
    sum: try crossEntropy(input.logits, targets: input.targets, reduction: .sum),
    mean: try crossEntropy(input.logits, targets: input.targets, reduction: .mean))
}

// MARK: - Misconceptions

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

/// Another loss of a step.
private func summed(
  _ name: String, _ explanation: String, _ question: String,
  _ loss: @escaping @Sendable (Step) -> Double
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  Misconception(name, explanation: explanation, question: question) { input in
    let sum = steps(input).reduce(0) { $0 + loss($1) }
    return CrossEntropyOutput(sum: sum, mean: sum / Double(input.targets.count))
  }
}

/// Another way from the right sum, T and V to the two results.
private func reduced(
  _ name: String, _ explanation: String, _ question: String,
  _ reduce:
    @escaping @Sendable (_ sum: Double, _ steps: Double, _ size: Double) -> CrossEntropyOutput
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  Misconception(name, explanation: explanation, question: question) { input in
    reduce(
      try right(input).sum, Double(input.targets.count), Double(input.logits.first?.count ?? 0))
  }
}
