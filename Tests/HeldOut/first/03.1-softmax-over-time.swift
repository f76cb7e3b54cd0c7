// exercise: 03.1
// is: wrong
// cause: The softmax in the backward pass is normalised over the steps of the sequence (axis 0) instead of over the vocabulary.
// named: softmax|probabilit|normalis
// named: over (the )?(time|steps|sequence|\bT\b)|across (the )?(time|steps)|axis|along (the )?time|instead of (over )?(the )?(words|vocabulary)
// swift-format-ignore-file

private func softmaxAxis0(_ x: Matrix) -> Matrix {
  var y = x
  for j in 0..<x.columns {
    let column = x.column(j)
    let m = column.max() ?? 0
    let e = column.map { exp($0 - m) }
    let z = e.sum
    for i in 0..<x.rows { y[i, j] = e[i] / z }
  }
  return y
}

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  var P = softmaxAxis0(Matrix(rows: trace.logits))  // T × V
  for t in 0..<T { P[t, targets[t]] -= 1 }
  var grads = parameters.zeros
  var back = Vector(zeros: parameters.hiddenSize)
  for t in (0..<T).reversed() {
    let d = P.row(t)
    let h = trace.hidden[t]
    grads.W.addOuter(d, h)
    grads.bOutput += d
    let da = (parameters.W.transposedProduct(d) + back) * (1 - h * h)
    for i in da.indices { grads.U[i, trace.inputs[t]] += da[i] }
    grads.V.addOuter(da, t == 0 ? trace.initialHidden : trace.hidden[t - 1])
    grads.bHidden += da
    back = parameters.V.transposedProduct(da)
  }
  return (grads, back)
}
