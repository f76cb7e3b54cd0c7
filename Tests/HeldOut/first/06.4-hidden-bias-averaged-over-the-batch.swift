// exercise: 06.4
// is: wrong
// cause: The gradient of the hidden bias is the mean over the sequences instead of their sum.
// named: bHidden|hidden bias|\bb_?h\b|bias
// named: mean|averag|divided|instead of (the )?sum|batch size|1/B|per sequence
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let (T, B, H) = (trace.batch.steps, trace.batch.size, parameters.hiddenSize)
  var out = parameters.zeros
  var carry = Matrix(zeros: H, B)
  for t in (0..<T).reversed() {
    let prev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    out.W.addOuter(dLogits[t], trace.hidden[t])
    out.bOutput += dLogits[t].sumOfColumns
    let dh = parameters.W.transposedProduct(dLogits[t]) + carry
    var da = Matrix(zeros: H, B)
    var stay = Matrix(zeros: H, B)
    for b in 0..<B {
      for i in 0..<H {
        if trace.batch.mask[t, b] > 0 {
          let h = trace.hidden[t][i, b]
          da[i, b] = dh[i, b] * (1 - h * h)
        } else {
          stay[i, b] = dh[i, b]
        }
      }
    }
    for i in 0..<H {
      let row = da.row(i)
      out.bHidden[i] += row.sum / Double(row.count)
    }
    out.U.addColumns(da, at: trace.batch.inputs[t])
    out.V.addOuter(da, prev)
    carry = parameters.V.transposedProduct(da) + stay
  }
  return (out, carry)
}
