import Transcripts

extension Relation {
  /// The mistake in words.
  ///
  /// - Parameters:
  ///   - what: "dV", "dU and dV", "every tensor".
  ///   - isPlural: whether a verb after `what` is in the plural.
  func cause(of what: String, isPlural: Bool, _ sizes: [Size]) -> Diagnosis.Cause {
    let (name, explanation, question) = words(what, isPlural ? "are" : "is", sizes)
    return Diagnosis.Cause(name: name, explanation: explanation, question: question)
  }

  private func words(
    _ what: String, _ be: String, _ sizes: [Size]
  ) -> (name: String, explanation: String, question: String) {
    switch self {
    case .opposite:
      (
        "\(what) with the opposite sign", "Every number has the right size and the wrong sign.",
        "Which way round is the difference that \(be == "are" ? "they begin" : "it begins") with?"
      )
    case .transposed:
      (
        "\(what) transposed", "Rows and columns have changed places; the numbers are right.",
        "Which index belongs to what the matrix gives, and which to what it is given?"
      )
    case .byColumns:
      (
        "\(what) filled in column by column",
        "The numbers are right and the shape is, but they stand in the other order.",
        "Which of the two indices moves faster when you lay a matrix out?"
      )
    case .scaled(let factor): scaledWords(factor, what, be, sizes)
    case .steps(let weights): stepWords(weights, what)
    case .late:
      (
        "\(what) one place late", "What stands at place t belongs to place t − 1.",
        "What does index 0 of your list hold: what was before the first step, or what came of it?"
      )
    case .early:
      (
        "\(what) one place early", "What stands at place t belongs to place t + 1.",
        "What does index 0 of your list hold: what came of the first step, or of the second?"
      )
    case .reversed:
      (
        "\(what) from last to first", "Everything is there, in the opposite order.",
        "In which order does your loop add to the list, and in which order is it read?"
      )
    case .withoutFirst:
      (
        "\(what) without the first", "All but the first are there and right.",
        "At which index does your loop begin?"
      )
    case .withoutLast:
      (
        "\(what) without the last", "All but the last are there and right.",
        "At which index does your loop end?"
      )
    case .lastEverywhere:
      (
        "the last step's \(what) at every step",
        "All steps show what belongs to the last one.",
        "Do you keep what a step gave, or something that the next step changes?"
      )
    case .zero:
      (
        "\(what) that \(be == "are" ? "stay" : "stays") zero",
        "Nothing is ever added, or it is added to a copy that is thrown away.",
        "Where in your loop \(be == "are" ? "do" : "does") \(what) grow?"
      )
    case .magnitude:
      (
        "\(what) without signs", "Every number has the right size, and none is negative.",
        "Where does a sign get lost: in a square, or in an absolute value?"
      )
    case .singlePrecision:
      (
        "\(what) in single precision",
        "Every number is a Float, with 7 digits where Double has 16.",
        "Which type do your numbers have on their way?"
      )
    case .clipped(let limit):
      (
        "\(what) clipped to the norm \(number(limit))",
        "The direction is right; what is longer than \(number(limit)) has been cut to that length.",
        "Whose work is the clipping, and what does this function's contract return?"
      )
    case .clamped(let limit):
      (
        "\(what) clamped to ±\(number(limit))",
        "Numbers within ±\(number(limit)) are right; those beyond have been cut to it.",
        "Whose work is the clipping, and what does this function's contract return?"
      )
    case .raised(let amount):
      (
        "\(what) \(amount > 0 ? "\(amount) too large" : "\(-amount) too small")",
        "Every number is off by the same amount.", "Do you count from 0 or from 1?"
      )
    }
  }

  private func stepWords(
    _ weights: Weights, _ what: String
  ) -> (name: String, explanation: String, question: String) {
    switch weights {
    case .firstOnly:
      (
        "\(what) from the first step alone",
        "Of the sum over time only step 0's share is left, as when each step overwrites the sum.",
        "Does each step add its share to what is there, or put it in its place?"
      )
    case .lastOnly:
      (
        "\(what) from the last step alone",
        "Of the sum over time only the last share is left, as when each step overwrites the sum.",
        "Does each step add its share to what is there, or put it in its place?"
      )
    case .withoutFirst:
      (
        "\(what) without the share of the first step", "The sum over time leaves out step 0.",
        "Which is the last step that your loop comes to, and what stands before the first?"
      )
    case .withoutLast:
      (
        "\(what) without the share of the last step", "The sum over time leaves out step T − 1.",
        "With which step does your loop begin?"
      )
    case .firstTwice:
      (
        "\(what) with the first step counted twice", "Step 0's share is added once more.",
        "What happens to step 0 in your loop, and once more outside of it?"
      )
    case .lastTwice:
      (
        "\(what) with the last step counted twice", "The last step's share is added once more.",
        "What happens to the last step in your loop, and once more outside of it?"
      )
    case .growing, .shrinking:
      (
        "\(what) as a sum of running sums",
        "The shares are added to a total, and the total is added again at each step.",
        "What do you add at each step: its share, or what has gathered so far?"
      )
    }
  }

  private func scaledWords(
    _ factor: Factor, _ what: String, _ be: String, _ sizes: [Size]
  ) -> (name: String, explanation: String, question: String) {
    switch factor {
    case .over(let symbol):
      return (
        "\(what) divided by \(symbol)",
        "The factor 1/\(symbol), \(symbol) \(meaning(symbol, sizes)), is all that parts "
          + "\(be == "are" ? "them" : "it") from the right result.",
        "Does the contract ask for a sum or for a mean, and over what?"
      )
    case .times(let symbol):
      return (
        "\(what) multiplied by \(symbol)",
        "The factor \(symbol), \(meaning(symbol, sizes)), is all that parts "
          + "\(be == "are" ? "them" : "it") from the right result.",
        "How often is the same share added?"
      )
    case .constant(let value) where abs(value - 1.442695041) < 1e-8:
      return (
        "\(what) in bits", "A logarithm to base 2 makes every number 1/ln 2 times as large.",
        "In which unit does the lesson measure a loss, and which logarithm gives it?"
      )
    case .constant(let value) where abs(value - 0.434294482) < 1e-8:
      return (
        "\(what) with logarithms to base 10",
        "A logarithm to base 10 makes every number 1/ln 10 times as large.",
        "In which unit does the lesson measure a loss, and which logarithm gives it?"
      )
    case .constant(let value):
      return (
        "\(what) times \(factorText(value))",
        "In every case the result is right but for the one factor \(factorText(value)).",
        value.magnitude > 1
          ? "What is counted more than once?"
          : "By what do you divide, and does the contract ask for it?"
      )
    }
  }

  private func meaning(_ symbol: String, _ sizes: [Size]) -> String {
    sizes.first { $0.symbol == symbol }?.meaning ?? "a size"
  }
}

extension Relation.Factor {
  /// "1/T", "−2".
  var text: String {
    switch self {
    case .over(let symbol): "1/\(symbol)"
    case .times(let symbol): symbol
    case .constant(let value): factorText(value)
    }
  }
}

/// "2", "1/4", "−0.3".
func factorText(_ value: Double) -> String {
  let sign = value < 0 ? "−" : ""
  let size = abs(value)
  for denominator in [1.0, 2, 3, 4, 5, 6, 8, 10] {
    let numerator = (size * denominator).rounded()
    if numerator > 0, numerator < 100, abs(numerator / denominator - size) <= 1e-9 * size {
      return sign
        + (denominator == 1 ? "\(Int(numerator))" : "\(Int(numerator))/\(Int(denominator))")
    }
  }
  return sign + number(size)
}
