public import Recurrent
import Trainers

// 06 Batches.   T steps, B sequences side by side, H hidden size, V vocabulary size, N valid tokens.

/// 06.1 – sequences side by side, padded at their ends with 0, and 1 in the mask where there is a
/// token.
///
/// - Throws: ``BatchError`` where there is no sequence, an empty one, or one with another number of
///   targets than inputs.
public func pad(_ examples: [Example]) throws -> Batch {
  let steps = examples.map(\.inputs.count).max() ?? 0
  guard examples.allSatisfy({ !$0.inputs.isEmpty && $0.inputs.count == $0.targets.count }),
    steps > 0
  else {
    throw BatchError(description: "a batch needs sequences, each with a target for every input")
  }
  let padding = Array(repeating: 0, count: examples.count)
  var batch = Batch(
    inputs: Array(repeating: padding, count: steps),
    targets: Array(repeating: padding, count: steps), mask: Matrix(zeros: steps, examples.count))
  for (b, example) in examples.enumerated() {
    for t in example.inputs.indices {
      batch.inputs[t][b] = example.inputs[t]
      batch.targets[t][b] = example.targets[t]
      batch.mask[t, b] = 1
    }
  }
  return batch
}

/// 06.2 – the mean cross-entropy over the N tokens of a batch, and its gradient at the logits.
///
/// - Parameter logits: T matrices of V × B.
/// - Throws: ``BatchError`` for a batch whose parts do not fit each other or the logits.
public func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let size = logits.first?.rows ?? 0
  guard logits.count == batch.steps,
    logits.allSatisfy({ $0.rows == size && $0.columns == batch.size })
  else {
    throw BatchError(
      description: "a batch of \(batch.steps) × \(batch.size) needs as many logits")
  }
  try batch.validate(vocabularySize: size)
  let share = 1 / Double(batch.tokens)
  var loss = 0.0
  var dLogits = logits.map { Matrix(zeros: $0.rows, $0.columns) }
  for t in 0..<batch.steps {
    for b in 0..<batch.size where batch.mask[t, b] > 0 {
      let column = logits[t].column(b)
      let target = batch.targets[t][b]
      loss += share * (try crossEntropy([column], targets: [target], reduction: .sum))
      let probabilities = try softmax(column)
      for v in probabilities.indices {
        dLogits[t][v, b] = share * (probabilities[v] - (v == target ? 1 : 0))
      }
    }
  }
  return (loss, dLogits)
}

/// 06.3 – all sequences at once, a matrix of states instead of a vector; a sequence that has ended
/// keeps its state.
///
/// - Parameter initialHidden: H × B.
/// - Throws: ``BatchError`` for a batch that does not fit the network.
public func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters p: RNNParameters
) throws -> BatchTrace {
  try batch.validate(vocabularySize: p.vocabularySize)
  try batch.validate(states: initialHidden, hiddenSize: p.hiddenSize)
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var hidden = initialHidden
  for t in 0..<batch.steps {
    let (isToken, isPadding) = (batch.mask.row(t), 1 - batch.mask.row(t))
    let new = (p.U.selecting(columns: batch.inputs[t]) + p.V * hidden)
      .adding(toColumns: p.bHidden).map { tanh($0) }
    hidden = new.scaling(columns: isToken) + hidden.scaling(columns: isPadding)
    trace.hidden.append(hidden)
    trace.logits.append((p.W * hidden).adding(toColumns: p.bOutput))
  }
  return trace
}

/// 06.4 – the gradient of any function of the logits whose own gradient there is `dLogits`.
///
/// - Parameter dLogits: T matrices of V × B.
/// - Throws: ``BatchError`` for gradients or a trace that do not fit the network.
public func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters p: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  try batch.validate(vocabularySize: p.vocabularySize)
  for states in [trace.initialHidden] + trace.hidden {
    try batch.validate(states: states, hiddenSize: p.hiddenSize)
  }
  guard dLogits.count == batch.steps, trace.hidden.count == batch.steps,
    dLogits.allSatisfy({ $0.rows == p.vocabularySize && $0.columns == batch.size })
  else {
    throw BatchError(
      description: "a batch of \(batch.steps) × \(batch.size) needs as many states and gradients")
  }
  var gradients = p.zeros
  var dNext = Matrix(zeros: p.hiddenSize, batch.size)
  for t in (0..<batch.steps).reversed() {
    let (isToken, isPadding) = (batch.mask.row(t), 1 - batch.mask.row(t))
    let hidden = trace.hidden[t]
    gradients.W.addOuter(dLogits[t], hidden)
    gradients.bOutput += dLogits[t].sumOfColumns

    let dHidden = p.W.transposedProduct(dLogits[t]) + dNext
    // Where there is padding the state went past the step, and so does its gradient.
    let dActivation = dHidden.hadamard(hidden.map { 1 - $0 * $0 }).scaling(columns: isToken)
    gradients.U.addColumns(dActivation, at: batch.inputs[t])
    gradients.V.addOuter(dActivation, t > 0 ? trace.hidden[t - 1] : trace.initialHidden)
    gradients.bHidden += dActivation.sumOfColumns
    dNext = p.V.transposedProduct(dActivation) + dHidden.scaling(columns: isPadding)
  }
  return (gradients, dNext)
}

/// 06.5 – one update by the clipped gradient of a batch's mean loss.
///
/// - Returns: the loss before the update, nats per token.
public func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  let trace = try batchedForward(
    batch, initialHidden: Matrix(zeros: parameters.hiddenSize, batch.size), parameters: parameters)
  let (loss, dLogits) = try maskedCrossEntropy(trace.logits, batch: batch)
  let gradients = try batchedBackward(trace, dLogits: dLogits, parameters: parameters).gradients
  try sgdStep(
    &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
    learningRate: learningRate)
  return loss
}

/// 06.6 – sequences of like length together: sorted by length, equals in the order given, and cut
/// every `size`.
public func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  guard size > 0 else { throw BatchError(description: "a batch holds at least one sequence") }
  let order = examples.indices.sorted { a, b in
    (examples[a].inputs.count, a) < (examples[b].inputs.count, b)
  }
  return stride(from: 0, to: order.count, by: size).map { start in
    order[start..<min(start + size, order.count)].map { examples[$0] }
  }
}
