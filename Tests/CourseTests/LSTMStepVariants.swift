import Recurrent
import Reference
import Testing

// H hidden size, V vocabulary size; z = [h′; x], H + V.

/// A right step of an LSTM, written in another way than the reference's.
struct LSTMStepVariant: Sendable, CustomTestStringConvertible {
  typealias Step =
    @Sendable (_ token: Int, _ hidden: Vector, _ cell: Vector, LSTMParameters) throws -> LSTMStep

  var testDescription: String
  var step: Step

  init(_ description: String, _ step: @escaping Step) {
    testDescription = description
    self.step = step
  }

  static let all = [
    LSTMStepVariant("one matrix of 4H rows, cut in the order f, i, g, o") { token, h, c, p in
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      let all = stacked([p.Wf, p.Wi, p.Wg, p.Wo]) * z
      let bias = p.bf.concatenated(with: p.bi).concatenated(with: p.bg).concatenated(with: p.bo)
      let parts = cut(all + bias, in: 4)
      return finish(parts[0], parts[1], parts[2], parts[3], c)
    },
    LSTMStepVariant("one matrix of 4H rows, in the order o, g, f, i") { token, h, c, p in
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      let parts = cut(stacked([p.Wo, p.Wg, p.Wf, p.Wi]) * z, in: 4)
      return finish(parts[2] + p.bf, parts[3] + p.bi, parts[1] + p.bg, parts[0] + p.bo, c)
    },
    LSTMStepVariant("a product with h′ and a column for x") { token, h, c, p in
      func sum(_ W: Matrix, _ b: Vector) -> Vector {
        b + left(W) * h + W.column(W.rows + token)
      }
      return finish(sum(p.Wf, p.bf), sum(p.Wi, p.bi), sum(p.Wg, p.bg), sum(p.Wo, p.bo), c)
    },
    LSTMStepVariant("two products, one with h′ and one with the one-hot vector") { token, h, c, p in
      let x: Vector = try Reference.oneHot(token, size: p.vocabularySize)
      func sum(_ W: Matrix, _ b: Vector) -> Vector { right(W) * x + (left(W) * h + b) }
      return finish(sum(p.Wf, p.bf), sum(p.Wi, p.bi), sum(p.Wg, p.bg), sum(p.Wo, p.bo), c)
    },
    LSTMStepVariant("the bias as one more column of the weights") { token, h, c, p in
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
        .concatenated(with: [1])
      func sum(_ W: Matrix, _ b: Vector) -> Vector {
        Matrix(rows: b.indices.map { W.row($0).concatenated(with: [b[$0]]) }) * z
      }
      return finish(sum(p.Wf, p.bf), sum(p.Wi, p.bi), sum(p.Wg, p.bg), sum(p.Wo, p.bo), c)
    },
    LSTMStepVariant("loops over single elements, one unit after the other") { token, h, c, p in
      let zero = Vector(zeros: p.hiddenSize)
      var step = LSTMStep(
        forgetGate: zero, inputGate: zero, candidate: zero, outputGate: zero, cell: zero,
        hidden: zero)
      for k in zero.indices {
        func sum(_ W: Matrix, _ b: Vector) -> Double {
          var sum = W[k, p.hiddenSize + token]
          for j in h.indices.reversed() { sum += W[k, j] * h[j] }
          return sum + b[k]
        }
        step.forgetGate[k] = 1 / (1 + exp(-sum(p.Wf, p.bf)))
        step.inputGate[k] = 1 / (1 + exp(-sum(p.Wi, p.bi)))
        step.candidate[k] = tanh(sum(p.Wg, p.bg))
        step.outputGate[k] = 1 / (1 + exp(-sum(p.Wo, p.bo)))
        step.cell[k] = step.inputGate[k] * step.candidate[k] + step.forgetGate[k] * c[k]
        step.hidden[k] = step.outputGate[k] * tanh(step.cell[k])
      }
      return step
    },
    LSTMStepVariant("a sigmoid by tanh: (1 + tanh(x/2))/2") { token, h, c, p in
      func sigma(_ x: Vector) -> Vector { x.map { 0.5 * (1 + tanh(0.5 * $0)) } }
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      let f = sigma(p.Wf * z + p.bf), i = sigma(p.Wi * z + p.bi), o = sigma(p.Wo * z + p.bo)
      let g = (p.Wg * z + p.bg).map { tanh($0) }
      let cell = c * f + g * i
      return LSTMStep(
        forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: cell,
        hidden: cell.map { tanh($0) } * o)
    },
    LSTMStepVariant("a tanh by sigmoid: 2σ(2x) − 1") { token, h, c, p in
      func sigma(_ x: Vector) -> Vector { x.map { 1 / (1 + exp(-$0)) } }
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      let f = sigma(p.bf + p.Wf * z), i = sigma(p.bi + p.Wi * z), o = sigma(p.bo + p.Wo * z)
      let g = 2 * sigma(2 * (p.Wg * z + p.bg)) - 1
      let cell = f * c + i * g
      return LSTMStep(
        forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: cell,
        hidden: o * (2 * sigma(2 * cell) - 1))
    },
    LSTMStepVariant("x above h′, in z and in weights that are turned to match") { token, h, c, p in
      let x: Vector = try Reference.oneHot(token, size: p.vocabularySize)
      let z = x.concatenated(with: h)
      func sum(_ W: Matrix, _ b: Vector) -> Vector {
        Matrix(
          rows: b.indices.map { k in
            Vector(W.row(k).dropFirst(b.count)).concatenated(with: Vector(W.row(k).prefix(b.count)))
          }) * z + b
      }
      return finish(sum(p.Wf, p.bf), sum(p.Wi, p.bi), sum(p.Wg, p.bg), sum(p.Wo, p.bo), c)
    },
    LSTMStepVariant("transposed weights, multiplied by their columns") { token, h, c, p in
      let z = h.concatenated(with: try Reference.oneHot(token, size: p.vocabularySize))
      func sum(_ W: Matrix, _ b: Vector) -> Vector { W.transposed.transposedProduct(z) + b }
      return finish(sum(p.Wf, p.bf), sum(p.Wi, p.bi), sum(p.Wg, p.bg), sum(p.Wo, p.bo), c)
    },
  ]
}

private func finish(
  _ f: Vector, _ i: Vector, _ g: Vector, _ o: Vector, _ cell: Vector
) -> LSTMStep {
  func sigma(_ x: Vector) -> Vector { x.map { 1 / (1 + exp(-$0)) } }
  var step = LSTMStep(
    forgetGate: sigma(f), inputGate: sigma(i), candidate: g.map { tanh($0) }, outputGate: sigma(o),
    cell: cell, hidden: o)
  step.cell = step.forgetGate * cell
  step.cell += step.candidate * step.inputGate
  step.hidden = step.cell.map { tanh($0) } * step.outputGate
  return step
}

// MARK: - Cutting and joining

/// Matrices of equal width, one above the other.
func stacked(_ matrices: [Matrix]) -> Matrix {
  Matrix(rows: matrices.flatMap { matrix in (0..<matrix.rows).map { matrix.row($0) } })
}

/// A vector in parts of equal length.
func cut(_ vector: Vector, in count: Int) -> [Vector] {
  let length = vector.count / count
  return (0..<count).map { Vector(Array(vector)[$0 * length..<($0 + 1) * length]) }
}

/// The columns that meet h′: as many as there are rows.
func left(_ gate: Matrix) -> Matrix {
  Matrix(rows: (0..<gate.rows).map { Vector(gate.row($0).prefix(gate.rows)) })
}

/// The columns that meet x.
func right(_ gate: Matrix) -> Matrix {
  Matrix(rows: (0..<gate.rows).map { Vector(gate.row($0).dropFirst(gate.rows)) })
}
