// Given, not to be changed: stands in for your forward pass while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  try modelAnswer(
    of: "04.3",
    for: LSTMForwardInput(
      inputs: inputs, initialHidden: initialHidden, initialCell: initialCell,
      parameters: parameters))
}
