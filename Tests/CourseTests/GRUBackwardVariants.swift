import Contracts
import Recurrent
import Reference
import Testing

// T steps, H hidden size, V vocabulary size.

/// A right backward pass of a GRU, written in another way than the reference's.
struct GRUBackwardVariant: Sendable, CustomTestStringConvertible {
  typealias Backward = @Sendable (GRUBackwardInput) throws -> GRUBackwardOutput

  var testDescription: String
  var backward: Backward

  init(_ description: String, _ backward: @escaping Backward) {
    testDescription = description
    self.backward = backward
  }

  static let all = [
    GRUBackwardVariant("one gradient of 3H rows on either side, cut in the end") { input in
      let p = input.parameters, H = p.hiddenSize
      var g = p.zeros
      let Wh = stacked([p.Whr, p.Whz, p.Whn])
      var (dWx, dWh) = (Matrix(zeros: 3 * H, p.vocabularySize), Matrix(zeros: 3 * H, H))
      var (dbx, dbh) = (Vector(zeros: 3 * H), Vector(zeros: 3 * H))
      var carry = Vector(zeros: H)
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        g.Wv += s.dLogits.outer(s.h)
        g.bv += s.dLogits
        let dHidden = carry + p.Wv.transposed * s.dLogits
        let d = s.sums(dHidden)
        let gates = d.r.concatenated(with: d.z)
        let (byInput, byHidden) = (gates.concatenated(with: d.n), gates.concatenated(with: d.q))
        dWx += byInput.outer(s.x)
        dWh += byHidden.outer(s.before)
        dbx += byInput
        dbh += byHidden
        carry = Wh.transposed * byHidden + s.z * dHidden
      }
      func rows(_ m: Matrix, _ k: Int) -> Matrix {
        Matrix(rows: (0..<H).map { m.row(k * H + $0) })
      }
      let (bx, bh) = (cut(dbx, in: 3), cut(dbh, in: 3))
      (g.Wxr, g.Wxz, g.Wxn) = (rows(dWx, 0), rows(dWx, 1), rows(dWx, 2))
      (g.Whr, g.Whz, g.Whn) = (rows(dWh, 0), rows(dWh, 1), rows(dWh, 2))
      (g.bxr, g.bxz, g.bxn, g.bhr, g.bhz, g.bhn) = (bx[0], bx[1], bx[2], bh[0], bh[1], bh[2])
      return GRUBackwardOutput(gradients: g, dInitialHidden: carry)
    },
    GRUBackwardVariant("lists over time, and products of whole matrices in the end") { input in
      let p = input.parameters
      let steps = try input.trace.inputs.indices.map { try Step(input, $0) }
      var all: [Step.Sums] = []
      var carry = Vector(zeros: p.hiddenSize)
      for s in steps.reversed() {
        let dHidden = p.Wv.transposed * s.dLogits + carry
        let d = s.sums(dHidden)
        all.insert(d, at: 0)
        carry = d.back(p) + dHidden - (1 - s.z) * dHidden
      }
      let ones = Vector(steps.map { _ in 1.0 })
      let (x, before) = (Matrix(rows: steps.map(\.x)), Matrix(rows: steps.map(\.before)))
      func over(_ part: (Step.Sums) -> Vector) -> Matrix { Matrix(rows: all.map(part)).transposed }
      let (r, z, n, q) = (over(\.r), over(\.z), over(\.n), over(\.q))
      let dLogits = Matrix(rows: steps.map(\.dLogits)).transposed
      return GRUBackwardOutput(
        gradients: GRUParameters(
          Wxr: r * x, Wxz: z * x, Wxn: n * x, Whr: r * before, Whz: z * before, Whn: q * before,
          Wv: dLogits * Matrix(rows: steps.map(\.h)), bxr: r * ones, bxz: z * ones, bxn: n * ones,
          bhr: r * ones, bhz: z * ones, bhn: q * ones, bv: dLogits * ones),
        dInitialHidden: carry)
    },
    GRUBackwardVariant("recursion from the first step") { input in
      let p = input.parameters
      var g = p.zeros
      func back(_ t: Int) throws -> Vector {
        guard t < input.trace.inputs.count else { return Vector(zeros: p.hiddenSize) }
        let later = try back(t + 1)
        let s = try Step(input, t)
        return s.add(later + p.Wv.transposedProduct(s.dLogits), to: &g, p)
      }
      let carry = try back(0)
      return GRUBackwardOutput(gradients: g, dInitialHidden: carry)
    },
    GRUBackwardVariant("a forward pass of its own, from the trace's inputs and initial state") {
      var input = $0
      input.trace = try Reference.gruForward(
        input.trace.inputs, initialHidden: input.trace.initialHidden, parameters: input.parameters)
      var g = input.parameters.zeros
      var carry = Vector(zeros: input.parameters.hiddenSize)
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        carry = s.add(
          carry + input.parameters.Wv.transposedProduct(s.dLogits), to: &g, input.parameters)
      }
      return GRUBackwardOutput(gradients: g, dInitialHidden: carry)
    },
    GRUBackwardVariant("the losses of the steps one by one, each all the way back") { input in
      let p = input.parameters
      var output = GRUBackwardOutput(
        gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize))
      for last in input.trace.inputs.indices {
        var carry = Vector(zeros: p.hiddenSize)
        for t in (0...last).reversed() {
          var s = try Step(input, t)
          if t < last { s.dLogits = 0 * s.dLogits }
          carry = s.add(carry + p.Wv.transposedProduct(s.dLogits), to: &output.gradients, p)
        }
        output.dInitialHidden += carry
      }
      return output
    },
    GRUBackwardVariant("slopes from the sums: σ(a) σ(−a), and 1/cosh²") { input in
      let p = input.parameters
      var g = p.zeros
      var carry = Vector(zeros: p.hiddenSize)
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        func slope(_ a: Vector) -> Vector { a.map { 1 / (1 + exp(-$0)) / (1 + exp($0)) } }
        let dHidden = carry + p.Wv.transposedProduct(s.dLogits)
        let candidate = p.Wxn * s.x + p.bxn + s.r * s.q
        let dn = dHidden * (1 - s.z) * candidate.map { 1 / (cosh($0) * cosh($0)) }
        let d = Step.Sums(
          r: dn * s.q * slope(p.Wxr * s.x + p.bxr + p.bhr + p.Whr * s.before),
          z: dHidden * (s.before - s.n) * slope(p.Wxz * s.x + p.bxz + p.bhz + p.Whz * s.before),
          n: dn, q: dn * s.r)
        carry = s.add(d, to: &g, p) + dHidden * s.z
      }
      return GRUBackwardOutput(gradients: g, dInitialHidden: carry)
    },
    GRUBackwardVariant("Jacobians, H × H, in place of products element by element") { input in
      let p = input.parameters
      var g = p.zeros
      var carry = Vector(zeros: p.hiddenSize)
      func diagonal(_ v: Vector) -> Matrix {
        var m = Matrix(zeros: v.count, v.count)
        for i in v.indices { m[i, i] = v[i] }
        return m
      }
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        let dHidden = carry + p.Wv.transposedProduct(s.dLogits)
        _ = s.add(dHidden, to: &g, p)
        let byCandidate = diagonal((1 - s.z) * (1 - s.n * s.n))
        let throughReset = diagonal(s.q * s.r * (1 - s.r)) * p.Whr
        let jacobian =
          diagonal(s.z) + diagonal((s.before - s.n) * s.z * (1 - s.z)) * p.Whz
          + byCandidate * (throughReset + diagonal(s.r) * p.Whn)
        carry = jacobian.transposed * dHidden
      }
      return GRUBackwardOutput(gradients: g, dInitialHidden: carry)
    },
  ]
}

/// What the variants share: a step's values, the gradients of its sums and what becomes of them.
private struct Step {
  /// By what went into the gates, the candidate and the recurrent term.
  struct Sums {
    var r, z, n, q: Vector

    /// What goes back through the weights.
    func back(_ p: GRUParameters) -> Vector {
      p.Whn.transposed * q + p.Whz.transposed * z + p.Whr.transposed * r
    }
  }

  var r, z, q, n, h, before, x, dLogits: Vector

  init(_ input: GRUBackwardInput, _ t: Int) throws {
    let (trace, p) = (input.trace, input.parameters)
    let step = trace.steps[t]
    (r, z, q) = (step.resetGate, step.updateGate, step.recurrentTerm)
    (n, h) = (step.candidate, step.hidden)
    before = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    x = try Reference.oneHot(trace.inputs[t], size: p.vocabularySize)
    dLogits =
      try Reference.softmax(trace.logits[t])
      - Reference.oneHot(input.targets[t], size: p.vocabularySize)
  }

  /// From all of dh.
  func sums(_ dHidden: Vector) -> Sums {
    let dn = (dHidden - z * dHidden) * (1 - n) * (1 + n)
    return Sums(
      r: q * dn * (r - r * r), z: (before * dHidden - n * dHidden) * (z - z * z), n: dn, q: r * dn)
  }

  /// Adds to the sums over time.
  ///
  /// - Returns: what goes back to the step before.
  func add(_ dHidden: Vector, to gradients: inout GRUParameters, _ p: GRUParameters) -> Vector {
    add(sums(dHidden), to: &gradients, p) + z * dHidden
  }

  /// Adds to the sums over time.
  ///
  /// - Returns: what goes back through the weights.
  func add(_ d: Sums, to gradients: inout GRUParameters, _ p: GRUParameters) -> Vector {
    gradients.Wv += dLogits.outer(h)
    gradients.bv += dLogits
    gradients.Wxr += d.r.outer(x)
    gradients.Wxz += d.z.outer(x)
    gradients.Wxn += d.n.outer(x)
    gradients.Whr += d.r.outer(before)
    gradients.Whz += d.z.outer(before)
    gradients.Whn += d.q.outer(before)
    for bias in [\GRUParameters.bxr, \.bhr] { gradients[keyPath: bias] += d.r }
    for bias in [\GRUParameters.bxz, \.bhz] { gradients[keyPath: bias] += d.z }
    gradients.bxn += d.n
    gradients.bhn += d.q
    return d.back(p)
  }
}
