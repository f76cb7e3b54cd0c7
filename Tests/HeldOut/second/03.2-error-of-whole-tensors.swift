// exercise: 03.2
// is: wrong
// cause: The relative error compares the norms of whole tensors instead of each pair of numbers, so that a small wrong number disappears among large ones.
// named: norm|whole tensor|tensor by tensor
// swift-format-ignore-file

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (a, n) in zip(analytic.tensors, numerical.tensors) {
    let difference = (a - n).sumOfSquares.squareRoot()
    let scale = max(a.sumOfSquares.squareRoot(), n.sumOfSquares.squareRoot())
    if difference.isNaN || scale.isNaN { return .nan }
    if scale > 0 { worst = max(worst, difference / scale) }
  }
  return worst
}
