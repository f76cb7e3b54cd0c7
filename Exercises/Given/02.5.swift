// Given, not to be changed: stands in for your cross-entropy while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let both = try modelAnswer(
    of: "02.5", for: CrossEntropyInput(logits: logits, targets: targets),
    as: CrossEntropyOutput.self)
  return reduction == .sum ? both.sum : both.mean
}
