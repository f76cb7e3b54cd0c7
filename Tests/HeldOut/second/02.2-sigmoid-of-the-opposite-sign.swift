// exercise: 02.2
// is: wrong
// cause: The sigmoid is mirrored: 1/(1 + eˣ) instead of 1/(1 + e⁻ˣ).
// named: sign|mirror|eˣ|−x|1 − σ
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  var out = Vector(zeros: x.count)
  for i in x.indices {
    if x[i] <= 0 {
      out[i] = 1.0 / (1.0 + exp(x[i]))
    } else {
      let e = exp(-x[i])
      out[i] = e / (1.0 + e)
    }
  }
  return out
}
