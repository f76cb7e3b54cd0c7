// exercise: 03.3
// is: right
// cause: The norm tensor by tensor; the minimum written as a ternary.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var square = 0.0
  for tensor in gradients.tensors {
    for i in 0..<tensor.rows { square += tensor.row(i).dot(tensor.row(i)) }
  }
  let ratio = maximumNorm / (square.squareRoot() + 1e-6)
  let factor = ratio > 1 ? 1 : ratio
  var result = gradients.zeros
  result.tensors = gradients.tensors.map { t in t.map { $0 * factor } }
  return result
}
