// exercise: 03.1
// is: right
// cause: No carry: each step's loss is sent back to the beginning by itself, O(T²), and the shares are added.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let p = parameters
  var total = p.zeros
  var dInitial = Vector(zeros: p.hiddenSize)
  func state(_ t: Int) -> Vector { t < 0 ? trace.initialHidden : trace.hidden[t] }
  for k in trace.inputs.indices {
    let truth: Vector = try oneHot(targets[k], size: p.vocabularySize)
    let error = try softmax(trace.logits[k]) - truth
    total.W += error.outer(state(k))
    total.bOutput += error
    var d = p.W.transposed * error
    for t in stride(from: k, through: 0, by: -1) {
      d = d - d * state(t) * state(t)
      let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
      total.U += d.outer(x)
      total.V += d.outer(state(t - 1))
      total.bHidden += d
      d = p.V.transposed * d
    }
    dInitial += d
  }
  return (total, dInitial)
}
