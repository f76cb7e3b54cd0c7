// exercise: 03.1
// is: right
// cause: First the gradients at the activations of all steps, then each weight's gradient as one matrix product.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let p = parameters
  let steps = trace.inputs.count
  var dY: [Vector] = []
  for t in 0..<steps {
    let probabilities = try softmax(trace.logits[t])
    dY.append(probabilities - (try oneHot(targets[t], size: p.vocabularySize)))
  }
  var dA = [Vector](repeating: Vector(zeros: p.hiddenSize), count: steps)
  var next = Vector(zeros: p.hiddenSize)
  for t in stride(from: steps - 1, to: -1, by: -1) {
    let slope = trace.hidden[t].map { (1 - $0) * (1 + $0) }
    dA[t] = slope * (p.W.transposedProduct(dY[t]) + next)
    next = p.V.transposedProduct(dA[t])
  }
  let before = [trace.initialHidden] + trace.hidden.dropLast()
  let A = Matrix(columns: dA)  // H × T
  let Y = Matrix(columns: dY)  // V × T
  let X = try trace.inputs.map { (id: Int) -> Vector in try oneHot(id, size: p.vocabularySize) }
  return (
    RNNParameters(
      U: A * Matrix(rows: X), V: A * Matrix(rows: before), W: Y * Matrix(rows: trace.hidden),
      bHidden: A.sumOfColumns, bOutput: Y.sumOfColumns),
    next
  )
}
