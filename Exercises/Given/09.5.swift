// Given, not to be changed: stands in for your way back through both directions while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let result = try modelAnswer(
    of: "09.5", for: LevelBackwardInput(trace: trace, dOutputs: dOutputs, parameters: parameters),
    as: LayerGradients<Level>.self)
  return (result.gradients, result.dInputs)
}
