// exercise: 03.2
// is: wrong
// cause: The relative error has the sum |a| + |n| as its denominator, not the larger of the two.
// named: \|a\| ?\+ ?\|n\||sum of (the |both |their )?(two |both )?(sizes|absolute|magnitudes|numbers|values)|denominator|sum (where|instead of|in place of).*(max|larg)|(max|larg).*sum|added|half
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var result = parameters.zeros
  for (k, tensor) in parameters.tensors.enumerated() {
    let values = try tensor.elements.indices.map { i -> Double in
      func moved(_ by: Double) throws -> Double {
        var elements = tensor.elements
        elements[i] += by
        var copy = parameters
        copy.tensors[k] = Matrix(tensor.rows, tensor.columns, elements)
        return try loss(copy)
      }
      return (try moved(step) - moved(-step)) / (2 * step)
    }
    result.tensors[k] = Matrix(tensor.rows, tensor.columns, values)
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let errors = zip(a, n).map { a, n in
    a == 0 && n == 0 ? 0 : abs(a - n) / (abs(a) + abs(n))
  }
  return errors.contains(where: \.isNaN) ? .nan : errors.max() ?? 0
}
