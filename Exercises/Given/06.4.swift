// Given, not to be changed: stands in for your backward pass while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let result = try modelAnswer(
    of: "06.4", for: BatchedBackwardInput(trace: trace, dLogits: dLogits, parameters: parameters),
    as: BatchedBackwardOutput.self)
  return (result.gradients, result.dInitialHidden)
}
