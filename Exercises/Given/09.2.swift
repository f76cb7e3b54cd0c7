// Given, not to be changed: stands in for your level while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  try modelAnswer(of: "09.2", for: LevelForwardInput(inputs: inputs, parameters: parameters))
}
