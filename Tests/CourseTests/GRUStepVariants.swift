import Recurrent
import Reference
import Testing

// H hidden size, V vocabulary size.

/// A right step of a GRU, written in another way than the reference's.
struct GRUStepVariant: Sendable, CustomTestStringConvertible {
  typealias Step =
    @Sendable (_ token: Int, _ hidden: Vector, GRUParameters) throws -> GRUStep

  var testDescription: String
  var step: Step

  init(_ description: String, _ step: @escaping Step) {
    testDescription = description
    self.step = step
  }

  static let all = [
    GRUStepVariant("two matrices of 3H rows, in the order r, z, n, as a framework keeps them") {
      token, h, p in
      let x: Vector = try Reference.oneHot(token, size: p.vocabularySize)
      let fromInput = cut(
        stacked([p.Wxr, p.Wxz, p.Wxn]) * x
          + p.bxr.concatenated(with: p.bxz).concatenated(with: p.bxn), in: 3)
      let fromHidden = cut(
        stacked([p.Whr, p.Whz, p.Whn]) * h
          + p.bhr.concatenated(with: p.bhz).concatenated(with: p.bhn), in: 3)
      return mix(
        sigma(fromInput[0] + fromHidden[0]), sigma(fromInput[1] + fromHidden[1]), fromHidden[2],
        fromInput[2], h)
    },
    GRUStepVariant("one bias per gate, summed beforehand, and gates that read [h′; x]") {
      token, h, p in
      let joined = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      let r = sigma(beside(p.Whr, p.Wxr) * joined + (p.bxr + p.bhr))
      let z = sigma(beside(p.Whz, p.Wxz) * joined + (p.bhz + p.bxz))
      return mix(r, z, p.bhn + p.Whn * h, p.bxn + p.Wxn.column(token), h)
    },
    GRUStepVariant("loops over single elements, one unit after the other") { token, h, p in
      let zero = Vector(zeros: p.hiddenSize)
      var step = GRUStep(
        resetGate: zero, updateGate: zero, recurrentTerm: zero, candidate: zero, hidden: zero)
      for k in zero.indices {
        func product(_ W: Matrix) -> Double {
          h.indices.reversed().reduce(0) { $0 + W[k, $1] * h[$1] }
        }
        step.resetGate[k] =
          1 / (1 + exp(-(p.bhr[k] + product(p.Whr) + p.Wxr[k, token] + p.bxr[k])))
        step.updateGate[k] =
          1 / (1 + exp(-(p.bhz[k] + product(p.Whz) + p.Wxz[k, token] + p.bxz[k])))
        step.recurrentTerm[k] = product(p.Whn) + p.bhn[k]
        step.candidate[k] = tanh(
          step.resetGate[k] * step.recurrentTerm[k] + p.Wxn[k, token] + p.bxn[k])
        let z = step.updateGate[k]
        step.hidden[k] = z * h[k] + (1 - z) * step.candidate[k]
      }
      return step
    },
    GRUStepVariant("a step from the candidate towards the old state: n + z ⊙ (h′ − n)") {
      token, h, p in
      var step = try Reference.gruStep(token, hidden: h, parameters: p)
      step.hidden = step.candidate + step.updateGate * (h - step.candidate)
      return step
    },
    GRUStepVariant("a step from the old state towards the candidate, with σ(−a) for 1 − z") {
      token, h, p in
      var step = try Reference.gruStep(token, hidden: h, parameters: p)
      let taken = sigma(-(p.Wxz.column(token) + p.bxz + p.bhz + p.Whz * h))
      step.hidden = h + taken * (step.candidate - h)
      return step
    },
    GRUStepVariant("a sigmoid by tanh and a tanh by sigmoid") { token, h, p in
      func byTanh(_ x: Vector) -> Vector { x.map { 0.5 * (1 + tanh(0.5 * $0)) } }
      let x: Vector = try Reference.oneHot(token, size: p.vocabularySize)
      let r = byTanh(p.Wxr * x + (p.Whr * h + p.bhr) + p.bxr)
      let z = byTanh(p.Wxz * x + (p.Whz * h + p.bhz) + p.bxz)
      let q = p.bhn + p.Whn * h
      let n = 2 * sigma(2 * (r * q + p.Wxn * x + p.bxn)) - 1
      return GRUStep(
        resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: n - z * n + z * h)
    },
    GRUStepVariant("the biases as one more column of the weights") { token, h, p in
      let x = try Reference.oneHot(token, size: p.vocabularySize).concatenated(with: [1])
      let h1 = h.concatenated(with: [1])
      func wide(_ W: Matrix, _ b: Vector) -> Matrix { beside(W, Matrix(column: b)) }
      return mix(
        sigma(wide(p.Wxr, p.bxr) * x + wide(p.Whr, p.bhr) * h1),
        sigma(wide(p.Wxz, p.bxz) * x + wide(p.Whz, p.bhz) * h1), wide(p.Whn, p.bhn) * h1,
        wide(p.Wxn, p.bxn) * x, h)
    },
    GRUStepVariant("transposed weights, multiplied by their columns") { token, h, p in
      func product(_ W: Matrix, _ v: Vector) -> Vector { W.transposed.transposedProduct(v) }
      let x: Vector = try Reference.oneHot(token, size: p.vocabularySize)
      return mix(
        sigma(product(p.Wxr, x) + product(p.Whr, h) + p.bxr + p.bhr),
        sigma(product(p.Wxz, x) + product(p.Whz, h) + p.bxz + p.bhz), product(p.Whn, h) + p.bhn,
        product(p.Wxn, x) + p.bxn, h)
    },
  ]
}

private func sigma(_ x: Vector) -> Vector { x.map { 1 / (1 + exp(-$0)) } }

/// From both gates, the recurrent term, the candidate's other part and the old state.
private func mix(_ r: Vector, _ z: Vector, _ q: Vector, _ input: Vector, _ old: Vector) -> GRUStep {
  let n = (q * r + input).map { tanh($0) }
  var hidden = z * old
  hidden += (1 - z) * n
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: hidden)
}

/// Two matrices of one height side by side.
private func beside(_ left: Matrix, _ right: Matrix) -> Matrix {
  Matrix(rows: (0..<left.rows).map { left.row($0).concatenated(with: right.row($0)) })
}
