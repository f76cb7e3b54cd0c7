// exercise: 06.3
// is: wrong
// cause: The logits are set to zero at padding, where they should be those of the kept state.
// named: logits
// named: pad|mask|every column|ended|zero
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  let (U, V, W) = (parameters.U, parameters.V, parameters.W)
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var H = initialHidden
  for t in 0..<batch.steps {
    let m = batch.mask.row(t)
    let a = (U.selecting(columns: batch.inputs[t]) + V * H).adding(toColumns: parameters.bHidden)
    let new = a.map { tanh($0) }
    H = new.scaling(columns: m) + H.scaling(columns: 1 - m)
    let o = (W * H).adding(toColumns: parameters.bOutput)
    trace.hidden.append(H)
    trace.logits.append(o.scaling(columns: m))
  }
  return trace
}
