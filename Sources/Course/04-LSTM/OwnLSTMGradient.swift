import Checking
import Contracts
import Recurrent

let gradientOfOwnLSTM = Property<LSTMBackwardInput, LSTMBackwardOutput>(OwnGradient.claim) {
  input, got, ask in
  // Two calls of two functions for each of 65 numbers: the challenge with H 2 and a past.
  guard input.parameters.hiddenSize == 2, input.trace.inputs.count > 1 else { return nil }
  let trace = input.trace
  let check = OwnGradient(
    exercise: "04.4", backward: "lstmBackward", forward: "lstmForward",
    names: input.parameters.names + ["InitialHidden", "InitialCell"],
    point: TensorList(
      input.parameters.tensors
        + [Matrix(column: trace.initialHidden), Matrix(column: trace.initialCell)]),
    gradient: TensorList(
      got.gradients.tensors
        + [Matrix(column: got.dInitialHidden), Matrix(column: got.dInitialCell)]),
    targets: input.targets)
  return try check.finding(from: ask) { point in
    var parameters = input.parameters
    parameters.tensors = Array(point.tensors.dropLast(2))
    let states = point.tensors.suffix(2).map { $0.column(0) }
    return try NoAnswer.catching(
      from: ask, "04.3",
      LSTMForwardInput(
        inputs: trace.inputs, initialHidden: states[0], initialCell: states[1],
        parameters: parameters),
      as: LSTMTrace.self
    ).get().logits
  }
}
