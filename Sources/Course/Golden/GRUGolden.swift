import Contracts
import Recurrent

/// The golden files stack the blocks r, z, n above one another, as PyTorch keeps them: `W_ih` and `b_ih`
/// for what meets x, `W_hh` and `b_hh` for what meets h′.
extension GRUParameters: SingleStateNetwork {
  static let trainingExercise = "07.5"

  static let goldenNames = ["W_ih", "W_hh", "W_v", "b_ih", "b_hh", "b_v"]

  var goldenTensors: [Matrix] {
    [[Wxr, Wxz, Wxn], [Whr, Whz, Whn], [Wv]].map(stacked)
      + [[bxr, bxz, bxn], [bhr, bhz, bhn], [bv]].map { stacked($0.map { Matrix(column: $0) }) }
  }

  /// Biases that the file leaves out are zero.
  init(golden tensors: [String: GoldenTensor]) throws {
    let Wv = try tensors.need("W_v").matrix("W_v")
    let (hidden, vocabulary) = (Wv.columns, Wv.rows)
    /// The rows of one block.
    func blocks(_ name: String, columns: Int) throws -> [Matrix] {
      let all = try tensors.need(name).matrix(name)
      guard all.rows == 3 * hidden, all.columns == columns else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "the parameters' shapes do not fit each other"))
      }
      return (0..<3).map { block in
        Matrix(rows: (0..<hidden).map { all.row(block * hidden + $0) })
      }
    }
    func bias(_ name: String, _ size: Int) throws -> Vector {
      let bias = try tensors[name]?.vector(name) ?? Vector(zeros: size)
      guard bias.count == size else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "\(name) should have \(size) elements"))
      }
      return bias
    }
    func biases(_ name: String) throws -> [Vector] {
      let all = try bias(name, 3 * hidden)
      return (0..<3).map { Vector(all[$0 * hidden..<($0 + 1) * hidden]) }
    }
    let (Wx, Wh) = (
      try blocks("W_ih", columns: vocabulary), try blocks("W_hh", columns: hidden)
    )
    let (bx, bh) = (try biases("b_ih"), try biases("b_hh"))
    self.init(
      Wxr: Wx[0], Wxz: Wx[1], Wxn: Wx[2], Whr: Wh[0], Whz: Wh[1], Whn: Wh[2], Wv: Wv, bxr: bx[0],
      bxz: bx[1], bxn: bx[2], bhr: bh[0], bhz: bh[1], bhn: bh[2], bv: try bias("b_v", vocabulary))
  }

  func trace(_ inputs: [Int], from hidden: Vector, _ answers: Answers) throws -> GRUTrace {
    try answers.gruForward(inputs, hidden, self)
  }

  static func parts(of trace: GRUTrace) -> [(name: String, vectors: [Vector])] {
    [
      ("r", trace.steps.map(\.resetGate)), ("z", trace.steps.map(\.updateGate)),
      ("hn", trace.steps.map(\.recurrentTerm)), ("n", trace.steps.map(\.candidate)),
      ("h", trace.steps.map(\.hidden)),
    ]
  }

  static func logits(of trace: GRUTrace) -> [Vector] { trace.logits }

  func backward(
    _ trace: GRUTrace, _ targets: [Int], _ answers: Answers
  ) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
    let output = try answers.gruBackward(trace, targets, self)
    return (output.gradients, output.dInitialHidden)
  }
}

/// Matrices of one width above one another.
private func stacked(_ matrices: [Matrix]) -> Matrix {
  Matrix(rows: matrices.flatMap { matrix in (0..<matrix.rows).map { matrix.row($0) } })
}
