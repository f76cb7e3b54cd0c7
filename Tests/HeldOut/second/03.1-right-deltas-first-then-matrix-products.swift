// exercise: 03.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let V = parameters.vocabularySize
  let before = [trace.initialHidden] + trace.hidden.dropLast()
  var back = Vector(zeros: parameters.hiddenSize)
  var errors: [Vector] = [], deltas: [Vector] = []  // from the last step to the first
  for ((logits, target), h) in zip(zip(trace.logits, targets), trace.hidden).reversed() {
    let truth: Vector = try oneHot(target, size: V)
    let e = try softmax(logits) - truth
    let d = (e.outer([1]).transposed * parameters.W).row(0) + back
    let a = Vector(zip(d, h).map { ($0 * (1 + $1)) * (1 - $1) })
    back = parameters.V.transposed * a
    errors.append(e)
    deltas.append(a)
  }
  // H × T and V × T, in the order of time
  let D = Matrix(columns: deltas.reversed())
  let E = Matrix(columns: errors.reversed())
  let X: Matrix = try oneHot(trace.inputs, size: V)
  let gradients = RNNParameters(
    U: D * X, V: D * Matrix(rows: Array(before)), W: E * Matrix(rows: trace.hidden),
    bHidden: D.sumOfColumns, bOutput: E.sumOfColumns)
  return (gradients, back)
}
