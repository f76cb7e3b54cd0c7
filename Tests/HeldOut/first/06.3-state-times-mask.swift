// exercise: 06.3
// is: wrong
// cause: Where the mask is 0 the state becomes zero instead of staying what it was.
// named: zero|wiped|lost|not kept|reset|clear|eras|delet|forgot|set to 0
// named: state|hidden
// named: padd|mask|ended|end of|beyond|over\b
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  let p = parameters
  var H = initialHidden
  var hidden: [Matrix] = []
  var logits: [Matrix] = []
  for t in 0..<batch.steps {
    var X = Matrix(zeros: p.vocabularySize, batch.size)
    for b in 0..<batch.size { X[batch.inputs[t][b], b] = 1 }
    let A = (p.U * X + p.V * H).adding(toColumns: p.bHidden)
    H = A.map { tanh($0) }.scaling(columns: batch.mask.row(t))
    hidden.append(H)
    logits.append((p.W * H).adding(toColumns: p.bOutput))
  }
  return BatchTrace(batch: batch, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
