/// The orthogonal matrix nearest in spirit to a Gaussian one: its Q factor, with the signs that make
/// R's diagonal positive, which is unique and uniformly distributed.
///
/// - Parameter gaussian: rows × columns, of full rank.
/// - Returns: rows × columns; its columns are orthonormal, or its rows where there are fewer rows.
/// - Source: Saxe, McClelland and Ganguli 2014, "Exact solutions to the nonlinear dynamics of
///   learning in deep linear neural networks"; the sign rule is Mezzadri's (2007).
public func orthogonal(_ gaussian: Matrix) -> Matrix {
  if gaussian.rows < gaussian.columns { return orthogonal(gaussian.transposed).transposed }
  let m = gaussian.rows, n = gaussian.columns
  var a = gaussian
  var reflections: [Vector] = []
  for k in 0..<n {
    // Householder: reflect the column's rest onto the axis, away from cancellation.
    var v = Vector(zeros: m)
    for i in k..<m { v[i] = a[i, k] }
    let length = v.norm
    v[k] += v[k] < 0 ? -length : length
    let norm = v.norm
    if norm > 0 { v *= 1 / norm }
    reflections.append(v)
    let products = a.transposedProduct(v)
    for i in k..<m { for j in k..<n { a[i, j] -= 2 * v[i] * products[j] } }
  }
  var q = Matrix(zeros: m, n)
  for j in 0..<n { q[j, j] = a[j, j] < 0 ? -1 : 1 }
  for v in reflections.reversed() {
    let products = q.transposedProduct(v)
    for i in 0..<m { for j in 0..<n { q[i, j] -= 2 * v[i] * products[j] } }
  }
  return q
}
