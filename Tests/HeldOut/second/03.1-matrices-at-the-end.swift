// exercise: 03.1
// is: right
// cause: The loop over time only collects the activations' gradients; the weights' gradients are matrix products over all steps at the end.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  var errors: [Vector] = []
  for t in 0..<T {
    var e = try softmax(trace.logits[t])
    e[targets[t]] -= 1
    errors.append(e)
  }
  var deltas = [Vector](repeating: Vector(zeros: parameters.hiddenSize), count: T)
  for back in 1...T {
    let t = T - back
    var d = parameters.W.transposedProduct(errors[t])
    if t + 1 < T { d += parameters.V.transposedProduct(deltas[t + 1]) }
    let h = trace.hidden[t]
    deltas[t] = d * ((1 - h) * (1 + h))
  }
  let D = Matrix(columns: deltas)                                             // H × T
  let E = Matrix(columns: errors)                                             // V × T
  let H = Matrix(rows: trace.hidden)                                          // T × H
  let before = Matrix(rows: [trace.initialHidden] + trace.hidden.dropLast())  // T × H
  let X: Matrix = try oneHot(trace.inputs, size: parameters.vocabularySize)   // T × V
  let gradients = RNNParameters(
    U: D * X, V: D * before, W: E * H, bHidden: D.sumOfColumns, bOutput: E.sumOfColumns)
  return (gradients, parameters.V.transposedProduct(deltas[0]))
}
