import Checking
import Contracts
import Recurrent
import Reference

let activationsExercise = Exercise<Vector, ActivationsOutput>(
  "02.2", "Activations", points: 3,
  hints: [
    """
    Look at what `exp` gives for 1000 and for −1000, and then at every place where your formula \
    divides. One of the two is harmless.
    """,
    """
    Sigmoid and tanh look at one element of `x` at a time; softmax needs two numbers of the whole \
    `logits`: a sum, and before it the maximum.
    """,
    """
    σ(x) = 1/(1 + e⁻ˣ) for x ≥ 0 and eˣ/(1 + eˣ) for x < 0. softmax(z)ₖ = e^(zₖ − m) / Σⱼ e^(zⱼ − m) \
    with m = maxⱼ zⱼ, which cancels and keeps every exponent ≤ 0.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.2")
    return [
      Challenge("five ordinary numbers", [0.5, -1.25, 2, 0, -3]),
      Challenge("three equal numbers", [1.5, 1.5, 1.5]),
      Challenge("one number", [-2.5]),
      Challenge("±40", [40, -40, 0.25, -30]),
      Challenge("±1000", [1000, -1000, 999.5, 0]),
      Challenge("a large number in the middle", [-900, 3, 1000, 2]),
      Challenge("large negative logits", [-1000, -1001.5, -999]),
      Challenge("random, 7 numbers", random.vector(7, scale: 2)),
      Challenge("random, 12 numbers, shifted", random.vector(12, scale: 3) + 5 * random.normal()),
    ]
  },
  reference: { try rightActivations($0) },
  observations: {
    [
      Observation(
        "sigmoid", claim: "σ(x) = 1/(1 + e⁻ˣ) of each element, without overflow", $0.sigmoid),
      Observation("tanh", claim: "tanh(x) of each element, without overflow", $0.tanh),
      Observation(
        "softmax",
        claim: "softmax(x) = eˣ/Σeˣ: positive, sums to 1, is the same when all of x is shifted",
        $0.softmax),
    ]
  },
  misconceptions: activationMisconceptions + sigmoidSlips + tanhSlips + softmaxSlips)

func rightActivations(_ x: Vector) throws -> ActivationsOutput {
  ActivationsOutput(sigmoid: try sigmoid(x), tanh: try tanh(x), softmax: try softmax(x))
}
