// Given, not to be changed: stands in for your stack while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {
  try modelAnswer(of: "09.3", for: StackForwardInput(inputs: inputs, parameters: parameters))
}
