// Given, not to be changed: stands in for your loss of a batch while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let result = try modelAnswer(
    of: "06.2", for: MaskedCrossEntropyInput(logits: logits, batch: batch),
    as: MaskedCrossEntropyOutput.self)
  return (result.loss, result.dLogits)
}
