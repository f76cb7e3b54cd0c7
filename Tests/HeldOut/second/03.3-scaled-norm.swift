// exercise: 03.3
// is: right
// cause: The norm is computed with the largest number taken out, and the factor is applied only where it is below 1.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let flat = gradients.tensors.flatMap(\.elements)
  let largest = flat.reduce(0.0) { max($0, abs($1)) }
  guard largest > 0 else { return gradients }
  var squares = 0.0
  for value in flat {
    let ratio = value / largest
    squares += ratio * ratio
  }
  let limit = largest * squares.squareRoot() + 1e-6
  if limit <= maximumNorm { return gradients }
  var clipped = gradients
  clipped.tensors = gradients.tensors.map { tensor in tensor.map { $0 / limit * maximumNorm } }
  return clipped
}
