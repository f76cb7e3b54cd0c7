import Checking
import Contracts
import Recurrent
import Reference

/// Wrong activations that people really write.
let activationMisconceptions: [Misconception<Vector, ActivationsOutput>] = [
  activating(
    "a softmax that is not shifted by the maximum",
    "Large logits overflow to ∞, and the quotient ∞/∞ is NaN.", "What is exp(1000), and ∞/∞?"
  ) {
    $1.softmax = unshiftedSoftmax($0)
  },
  activating(
    "a sigmoid eˣ/(1 + eˣ) for all x", "A large x overflows to ∞, and the quotient ∞/∞ is NaN.",
    "What is exp(1000), and ∞/∞?"
  ) {
    $1.sigmoid = $0.map { exp($0) / (1 + exp($0)) }
  },
  activating(
    "a tanh from two exponentials",
    "A large x overflows to ∞ in numerator and denominator, and ∞/∞ is NaN.",
    "What is exp(1000), and ∞/∞?"
  ) {
    $1.tanh = exponentialTanh($0)
  },
  activating(
    "a softmax and a tanh from exponentials that overflow",
    "Large numbers overflow to ∞ in both functions, and ∞/∞ is NaN.",
    "What is exp(1000), and ∞/∞?"
  ) {
    $1.softmax = unshiftedSoftmax($0)
    $1.tanh = exponentialTanh($0)
  },
  activating(
    "a shift in the numerator alone",
    "All probabilities shrink by the factor e^m, and large logits still overflow.",
    "By which factor does the shift change the numerator, and does the denominator change with it?"
  ) {
    let maximum = $0.max() ?? 0
    let sum = $0.map { exp($0) }.sum
    $1.softmax = $0.map { exp($0 - maximum) / sum }
  },
  activating(
    "a softmax without the denominator",
    "The largest word always gets 1, so the numbers are no probabilities.",
    "What is the sum of your probabilities?"
  ) {
    let maximum = $0.max() ?? 0
    $1.softmax = $0.map { exp($0 - maximum) }
  },
  activating(
    "each number divided by the sum of all, without exponentials",
    "Negative logits give negative shares, and a sum of 0 gives no shares at all.",
    "Can a share be negative?"
  ) {
    $1.softmax = $0 / $0.sum
  },
  activating(
    "1e-6 added to the softmax's denominator",
    "The probabilities add up to a little less than 1, and the loss has a floor that is not its own.",
    "Can a sum of exponentials be zero after the shift by the maximum?"
  ) { x, output in
    let exponentials = Vector(x.map { exp($0 - (x.max() ?? 0)) })
    output.softmax = exponentials / (exponentials.sum + 1e-6)
  },
  activating(
    "a sigmoid where the softmax should be",
    "Each word is judged on its own, so the numbers do not add up to 1.",
    "What is the sum of your probabilities?"
  ) {
    $1.softmax = $1.sigmoid
  },
  activating(
    "sigmoids divided by their sum",
    "The shares add up to 1, but large logits hardly differ from each other.",
    "Does the ratio of two probabilities equal e^(z₁ − z₂)?"
  ) {
    $1.softmax = $1.sigmoid / $1.sigmoid.sum
  },
  activating(
    "a softmax where the sigmoid should be",
    "Each element is weighed against the others, though σ should look at it alone.",
    "Does σ of one element depend on the other elements of `x`?"
  ) { $1.sigmoid = $1.softmax },
  activating(
    "a sigmoid of −x", "Large numbers come out near 0 and very negative ones near 1.",
    "Where does σ go for large positive x?"
  ) {
    $1.sigmoid = 1 - $1.sigmoid
  },
  activating(
    "2σ(x) − 1 as tanh(x)",
    "The curve rises half as fast as tanh does and reaches its ends too late.",
    "What slope has tanh at 0, and what slope has 2σ(x) − 1?"
  ) {
    $1.tanh = 2 * $1.sigmoid - 1
  },
  activating(
    "the derivative of the sigmoid",
    "You give how steep σ is, which is small at both ends, and not its value.", "What is σ(0)?"
  ) {
    $1.sigmoid = $1.sigmoid * (1 - $1.sigmoid)
  },
  activating(
    "the derivative of tanh",
    "You give how steep tanh is, which is never negative, and not its value.", "What is tanh(0)?"
  ) { $1.tanh = 1 - $1.tanh * $1.tanh },
  activating(
    "a sigmoid where tanh should be",
    "Negative numbers come out positive, between 0 and one half.", "What is tanh(0)?"
  ) { $1.tanh = $1.sigmoid },
  activating(
    "a softmax of −x", "The smallest number gets the largest probability.",
    "Which word should be the likeliest: that with the largest logit?"
  ) {
    $1.softmax = try softmax(-1 * $0)
  },
  activating(
    "logarithms of probabilities", "The numbers are negative and do not add up to 1.",
    "What is the sum of your probabilities?"
  ) { $1.softmax = logSoftmax($0) },
  activating(
    "a one for the largest number and zeros elsewhere",
    "All words but the likeliest come out impossible.",
    "Does a logit that is a little smaller mean a probability of 0?"
  ) { x, output in
    let first = x.indexOfMaximum
    output.softmax = Vector(x.indices.map { $0 == first ? 1.0 : 0.0 })
  },
  activating(
    "a division by the largest number in place of a shift",
    "The differences between the logits are divided, too, and the probabilities change.",
    "Which operation on all z cancels in the quotient of e^z: adding or dividing?"
  ) { x, output in
    let maximum = x.max() ?? 1
    let exponentials = x.map { exp($0 / maximum) }
    output.softmax = exponentials / exponentials.sum
  },
  activating(
    "a shift by the smallest number",
    "No exponent is negative, so logits that lie far apart overflow to ∞, and ∞/∞ is NaN.",
    "Which sign should the exponents have, so that none of them overflows?"
  ) { x, output in
    let minimum = x.min() ?? 0
    let exponentials = x.map { exp($0 - minimum) }
    output.softmax = exponentials / exponentials.sum
  },
  activating(
    "the wrong branch for negative x: σ of |x|",
    "Negative numbers get the sigmoid of their magnitude, above one half.",
    "Where does σ go for very negative x?"
  ) { x, output in
    output.sigmoid = try sigmoid(x.map { abs($0) })
  },
  activating(
    "(1 + tanh x)/2 as the sigmoid", "The curve rises twice as fast as σ does.",
    "What slope has σ at 0, and what slope has (1 + tanh x)/2?"
  ) {
    $1.sigmoid = 0.5 * ($1.tanh + 1)
  },
  activating(
    "a forgotten −1: 2σ(2x) as tanh(x)", "All values are too large by 1, and none is negative.",
    "What is tanh(0)?"
  ) {
    $1.tanh = $1.tanh + 1
  },
  activating(
    "a tanh from e²ˣ", "A large x overflows to ∞, and the quotient ∞/∞ is NaN.",
    "What is exp(2000), and ∞/∞?"
  ) { x, output in
    output.tanh = x.map { (exp(2 * $0) - 1) / (exp(2 * $0) + 1) }
  },
]

// MARK: - Helpers

private func unshiftedSoftmax(_ x: Vector) -> Vector {
  let exponentials = x.map { exp($0) }
  return exponentials / exponentials.sum
}

private func exponentialTanh(_ x: Vector) -> Vector {
  x.map { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) }
}

/// The right result, edited.
func activating(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (Vector, inout ActivationsOutput) throws -> Void
) -> Misconception<Vector, ActivationsOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try rightActivations($0) },
    change)
}
