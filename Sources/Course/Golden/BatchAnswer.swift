import Contracts
import Recurrent
import Reference
import Trainers

/// What a batched implementation makes of a padded batch, from states of zero.
struct BatchAnswer<Network> {
  var batch: Batch
  /// T matrices of H × B.
  var hidden: [Matrix]
  /// T matrices of V × B.
  var logits: [Matrix]
  /// Nats per token.
  var loss: Double
  var gradients: Network
}

extension GoldenNetwork {
  /// Networks that nobody runs in batches are verified sequence by sequence alone.
  func batched(_ examples: [Example], _ answers: Answers) throws -> BatchAnswer<Self>? { nil }
}

extension RNNParameters {
  /// By the exercises of lesson 06.
  func batched(
    _ examples: [Example], _ answers: Answers
  ) throws -> BatchAnswer<RNNParameters>? {
    let batch = try answers.pad(examples)
    let trace = try answers.batchedForward(batch, Matrix(zeros: hiddenSize, examples.count), self)
    let loss = try answers.maskedCrossEntropy(trace.logits, batch)
    let result = try answers.batchedBackward(trace, loss.dLogits, self)
    return BatchAnswer(
      batch: batch, hidden: trace.hidden, logits: trace.logits, loss: loss.loss,
      gradients: result.gradients)
  }
}

extension LSTMParameters {
  /// By the reference's engine: no exercise asks for it.
  func batched(
    _ examples: [Example], _ answers: Answers
  ) throws -> BatchAnswer<LSTMParameters>? {
    let batch = try pad(examples)
    let trainer = BatchTrainer(self)
    let loss = try trainer.forward(batch)
    trainer.backward(batch)
    return BatchAnswer(
      batch: batch, hidden: trainer.outputs(of: batch), logits: trainer.logits(of: batch),
      loss: loss, gradients: trainer.gradients)
  }
}

extension Answers {
  func pad(_ examples: [Example]) throws -> Batch { try call("06.1", examples) }

  func maskedCrossEntropy(_ logits: [Matrix], _ batch: Batch) throws -> MaskedCrossEntropyOutput {
    try call("06.2", MaskedCrossEntropyInput(logits: logits, batch: batch))
  }

  func batchedForward(
    _ batch: Batch, _ initialHidden: Matrix, _ parameters: RNNParameters
  ) throws -> BatchTrace {
    try call(
      "06.3",
      BatchedForwardInput(batch: batch, initialHidden: initialHidden, parameters: parameters))
  }

  func batchedBackward(
    _ trace: BatchTrace, _ dLogits: [Matrix], _ parameters: RNNParameters
  ) throws -> BatchedBackwardOutput {
    try call("06.4", BatchedBackwardInput(trace: trace, dLogits: dLogits, parameters: parameters))
  }
}
