// exercise: 03.1
// is: wrong
// cause: bHidden is assigned at every step, not added to: only the first time step is left.
// named: bHidden|b_h|bias
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let H = parameters.bHidden.count
  let T = trace.inputs.count
  var dU = Matrix(zeros: H, parameters.bOutput.count)
  var dV = Matrix(zeros: H, H)
  var dW = Matrix(zeros: parameters.bOutput.count, H)
  var dbh = Vector(zeros: H)
  var dbo = Vector(zeros: parameters.bOutput.count)
  var dhNext = Vector(zeros: H)
  for t in stride(from: T - 1, through: 0, by: -1) {
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW.addOuter(dy, h)
    dbo += dy
    let dh = parameters.W.transposedProduct(dy) + dhNext
    let da = dh * (1 - h * h)
    for i in 0..<H { dU[i, trace.inputs[t]] += da[i] }
    dV.addOuter(da, hPrev)
    dbh = da
    dhNext = parameters.V.transposedProduct(da)
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), dhNext)
}
