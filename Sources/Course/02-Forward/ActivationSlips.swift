import Checking
import Contracts
import Recurrent
import Reference

/// Other formulas for σ, and formulas that overflow.
let sigmoidSlips: [Misconception<Vector, ActivationsOutput>] =
  [
    sigmoid(
      "a sigmoid of −x that overflows: e⁻ˣ/(1 + e⁻ˣ)",
      "Large numbers come out near 0, and a very negative x overflows to ∞/∞, which is NaN.",
      "Where does σ go for large positive x?"
    ) { exp(-$0) / (1 + exp(-$0)) },
    sigmoid(
      "eˣ/(1 + e⁻ˣ) as the sigmoid",
      "Numerator and denominator have opposite exponents, so the "
        + "sigmoid grows without a bound.",
      "Where does σ go for large positive x?"
    ) { exp($0) / (1 + exp(-$0)) },
    sigmoid(
      "1/(1 − e⁻ˣ) as the sigmoid",
      "The sign in the denominator is another one, so there is a pole at "
        + "0.",
      "What is σ(0)?"
    ) { 1 / (1 - exp(-$0)) },
    sigmoid(
      "1/e⁻ˣ without the 1 as the sigmoid",
      "The 1 in the denominator is missing, so the curve is eˣ.",
      "Where does σ go for large positive x?"
    ) { 1 / exp(-$0) },
    sigmoid(
      "σ(x/2) as the sigmoid", "The argument is halved, so the curve rises half as fast.",
      "What slope has σ at 0?"
    ) { 1 / (1 + exp(-$0 / 2)) },
    sigmoid(
      "tanh(x/2)/2 as the sigmoid", "The curve lacks its 1/2: it runs from −1/2 to 1/2.",
      "What is σ(0)?"
    ) { tanh($0 / 2) / 2 },
    sigmoid(
      "1 + tanh(x/2) as the sigmoid", "The curve is not halved: it runs from 0 to 2.",
      "What is σ(0)?"
    ) { 1 + tanh($0 / 2) },
    sigmoid(
      "a tanh where the sigmoid should be", "Negative numbers come out negative.", "What is σ(0)?"
    ) { tanh($0) },
    sigmoid(
      "a hard sigmoid, 0.2 x + 0.5 between 0 and 1", "Straight lines stand in place of the curve.",
      "What is σ(1)?"
    ) { max(0, min(1, 0.2 * $0 + 0.5)) },
    sigmoid(
      "a hard sigmoid, x/6 + 1/2 between 0 and 1", "Straight lines stand in place of the curve.",
      "What is σ(1)?"
    ) { max(0, min(1, $0 / 6 + 0.5)) },
    sigmoid(
      "a step function as the sigmoid", "Every number becomes 0 or 1, and nothing lies between.",
      "What is σ(1)?"
    ) { $0 > 0 ? 1 : 0 },
    sigmoid(
      "a logarithm of the sigmoid", "You give log σ, which is never positive, and not σ.",
      "What is σ(0)?"
    ) { min(0, $0) - log(1 + exp(-abs($0))) },
    sigmoid(
      "a sigmoid of 0 for negative x", "The branch for negative numbers gives nothing at all.",
      "What is σ(−1)?"
    ) { $0 < 0 ? 0 : 1 / (1 + exp(-$0)) },
    sigmoid(
      "the branch for negative x with another sign: e⁻ˣ/(1 + eˣ)",
      "The branch takes the exponential of a large positive number for very negative x.",
      "Which sign has the exponent in eˣ for negative x?"
    ) { $0 < 0 ? exp(-$0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) },
  ]
  + [6.0, 10, 20].map { limit in
    sigmoid(
      "a sigmoid of an argument cut to ±\(Int(limit))",
      "Beyond \(Int(limit)) all numbers are taken for alike, so very negative ones never come near 0.",
      "What is σ(−40), to its first digit?"
    ) { 1 / (1 + exp(-max(-limit, min(limit, $0)))) }
  }

/// Other formulas for tanh, and formulas that overflow.
let tanhSlips: [Misconception<Vector, ActivationsOutput>] = [
  tangent(
    "a tanh from e⁻²ˣ", "A very negative x overflows to ∞, and the quotient ∞/∞ is NaN.",
    "What is exp(2000), and ∞/∞?"
  ) { (1 - exp(-2 * $0)) / (1 + exp(-2 * $0)) },
  tangent(
    "a tanh with numerator and denominator exchanged",
    "The quotient is upside down, so all values lie beyond ±1.", "What is tanh(0)?"
  ) { (exp($0) + exp(-$0)) / (exp($0) - exp(-$0)) },
  tangent(
    "a tanh of −x", "The signs are turned round: positive numbers come out negative.",
    "Which sign has tanh(1)?"
  ) { -tanh($0) },
  tangent(
    "(eˣ − 1)/(eˣ + 1) as the tanh",
    "The exponents are half as large as they should be, so the curve "
      + "rises half as fast and overflows.",
    "What slope has tanh at 0?"
  ) { (exp($0) - 1) / (exp($0) + 1) },
  tangent(
    "tanh(2x) as the tanh", "The argument is doubled, so the curve rises twice as fast.",
    "What slope has tanh at 0?"
  ) { tanh(2 * $0) },
  tangent(
    "a tan in place of tanh", "The tangent of an angle has poles and no limits.",
    "In which range does tanh lie?"
  ) { tan($0) },
  tangent(
    "a sinh in place of tanh", "The division by cosh is missing, so the values have no bound.",
    "In which range does tanh lie?"
  ) { sinh($0) },
  tangent(
    "an arctangent in place of tanh", "The curve ends at ±π/2 and not at ±1.",
    "Where does tanh go for large x?"
  ) { atan($0) },
  tangent(
    "a cut at ±1 in place of tanh", "Up to ±1 nothing is bent, and beyond it all is alike.",
    "What is tanh(0.5)?"
  ) { max(-1, min(1, $0)) },
  tangent(
    "x/(1 + |x|) in place of tanh", "The softsign reaches its ends far too slowly.",
    "What is tanh(2)?"
  ) { $0 / (1 + abs($0)) },
  tangent(
    "a ReLU in place of tanh", "Negative numbers become 0 and positive ones have no bound.",
    "In which range does tanh lie?"
  ) { max(0, $0) },
  tangent(
    "a tanh without signs", "Negative numbers come out positive.", "Which sign has tanh(−1)?"
  ) { tanh(abs($0)) },
  tangent(
    "σ(2x) − 1 as tanh(x)", "The factor 2 is missing, so that the values run from −1 to 0.",
    "What is tanh(0)?"
  ) { (tanh($0) - 1) / 2 },
  tangent(
    "2(σ(2x) − 1) as tanh(x)",
    "Twice the 1 is subtracted, so all values are too small by 1.", "What is tanh(0)?"
  ) { tanh($0) - 1 },
]

// MARK: - Helpers

private func sigmoid(
  _ name: String, _ explanation: String, _ question: String,
  _ function: @escaping @Sendable (Double) -> Double
) -> Misconception<Vector, ActivationsOutput> {
  activating(name, explanation, question) { $1.sigmoid = $0.map(function) }
}

private func tangent(
  _ name: String, _ explanation: String, _ question: String,
  _ function: @escaping @Sendable (Double) -> Double
) -> Misconception<Vector, ActivationsOutput> {
  activating(name, explanation, question) { $1.tanh = $0.map(function) }
}
