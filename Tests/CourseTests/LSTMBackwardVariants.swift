import Contracts
import PublishedFaults
import Recurrent
import Reference
import Testing

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// A right backward pass of an LSTM, written in another way than the reference's.
struct LSTMBackwardVariant: Sendable, CustomTestStringConvertible {
  typealias Backward = @Sendable (LSTMBackwardInput) throws -> LSTMBackwardOutput

  var testDescription: String
  var backward: Backward

  init(_ description: String, _ backward: @escaping Backward) {
    testDescription = description
    self.backward = backward
  }

  static let all = [
    LSTMBackwardVariant("one gradient of 4H rows, cut in the end") { input in
      let p = input.parameters, H = p.hiddenSize
      var rest = p.zeros
      var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
      let W = stacked([p.Wf, p.Wi, p.Wg, p.Wo])
      var dW = Matrix(zeros: 4 * H, H + p.vocabularySize)
      var db = Vector(zeros: 4 * H)
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        rest.Wv += s.dLogits.outer(s.h)
        rest.bv += s.dLogits
        let d = s.gates(dh + p.Wv.transposed * s.dLogits, dc)
        let all = d.f.concatenated(with: d.i).concatenated(with: d.g).concatenated(with: d.o)
        dW += all.outer(s.z)
        db += all
        dc = d.cell * s.f
        dh = Vector((W.transposed * all).prefix(H))
      }
      let rows = (0..<4).map { k in Matrix(rows: (0..<H).map { dW.row(k * H + $0) }) }
      let parts = cut(db, in: 4)
      (rest.Wf, rest.Wi, rest.Wg, rest.Wo) = (rows[0], rows[1], rows[2], rows[3])
      (rest.bf, rest.bi, rest.bg, rest.bo) = (parts[0], parts[1], parts[2], parts[3])
      return LSTMBackwardOutput(gradients: rest, dInitialHidden: dh, dInitialCell: dc)
    },
    LSTMBackwardVariant("lists over time, and products of whole matrices in the end") { input in
      let p = input.parameters, H = p.hiddenSize
      let steps = try input.trace.inputs.indices.map { try Step(input, $0) }
      var all: [Step.Gates] = []
      var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
      for s in steps.reversed() {
        let d = s.gates(p.Wv.transposed * s.dLogits + dh, dc)
        all.insert(d, at: 0)
        dh = left(p.Wo).transposed * d.o + left(p.Wg).transposed * d.g
        dh += left(p.Wi).transposed * d.i + left(p.Wf).transposed * d.f
        dc = s.f * d.cell
      }
      let z = Matrix(rows: steps.map(\.z))
      let ones = Vector(steps.map { _ in 1.0 })
      func weight(_ part: (Step.Gates) -> Vector) -> (Matrix, Vector) {
        let d = Matrix(rows: all.map(part)).transposed
        return (d * z, d * ones)
      }
      let dLogits = Matrix(rows: steps.map(\.dLogits)).transposed
      let (f, i, g, o) = (weight(\.f), weight(\.i), weight(\.g), weight(\.o))
      return LSTMBackwardOutput(
        gradients: LSTMParameters(
          Wf: f.0, Wi: i.0, Wg: g.0, Wo: o.0, Wv: dLogits * Matrix(rows: steps.map(\.h)), bf: f.1,
          bi: i.1, bg: g.1, bo: o.1, bv: dLogits * ones),
        dInitialHidden: dh, dInitialCell: dc)
    },
    LSTMBackwardVariant("recursion from the first step") { input in
      let p = input.parameters
      var g = p.zeros
      func back(_ t: Int) throws -> (Vector, Vector) {
        guard t < input.trace.inputs.count else {
          return (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
        }
        let later = try back(t + 1)
        let s = try Step(input, t)
        return s.add(s.gates(later.0 + p.Wv.transposedProduct(s.dLogits), later.1), to: &g, p)
      }
      let (dh, dc) = try back(0)
      return LSTMBackwardOutput(gradients: g, dInitialHidden: dh, dInitialCell: dc)
    },
    LSTMBackwardVariant("a forward pass of its own, from the trace's inputs and initial state") {
      var input = $0
      input.trace = try Reference.lstmForward(
        input.trace.inputs, initialHidden: input.trace.initialHidden,
        initialCell: input.trace.initialCell, parameters: input.parameters)
      var g = input.parameters.zeros
      var carries = (
        Vector(zeros: input.parameters.hiddenSize), Vector(zeros: input.parameters.hiddenSize)
      )
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        let dHidden = carries.0 + input.parameters.Wv.transposedProduct(s.dLogits)
        carries = s.add(s.gates(dHidden, carries.1), to: &g, input.parameters)
      }
      return LSTMBackwardOutput(
        gradients: g, dInitialHidden: carries.0, dInitialCell: carries.1)
    },
    LSTMBackwardVariant("the published lab's gradient, with all of its faults mended") { input in
      let result = try FaultyGradient([])(
        input.trace, targets: input.targets, parameters: input.parameters)
      return LSTMBackwardOutput(
        gradients: result.gradients, dInitialHidden: result.dInitialHidden,
        dInitialCell: result.dInitialCell)
    },
    LSTMBackwardVariant("the losses of the steps one by one, each all the way back") { input in
      let p = input.parameters
      var output = LSTMBackwardOutput(
        gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize),
        dInitialCell: Vector(zeros: p.hiddenSize))
      for last in input.trace.inputs.indices {
        var (dh, dc) = (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
        for t in (0...last).reversed() {
          var s = try Step(input, t)
          if t < last { s.dLogits = 0 * s.dLogits }
          (dh, dc) = s.add(
            s.gates(dh + p.Wv.transposedProduct(s.dLogits), dc), to: &output.gradients, p)
        }
        output.dInitialHidden += dh
        output.dInitialCell += dc
      }
      return output
    },
    LSTMBackwardVariant("columns for tokens, and a product for the hidden state") { input in
      let p = input.parameters, H = p.hiddenSize
      var g = p.zeros
      var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        let d = s.gates(dh + p.Wv.transposedProduct(s.dLogits), dc)
        g.Wv.addOuter(s.dLogits, s.h)
        g.bv += s.dLogits
        dh = Vector(zeros: H)
        for (W, b, d) in [
          (\LSTMParameters.Wo, \LSTMParameters.bo, d.o), (\.Wg, \.bg, d.g), (\.Wi, \.bi, d.i),
          (\.Wf, \.bf, d.f),
        ] {
          for k in d.indices {
            for j in 0..<H {
              g[keyPath: W][k, j] += d[k] * s.z[j]
              dh[j] += p[keyPath: W][k, j] * d[k]
            }
            g[keyPath: W][k, H + input.trace.inputs[t]] += d[k]
            g[keyPath: b][k] += d[k]
          }
        }
        dc = d.cell * s.f
      }
      return LSTMBackwardOutput(gradients: g, dInitialHidden: dh, dInitialCell: dc)
    },
    LSTMBackwardVariant("all gradients of time first, added up from the first step on") { input in
      let p = input.parameters
      var unused = p.zeros
      var list: [(Step, Step.Gates)] = []
      var (dh, dc) = (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        let d = s.gates(dh + p.Wv.transposedProduct(s.dLogits), dc)
        list.append((s, d))
        (dh, dc) = s.add(d, to: &unused, p)
      }
      var g = p.zeros
      for (s, d) in list.reversed() { _ = s.add(d, to: &g, p) }
      return LSTMBackwardOutput(gradients: g, dInitialHidden: dh, dInitialCell: dc)
    },
    LSTMBackwardVariant("derivatives from the sums, not from the gates' values") { input in
      let p = input.parameters
      var g = p.zeros
      var (dh, dc) = (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
      for t in input.trace.inputs.indices.reversed() {
        let s = try Step(input, t)
        func slope(_ W: Matrix, _ b: Vector) -> Vector {
          (W * s.z + b).map { 1 / ((1 + exp(-$0)) * (1 + exp($0))) }
        }
        let dHidden = dh + p.Wv.transposedProduct(s.dLogits)
        let dCell = dc + dHidden * s.o * s.c.map { 1 / (cosh($0) * cosh($0)) }
        let d = Step.Gates(
          f: dCell * s.before * slope(p.Wf, p.bf), i: dCell * s.g * slope(p.Wi, p.bi),
          g: dCell * s.i * (p.Wg * s.z + p.bg).map { 1 / (cosh($0) * cosh($0)) },
          o: dHidden * s.c.map { tanh($0) } * slope(p.Wo, p.bo), cell: dCell)
        (dh, dc) = s.add(d, to: &g, p)
      }
      return LSTMBackwardOutput(gradients: g, dInitialHidden: dh, dInitialCell: dc)
    },
  ]
}

/// What the variants share: a step's values, its gates' gradients and their sums.
private struct Step {
  struct Gates { var f, i, g, o, cell: Vector }

  var token: Int
  var f, i, g, o, c, h, before, z, dLogits: Vector

  init(_ input: LSTMBackwardInput, _ t: Int) throws {
    let (trace, p) = (input.trace, input.parameters)
    let step = trace.steps[t]
    token = trace.inputs[t]
    (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
    (c, h) = (step.cell, step.hidden)
    before = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    z = (t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden)
      .concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
    dLogits =
      try Reference.softmax(trace.logits[t])
      - Reference.oneHot(input.targets[t], size: p.vocabularySize)
  }

  /// From all of dh and from the cell's carry.
  func gates(_ dHidden: Vector, _ carry: Vector) -> Gates {
    let shown = c.map { tanh($0) }
    let dCell = carry + dHidden * o * (1 - shown) * (1 + shown)
    return Gates(
      f: dCell * before * (f - f * f), i: dCell * g * (i - i * i),
      g: dCell * i * (1 - g) * (g + 1), o: dHidden * shown * (o - o * o), cell: dCell)
  }

  /// Adds to the sums over time.
  ///
  /// - Returns: what goes back to the step before.
  func add(_ d: Gates, to sums: inout LSTMParameters, _ p: LSTMParameters) -> (Vector, Vector) {
    sums.Wv += dLogits.outer(h)
    sums.bv += dLogits
    sums.Wo += d.o.outer(z)
    sums.bo += d.o
    sums.Wg += d.g.outer(z)
    sums.bg += d.g
    sums.Wi += d.i.outer(z)
    sums.bi += d.i
    sums.Wf += d.f.outer(z)
    sums.bf += d.f
    let dz =
      p.Wo.transposed * d.o + p.Wg.transposed * d.g + p.Wi.transposed * d.i
      + p.Wf.transposed * d.f
    return (Vector(dz.prefix(f.count)), f * d.cell)
  }
}
