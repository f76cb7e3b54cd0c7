// exercise: 07.4
// is: right
// cause: Two stacks of 3H rows in the order n, z, r, one against x and one against h′; the pair is collected over time and multiplied once at the end.
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters, H = p.hiddenSize, T = trace.inputs.count
  let before = [trace.initialHidden] + trace.steps.dropLast().map(\.hidden)
  let recurrent = Matrix(
    rows: [p.Whn, p.Whz, p.Whr].flatMap { w in (0..<H).map { w.row($0) } })    // 3H × H
  let empty = Vector(zeros: 3 * H)
  var toInput = [Vector](repeating: empty, count: T)
  var toState = [Vector](repeating: empty, count: T)
  var errors: [Vector] = []
  for t in 0..<T {
    let truth: Vector = try oneHot(targets[t], size: p.vocabularySize)
    errors.append(try softmax(trace.logits[t]) - truth)
  }
  var dh = Vector(zeros: H)
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    dh += p.Wv.transposedProduct(errors[t])
    var skip = Vector(zeros: H)
    for k in 0..<H {
      let (r, z, n) = (s.resetGate[k], s.updateGate[k], s.candidate[k])
      let an = dh[k] * (1 - z) * (1 - n * n)
      let az = dh[k] * (before[t][k] - n) * z * (1 - z)
      let ar = an * s.recurrentTerm[k] * r * (1 - r)
      toInput[t][k] = an
      toInput[t][H + k] = az
      toInput[t][2 * H + k] = ar
      toState[t][k] = an * r
      toState[t][H + k] = az
      toState[t][2 * H + k] = ar
      skip[k] = dh[k] * z
    }
    dh = skip + recurrent.transposedProduct(toState[t])
  }
  let X: Matrix = try oneHot(trace.inputs, size: p.vocabularySize)
  let (A, B) = (Matrix(columns: toInput), Matrix(columns: toState))
  let dWx = A * X, dWh = B * Matrix(rows: before)
  let (dbx, dbh) = (A.sumOfColumns, B.sumOfColumns)
  let E = Matrix(columns: errors)
  func rows(_ m: Matrix, _ k: Int) -> Matrix {
    Matrix(rows: (k * H..<(k + 1) * H).map { m.row($0) })
  }
  func part(_ v: Vector, _ k: Int) -> Vector { Vector(v[k * H..<(k + 1) * H]) }
  let gradients = GRUParameters(
    Wxr: rows(dWx, 2), Wxz: rows(dWx, 1), Wxn: rows(dWx, 0),
    Whr: rows(dWh, 2), Whz: rows(dWh, 1), Whn: rows(dWh, 0),
    Wv: E * Matrix(rows: trace.steps.map(\.hidden)),
    bxr: part(dbx, 2), bxz: part(dbx, 1), bxn: part(dbx, 0),
    bhr: part(dbh, 2), bhz: part(dbh, 1), bhn: part(dbh, 0), bv: E.sumOfColumns)
  return (gradients, dh)
}
