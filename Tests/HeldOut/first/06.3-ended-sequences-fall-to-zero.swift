// exercise: 06.3
// is: wrong
// cause: Where the mask is 0 the state becomes zero instead of staying as it was.
// named: pad|mask|ended|end of
// named: zero|not (kept|carried|held)|instead of (kept|keeping|staying)|lost|wiped|cleared|forgotten
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var hs: [Matrix] = [], ys: [Matrix] = []
  var h = initialHidden
  for t in 0..<batch.steps {
    let a = parameters.U.selecting(columns: batch.inputs[t]) + parameters.V * h
    h = a.adding(toColumns: parameters.bHidden).map { tanh($0) }.scaling(columns: batch.mask.row(t))
    hs.append(h)
    ys.append((parameters.W * h).adding(toColumns: parameters.bOutput))
  }
  return BatchTrace(batch: batch, initialHidden: initialHidden, hidden: hs, logits: ys)
}
