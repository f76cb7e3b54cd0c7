// exercise: 03.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  // Each loss walks back to the beginning by itself; the gradient of the sum is the sum.
  let chain = [trace.initialHidden] + trace.hidden  // chain[t] stands before step t
  var total = parameters.zeros
  var dStart = Vector(zeros: parameters.hiddenSize)
  for end in trace.inputs.indices {
    let d = try softmax(trace.logits[end]) - oneHot(targets[end], size: parameters.vocabularySize)
    total.bOutput += d
    total.W = total.W + d.outer(chain[end + 1])
    var da = parameters.W.transposed * d
    for t in stride(from: end, through: 0, by: -1) {
      da = da - da * chain[t + 1] * chain[t + 1]
      total.U.addColumns(Matrix(column: da), at: [trace.inputs[t]])
      total.V = total.V + da.outer(chain[t])
      total.bHidden += da
      da = parameters.V.transposed * da
    }
    dStart += da
  }
  return (total, dStart)
}
