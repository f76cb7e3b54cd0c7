import Checking
import Contracts
import Recurrent

let gradientOfOwnForwardPass = Property<RNNBackwardInput, RNNBackwardOutput>(
  OwnGradient.claim
) { input, got, ask in
  // Two calls of two functions per parameter: only the challenge with H 3 and V 4 is small enough,
  // and of those that are, the only one with a past (T > 1) and random numbers.
  guard input.parameters.hiddenSize == 3, input.trace.inputs.count > 1 else { return nil }
  let check = OwnGradient(
    exercise: "03.1", backward: "rnnBackward", forward: "rnnForward",
    names: input.parameters.names + ["InitialHidden"],
    point: TensorList(input.parameters.tensors + [Matrix(column: input.trace.initialHidden)]),
    gradient: TensorList(got.gradients.tensors + [Matrix(column: got.dInitialHidden)]),
    targets: input.targets)
  return try check.finding(from: ask) { point in
    var parameters = input.parameters
    parameters.tensors = Array(point.tensors.dropLast())
    return try NoAnswer.catching(
      from: ask, "02.4",
      RNNForwardInput(
        inputs: input.trace.inputs, initialHidden: point.tensors[point.tensors.count - 1].column(0),
        parameters: parameters),
      as: RNNTrace.self
    ).get().logits
  }
}
