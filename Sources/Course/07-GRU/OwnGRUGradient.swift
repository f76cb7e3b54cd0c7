import Checking
import Contracts
import Recurrent

let gradientOfOwnGRU = Property<GRUBackwardInput, GRUBackwardOutput>(OwnGradient.claim) {
  input, got, ask in
  // Two calls of two functions for each of 53 numbers: the challenge with H 2 and a past.
  guard input.parameters.hiddenSize == 2, input.trace.inputs.count > 1 else { return nil }
  let check = OwnGradient(
    exercise: "07.4", backward: "gruBackward", forward: "gruForward",
    names: input.parameters.names + ["InitialHidden"],
    point: TensorList(input.parameters.tensors + [Matrix(column: input.trace.initialHidden)]),
    gradient: TensorList(got.gradients.tensors + [Matrix(column: got.dInitialHidden)]),
    targets: input.targets)
  return try check.finding(from: ask) { point in
    var parameters = input.parameters
    parameters.tensors = Array(point.tensors.dropLast())
    return try NoAnswer.catching(
      from: ask, "07.3",
      GRUForwardInput(
        inputs: input.trace.inputs,
        initialHidden: point.tensors[point.tensors.count - 1].column(0), parameters: parameters),
      as: GRUTrace.self
    ).get().logits
  }
}
