// exercise: 06.3
// is: wrong
// cause: Where the mask is 0 the hidden state becomes zero instead of staying what it was.
// named: mask|padd|ended|end of (a|the|its) sequence
// named: zero|\b0s?\b|erase|wiped|cleared|lost|not kept|forgot|multiplied
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters p: RNNParameters
) throws -> BatchTrace {
  var H: [Matrix] = []
  var Y: [Matrix] = []
  var h = initialHidden
  for (t, tokens) in batch.inputs.enumerated() {
    var a = p.U.selecting(columns: tokens)
    a += p.V * h
    a = a.adding(toColumns: p.bHidden)
    h = a.map { tanh($0) }.scaling(columns: batch.mask.row(t))
    H.append(h)
    Y.append((p.W * h).adding(toColumns: p.bOutput))
  }
  return BatchTrace(batch: batch, initialHidden: initialHidden, hidden: H, logits: Y)
}
