// exercise: 06.3
// is: right
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  let B = batch.size
  var states = (0..<B).map { initialHidden.column($0) }
  var hidden: [Matrix] = []
  var logits: [Matrix] = []
  for t in 0..<batch.steps {
    for b in 0..<B {
      guard batch.mask[t, b] != 0 else { continue }
      states[b] = try rnnStep(batch.inputs[t][b], hidden: states[b], parameters: parameters)
    }
    hidden.append(Matrix(columns: states))
    logits.append(Matrix(columns: states.map { parameters.W * $0 + parameters.bOutput }))
  }
  return BatchTrace(batch: batch, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
