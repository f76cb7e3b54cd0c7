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
      Challenge(
        "a target far below two large logits that are alike",
        CrossEntropyInput(logits: [[900, -900, 900], [1, 0.5, 2]], targets: [1, 0])),
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
  misconceptions: crossEntropyMisconceptions + crossEntropySlips + guardedLogarithms
    + unjudgedSteps)

private func right(_ input: CrossEntropyInput) throws -> CrossEntropyOutput {
  CrossEntropyOutput(
    sum: try crossEntropy(input.logits, targets: input.targets, reduction: .sum),
    mean: try crossEntropy(input.logits, targets: input.targets, reduction: .mean))
}
