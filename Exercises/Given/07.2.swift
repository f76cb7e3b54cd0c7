// Given, not to be changed: stands in for your step while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  try modelAnswer(
    of: "07.2", for: GRUStepInput(token: token, hidden: hidden, parameters: parameters))
}
