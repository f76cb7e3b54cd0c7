// Given, not to be changed: stands in for your SGD step while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let moved = try modelAnswer(
    of: "03.4",
    for: SGDInput(
      parameters: TensorList(parameters.tensors), gradients: [TensorList(gradients.tensors)],
      learningRate: learningRate),
    as: TensorList.self)
  parameters.tensors = moved.tensors
}
