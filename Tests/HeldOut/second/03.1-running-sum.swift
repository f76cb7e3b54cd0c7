// exercise: 03.1
// is: wrong
// cause: The carried gradient is accumulated over the steps (dNext += Vᵀ da) instead of being replaced at each step, so that shares of later steps are counted again and again.
// named: carr|dNext|dHidden|state's gradient|gradient (of|at|from) the (hidden )?state|later steps?|next step
// named: accumul|added up|add(s|ed)? (to|on)|not replaced|instead of (being )?replac|kept|keeps|summed|sum\b|grows|\+=|again|never (cleared|reset)|piles?|more than once|twice
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let (H, T) = (parameters.hiddenSize, trace.inputs.count)
  var dU = parameters.U, dV = parameters.V, dW = parameters.W
  dU *= 0
  dV *= 0
  dW *= 0
  var dbh = Vector(zeros: H), dby = Vector(zeros: parameters.vocabularySize)
  var dNext = Vector(zeros: H)
  for t in (0..<T).reversed() {
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW.addOuter(dy, trace.hidden[t])
    dby += dy
    let dh = parameters.W.transposedProduct(dy) + dNext
    let draw = dh * trace.hidden[t].map { 1 - $0 * $0 }
    dbh += draw
    for i in 0..<H { dU[i, trace.inputs[t]] += draw[i] }
    dV.addOuter(draw, t > 0 ? trace.hidden[t - 1] : trace.initialHidden)
    dNext += parameters.V.transposedProduct(draw)
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dby), dNext)
}
