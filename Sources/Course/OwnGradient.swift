import Checking
import Contracts
import Recurrent

/// The gradient check on the student's own functions, run outside of their program: central
/// differences of their forward pass and loss, number by number, beside what their backward pass
/// gives.
struct OwnGradient {
  /// The claim of every property that asks this.
  static let claim = "your gradient equals the finite difference of your own forward pass"

  /// `"03.1"`, whose gradient it is; `"rnnBackward"` and `"rnnForward"`, the functions.
  var exercise: String
  var backward: String
  var forward: String
  /// The parameters and after them the initial states, as they are named, where they are, and what
  /// the gradient is said to be there.
  var names: [String]
  var point: TensorList
  var gradient: TensorList
  /// T tokens, to take the cross-entropy against; none where the loss is another.
  var targets: [Int]

  // A step of 1e-5 balances two errors of a central difference: the third derivative times step²/6,
  // about 1e-11 here, and the rounding of a loss near 5 over 2·step, about 5e-11. Both together stay
  // below 1e-6 of any gradient over 1e-3 and below the floor under that.
  private static let step = 1e-5
  private static let tolerance = 1e-6
  private static let floor = 1e-9

  /// What a property finds: the first number that disagrees, or that there is no loss to compare with.
  ///
  /// - Parameter logits: of the student's forward pass at another point.
  func finding(from ask: Ask, logits: (TensorList) throws -> [Vector]) throws -> String? {
    try finding { point in
      try NoAnswer.catching(
        from: ask, "02.5", CrossEntropyInput(logits: logits(point), targets: targets),
        as: CrossEntropyOutput.self
      ).get().sum
    }
  }

  /// The same for another loss than the summed cross-entropy.
  ///
  /// - Parameter loss: from the student's forward pass at another point.
  /// - Throws: ``CheckerFault``.
  func finding(loss: (TensorList) throws -> Double) throws -> String? {
    do {
      return try firstDisagreement(loss)
    } catch let missing as NoAnswer {
      return """
        \(missing.finding). Without it there is no loss to take a finite difference of; what \
        \(exercise) gives is not at fault
        """
    }
  }

  private var witnesses: String { targets.isEmpty ? forward : "\(forward) and crossEntropy" }

  private func firstDisagreement(_ loss: (TensorList) throws -> Double) throws -> String? {
    for k in point.tensors.indices {
      for i in 0..<point.tensors[k].rows {
        for j in 0..<point.tensors[k].columns {
          func moved(_ change: Double) -> TensorList {
            var moved = point
            moved.tensors[k][i, j] += change
            return moved
          }
          let numerical = try (loss(moved(Self.step)) - loss(moved(-Self.step))) / (2 * Self.step)
          let analytic = gradient.tensors[k][i, j]
          let allowed = max(Self.tolerance * max(abs(analytic), abs(numerical)), Self.floor)
          // Written so that NaN loses.
          if abs(analytic - numerical) <= allowed { continue }
          let place = point.tensors[k].columns == 1 ? "[\(i)]" : "[\(i), \(j)]"
          return """
            d\(names[k])\(place) of your \(backward) is \(analytic), and the central difference of \
            your \(witnesses) is \(numerical) (\(distance(analytic, numerical))): one of the \
            \(targets.isEmpty ? "two" : "three") does not belong to the \
            \(targets.isEmpty ? "other" : "others")
            """
        }
      }
    }
    return nil
  }

  private func distance(_ analytic: Double, _ numerical: Double) -> String {
    let size = max(abs(analytic), abs(numerical))
    return """
      relative difference \(threeDigits(abs(analytic - numerical) / size)), allowed \(Self.tolerance), or \
      \(Self.floor) in all
      """
  }
}

/// 0.0123, 2.3e-07: for a distance in a sentence.
func threeDigits(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return "\(value)" }
  let scale = pow(10, 2 - log10(abs(value)).rounded(.down))
  return "\((value * scale).rounded() / scale)"
}
