// exercise: 03.1
// is: wrong
// cause: The gradient is carried to the step before by V instead of the transpose of V.
// named: transpos|Vᵀ|V\^?T\b
// named: \bV\b|recurrent|Vᵀ
// named: carr|through time|step before|previous|earlier|back|untransposed|not transposed|instead of (its|the) transpose|without (its |the )?transpos|in place of (its|the) transpose|in place of Vᵀ|instead of Vᵀ
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  let H = parameters.hiddenSize
  var dU = Matrix(zeros: H, parameters.vocabularySize)
  var dV = Matrix(zeros: H, H)
  var dW = Matrix(zeros: parameters.vocabularySize, H)
  var dbh = Vector(zeros: H)
  var dbo = Vector(zeros: parameters.vocabularySize)
  var dhNext = Vector(zeros: H)

  for t in stride(from: T - 1, through: 0, by: -1) {
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW += dy.outer(h)
    dbo += dy
    let dh = parameters.W.transposed * dy + dhNext
    let draw = (1 - h * h) * dh
    dbh += draw
    dU += draw.outer(try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    dV += draw.outer(hPrev)
    dhNext = parameters.V * draw
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), dhNext)
}
