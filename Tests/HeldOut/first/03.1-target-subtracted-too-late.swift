// exercise: 03.1
// is: wrong
// cause: The state's gradient is computed from the probabilities before the target's 1 is subtracted; only dW and db_o get p − e_y.
// named: target|one-hot|[−-] ?1|subtract|p [−-] |probabilit
// named: state|dh|hidden|W⊤|Wᵀ|transpose|back|U, ?V
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let (U, V, W) = (parameters.U, parameters.V, parameters.W)
  let T = trace.inputs.count
  var dU = Matrix(zeros: U.rows, U.columns)
  var dV = Matrix(zeros: V.rows, V.columns)
  var dW = Matrix(zeros: W.rows, W.columns)
  var dbh = Vector(zeros: V.rows)
  var dbo = Vector(zeros: W.rows)
  var dnext = Vector(zeros: V.rows)
  for t in (0..<T).reversed() {
    let h = trace.hidden[t]
    let hprev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    let dh = W.transposedProduct(dy) + dnext
    let draw = (1 - h * h) * dh
    dy[targets[t]] -= 1
    dW += dy.outer(h)
    dbo += dy
    dbh += draw
    dV += draw.outer(hprev)
    for i in draw.indices { dU[i, trace.inputs[t]] += draw[i] }
    dnext = V.transposedProduct(draw)
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), dnext)
}
