// exercise: 03.1
// is: wrong
// cause: The one is subtracted at the input token instead of at the target.
// named: inputs? used as targets?|input.*(target|one.hot|subtract)|(target|one.hot|subtract).*input
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let V = parameters.vocabularySize
  var dU = parameters.U * 0, dV = parameters.V * 0, dW = parameters.W * 0
  var dbh = parameters.bHidden * 0, dbo = parameters.bOutput * 0
  var dhNext = parameters.bHidden * 0
  for t in stride(from: trace.hidden.count - 1, to: -1, by: -1) {
    let x: Vector = try oneHot(trace.inputs[t], size: V)
    let yHat = try softmax(trace.logits[t])
    let dy = yHat - x
    dW.addOuter(dy, trace.hidden[t])
    dbo += dy
    let dh = parameters.W.transposedProduct(dy) + dhNext
    let draw = dh * (1 - trace.hidden[t] * trace.hidden[t])
    dbh += draw
    dU.addOuter(draw, x)
    dV.addOuter(draw, t == 0 ? trace.initialHidden : trace.hidden[t - 1])
    dhNext = parameters.V.transposedProduct(draw)
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), dhNext)
}
