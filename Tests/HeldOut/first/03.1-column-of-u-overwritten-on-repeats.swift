// exercise: 03.1
// is: wrong
// cause: The column of dU that belongs to the step's token is assigned instead of added to, so a repeated token keeps one step only.
// named: \bd?U\b|input (weight|matrix|gradient)|token
// named: overwr|assign|instead of (added|adding|add|sum)|repeat|occurs (twice|again|more than once)|replac|last (one|write|occurrence|visit)|first (one|occurrence)|one step|only once|not (added|summed|accumulated)|same token
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count, H = parameters.hiddenSize
  var dU = Matrix(zeros: H, parameters.vocabularySize)
  var dV = Matrix(zeros: H, H)
  var dW = Matrix(zeros: parameters.vocabularySize, H)
  var dbh = Vector(zeros: H)
  var dby = Vector(zeros: parameters.vocabularySize)
  var carried = Vector(zeros: H)
  for t in stride(from: T - 1, through: 0, by: -1) {
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW += dy.outer(h)
    dby += dy
    let dh = parameters.W.transposed * dy + carried
    let da = dh * h.map { 1 - $0 * $0 }
    for i in 0..<H { dU[i, trace.inputs[t]] = da[i] }
    dV += da.outer(hPrev)
    dbh += da
    carried = parameters.V.transposed * da
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dby), carried)
}
