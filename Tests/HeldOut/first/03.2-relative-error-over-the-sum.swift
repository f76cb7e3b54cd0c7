// exercise: 03.2
// is: wrong
// cause: The relative error divides by |a| + |n| instead of by the larger of the two.
// named: \|a\| \+ \|n\||sum of
// swift-format-ignore-file

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (A, N) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(A.elements, N.elements) {
      if a == 0 && n == 0 { continue }
      let rel = abs(a - n) / (abs(a) + abs(n))
      if rel.isNaN { return .nan }
      worst = max(worst, rel)
    }
  }
  return worst
}
