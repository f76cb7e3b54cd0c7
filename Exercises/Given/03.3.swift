// Given, not to be changed: stands in for your clipping while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let clipped = try modelAnswer(
    of: "03.3", for: ClipInput(gradients: TensorList(gradients.tensors), maximumNorm: maximumNorm),
    as: TensorList.self)
  var result = gradients
  result.tensors = clipped.tensors
  return result
}
