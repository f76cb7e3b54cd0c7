// exercise: 03.2
// is: wrong
// cause: The relative error is divided by max(|a|, |n|) + 1e-8, so that pairs of very small numbers seem to agree.
// named: relative error|denominator|divi|below the line
// named: epsilon|ε|small|tiny|1e-8|added|constant
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var work = parameters
  var grad = parameters.zeros.tensors
  for k in 0..<grad.count {
    for r in 0..<grad[k].rows {
      for c in 0..<grad[k].columns {
        let original = parameters.tensors[k][r, c]
        work.tensors[k][r, c] = original + step
        let lossPlus = try loss(work)
        work.tensors[k][r, c] = original - step
        let lossMinus = try loss(work)
        work.tensors[k][r, c] = original
        grad[k][r, c] = (lossPlus - lossMinus) / (2 * step)
      }
    }
  }
  work.tensors = grad
  return work
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let eps = 1e-8   // against 0 / 0
  var errors: [Double] = [0]
  for (A, N) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(A.elements, N.elements) {
      errors.append(abs(a - n) / (max(abs(a), abs(n)) + eps))
    }
  }
  if errors.contains(where: { $0.isNaN }) { return .nan }
  return errors.max()!
}
