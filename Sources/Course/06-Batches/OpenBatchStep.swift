import Checking
import Contracts
import Recurrent
import Reference

// MARK: - A step with its decisions laid open

struct OpenBatchStep: Sendable {
  // The defaults are the right ones.
  /// What the step is taken on.
  var batch: @Sendable (Batch) -> Batch = { $0 }
  var initial: @Sendable (_ hiddenSize: Int, _ batchSize: Int) -> Matrix = {
    Matrix(zeros: $0, $1)
  }
  /// On the gradient at the logits, and on that of the parameters before it is clipped.
  var dLogits: @Sendable ([Matrix], Batch) -> [Matrix] = { dLogits, _ in dLogits }
  var factor: @Sendable (Batch) -> Double = { _ in 1 }
  var clip: @Sendable (RNNParameters, _ limit: Double, _ rate: Double) throws -> RNNParameters = {
    gradients, limit, _ in try Reference.clip(gradients, maximumNorm: limit)
  }
  var rate: @Sendable (Double, Batch) -> Double = { rate, _ in rate }
  /// What the update leaves, from the parameters before and after it.
  var moved:
    @Sendable (_ before: RNNParameters, _ after: RNNParameters, _ limit: Double) throws ->
      RNNParameters = { _, after, _ in after }
  var loss: @Sendable (Double, Batch) -> Double = { loss, _ in loss }
  /// Whether loss and gradient are means of the sequences' own means.
  var weighsSequences = false
  var measuresAfter = false
  var splits = false
  var updates = 1

  func callAsFunction(_ input: BatchTrainingInput) throws -> BatchTrainingOutput {
    var p = input.parameters
    var losses: [Double] = []
    for given in input.batches {
      let batch = batch(given)
      let parts = splits ? try batch.sequences.map { try pad([$0]) } : [batch]
      var sum = 0.0
      for part in parts { sum += try step(&p, part, input) * Double(part.tokens) }
      losses.append(loss(sum / Double(batch.tokens), batch))
    }
    return BatchTrainingOutput(losses: losses, parameters: p)
  }

  private func step(
    _ p: inout RNNParameters, _ batch: Batch, _ input: BatchTrainingInput
  ) throws -> Double {
    let first = initial(p.hiddenSize, batch.size)
    var before = 0.0
    for update in 0..<updates {
      let trace = try batchedForward(batch, initialHidden: first, parameters: p)
      var (loss, d) = try maskedCrossEntropy(trace.logits, batch: batch)
      if weighsSequences { (loss, d) = try meanOfMeans(trace.logits, batch) }
      if update == 0 { before = loss }
      var gradients = try batchedBackward(trace, dLogits: dLogits(d, batch), parameters: p)
        .gradients
      gradients.tensors = gradients.tensors.map { factor(batch) * $0 }
      gradients = try clip(gradients, input.maximumNorm, input.learningRate)
      let old = p
      try sgdStep(&p, gradients: gradients, learningRate: rate(input.learningRate, batch))
      p = try moved(old, p, input.maximumNorm)
    }
    guard measuresAfter else { return before }
    return try maskedCrossEntropy(
      try batchedForward(batch, initialHidden: first, parameters: p).logits, batch: batch
    ).loss
  }

  /// Every sequence weighs the same.
  private func meanOfMeans(_ logits: [Matrix], _ batch: Batch) throws -> (Double, [Matrix]) {
    var loss = BatchLoss()
    loss.weight = { 1 / (Double($0.batch.size) * length(of: $2, in: $0.batch)) }
    let output = try loss(MaskedCrossEntropyInput(logits: logits, batch: batch))
    return (output.loss, output.dLogits)
  }
}

extension Batch {
  /// The sequences without their padding.
  var sequences: [Example] {
    (0..<size).map { b in
      let steps = (0..<steps).filter { mask[$0, b] > 0 }
      return Example(inputs: steps.map { inputs[$0][b] }, targets: steps.map { targets[$0][b] })
    }
  }
}

func wrongBatchStep(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenBatchStep) -> Void
) -> Misconception<BatchTrainingInput, BatchTrainingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenBatchStep(), run: { try $0($1) },
    change: change)
}
