// exercise: 03.1
// is: wrong
// cause: The gradient of U is added in the column of the target token instead of that of the input token.
// named: \bd?U\b|input (matrix|weight)
// named: target|next token|predicted|column of the wrong|wrong token|following token
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var (dU, dV, dW) = (parameters.zeros.U, parameters.zeros.V, parameters.zeros.W)
  var (dbh, dbo) = (parameters.zeros.bHidden, parameters.zeros.bOutput)
  var carry = Vector(zeros: parameters.hiddenSize)
  for (t, token) in targets.enumerated().reversed() {
    let h = trace.hidden[t]
    let hOld = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var p = try softmax(trace.logits[t])
    p[token] -= 1
    dW.addOuter(p, h)
    dbo += p
    let da = (parameters.W.transposedProduct(p) + carry) * (1 - h * h)
    for row in 0..<dU.rows { dU[row, token] += da[row] }
    dV.addOuter(da, hOld)
    dbh += da
    carry = parameters.V.transposedProduct(da)
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), carry)
}
