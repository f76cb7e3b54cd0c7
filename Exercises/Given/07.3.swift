// Given, not to be changed: stands in for your forward pass while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  try modelAnswer(
    of: "07.3",
    for: GRUForwardInput(inputs: inputs, initialHidden: initialHidden, parameters: parameters))
}
