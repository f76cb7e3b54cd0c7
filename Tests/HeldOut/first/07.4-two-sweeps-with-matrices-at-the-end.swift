// exercise: 07.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  let before = [trace.initialHidden] + trace.steps.dropLast().map(\.hidden)
  // First the signals of every step, last to first; the weights' gradients are products afterwards.
  let blank = [Vector](repeating: Vector(zeros: p.hiddenSize), count: T)
  var (R, Z, N, Q) = (blank, blank, blank, blank)
  var Y: [Vector] = []
  for t in 0..<T {
    Y.append(try softmax(trace.logits[t]) - (try oneHot(targets[t], size: p.vocabularySize)))
  }
  var d = Vector(zeros: p.hiddenSize)
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    d = d + p.Wv.transposed * Y[t]
    N[t] = d * (1 - s.updateGate) * (1 - s.candidate) * (1 + s.candidate)
    Z[t] = d * (before[t] - s.candidate) * (s.updateGate - s.updateGate * s.updateGate)
    Q[t] = N[t] * s.resetGate
    R[t] = Q[t] * s.recurrentTerm * (1 - s.resetGate)
    d =
      p.Whn.transposed * Q[t] + p.Whz.transposed * Z[t] + p.Whr.transposed * R[t]
      + s.updateGate * d
  }
  let X: Matrix = try oneHot(trace.inputs, size: p.vocabularySize)
  let P = Matrix(rows: before)
  func weight(_ signals: [Vector], _ inputs: Matrix) -> Matrix { Matrix(columns: signals) * inputs }
  func bias(_ signals: [Vector]) -> Vector { Matrix(columns: signals).sumOfColumns }
  let gradients = GRUParameters(
    Wxr: weight(R, X), Wxz: weight(Z, X), Wxn: weight(N, X), Whr: weight(R, P), Whz: weight(Z, P),
    Whn: weight(Q, P), Wv: weight(Y, Matrix(rows: trace.steps.map(\.hidden))), bxr: bias(R),
    bxz: bias(Z), bxn: bias(N), bhr: bias(R), bhz: bias(Z), bhn: bias(Q), bv: bias(Y))
  return (gradients, d)
}
