// exercise: 03.2
// is: wrong
// cause: A NaN is lost: it is compared with > only, which is false for it, so that the error looks small.
// named: NaN
// swift-format-ignore-file

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for k in analytic.tensors.indices {
    for (a, n) in zip(analytic.tensors[k].elements, numerical.tensors[k].elements) {
      if a == 0 && n == 0 { continue }
      let e = abs(a - n) / max(abs(a), abs(n))
      if e > worst { worst = e }
    }
  }
  return worst
}
