import Checking
import Contracts
import Recurrent

/// The gradient check on the student's own functions, run outside of their program: central
/// differences of their 02.4 and 02.5, parameter by parameter, beside what their 03.1 gives.
let gradientOfOwnForwardPass = Property<RNNBackwardInput, RNNBackwardOutput>(
  "your gradient equals the finite difference of your own forward pass"
) { input, got, ask in
  // Two calls of two functions per parameter: only the challenge with H 3 and V 4 is small enough,
  // and of those that are, the only one with a past (T > 1) and random numbers.
  guard input.parameters.hiddenSize == 3, input.trace.inputs.count > 1 else { return nil }
  do {
    return try firstDisagreement(input, got, ask)
  } catch let missing as NoAnswer {
    return """
      \(missing.finding). Without it there is no loss to take a finite difference of; what 03.1 gives \
      is not at fault
      """
  } catch {
    return "\(error)"
  }
}

// A step of 1e-5 balances two errors of a central difference: the third derivative times step²/6,
// about 1e-11 here, and the rounding of a loss near 5 over 2·step, about 5e-11. Both together stay
// below 1e-6 of any gradient over 1e-3 and below the floor under that.
private let step = 1e-5
private let tolerance = 1e-6
private let floor = 1e-9

private func firstDisagreement(
  _ input: RNNBackwardInput, _ got: RNNBackwardOutput, _ ask: Ask
) throws -> String? {
  let gradient = TensorList(got.gradients.tensors + [Matrix(column: got.dInitialHidden)])
  let point = TensorList(input.parameters.tensors + [Matrix(column: input.trace.initialHidden)])
  let names = input.parameters.names.map { "d\($0)" } + ["dInitialHidden"]
  for k in point.tensors.indices {
    for i in 0..<point.tensors[k].rows {
      for j in 0..<point.tensors[k].columns {
        func loss(_ change: Double) throws -> Double {
          var moved = point
          moved.tensors[k][i, j] += change
          return try ownLoss(at: moved, input, ask)
        }
        let numerical = try (loss(step) - loss(-step)) / (2 * step)
        let analytic = gradient.tensors[k][i, j]
        let allowed = max(tolerance * max(abs(analytic), abs(numerical)), floor)
        // Written so that NaN loses.
        if abs(analytic - numerical) <= allowed { continue }
        let place = point.tensors[k].columns == 1 ? "[\(i)]" : "[\(i), \(j)]"
        return """
          \(names[k])\(place) of your rnnBackward is \(analytic), and the central difference of your \
          rnnForward and crossEntropy is \(numerical): one of the three does not belong to the others
          """
      }
    }
  }
  return nil
}

/// The student's forward pass and loss at other parameters, the initial state being the last of them.
private func ownLoss(at point: TensorList, _ input: RNNBackwardInput, _ ask: Ask) throws -> Double {
  var parameters = input.parameters
  parameters.tensors = Array(point.tensors.dropLast())
  let trace = try NoAnswer.catching(
    from: ask, "02.4",
    RNNForwardInput(
      inputs: input.trace.inputs, initialHidden: point.tensors[point.tensors.count - 1].column(0),
      parameters: parameters),
    as: RNNTrace.self
  ).get()
  return try NoAnswer.catching(
    from: ask, "02.5", CrossEntropyInput(logits: trace.logits, targets: input.targets),
    as: CrossEntropyOutput.self
  ).get().sum
}
