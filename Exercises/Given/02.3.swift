// Given, not to be changed: stands in for your step while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  try modelAnswer(
    of: "02.3", for: RNNStepInput(token: token, hidden: hidden, parameters: parameters))
}
