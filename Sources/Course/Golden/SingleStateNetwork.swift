import Contracts
import Recurrent

/// A golden network that carries nothing but its hidden state from step to step.
protocol SingleStateNetwork: GoldenNetwork {
  associatedtype Trace

  func trace(_ inputs: [Int], from hidden: Vector, _ answers: Answers) throws -> Trace

  /// What the golden files keep of every step under `forward`; the hidden state, `h`, is the last.
  static func parts(of trace: Trace) -> [(name: String, vectors: [Vector])]

  static func logits(of trace: Trace) -> [Vector]

  func backward(
    _ trace: Trace, _ targets: [Int], _ answers: Answers
  ) throws -> (gradients: Self, dInitialHidden: Vector)
}

extension SingleStateNetwork {
  func states(
    _ inputs: [Int], _ answers: Answers
  ) throws -> (hidden: [Vector], logits: [Vector]) {
    let trace = try trace(inputs, from: Vector(zeros: hiddenSize), answers)
    return (Self.parts(of: trace).last?.vectors ?? [], Self.logits(of: trace))
  }

  func lossAndGradient(_ example: Example, _ answers: Answers) throws -> (loss: Double, Self) {
    let trace = try trace(example.inputs, from: Vector(zeros: hiddenSize), answers)
    return (
      try answers.loss(Self.logits(of: trace), example.targets),
      try backward(trace, example.targets, answers).gradients
    )
  }
}

extension RNNParameters: SingleStateNetwork {
  static let trainingExercise = "03.5"

  static let goldenNames = ["U", "V", "W", "b_h", "b_o"]

  /// Biases that the file leaves out are zero.
  init(golden tensors: [String: GoldenTensor]) throws {
    let U = try tensors.need("U").matrix("U")
    let V = try tensors.need("V").matrix("V")
    let W = try tensors.need("W").matrix("W")
    self.init(
      U: U, V: V, W: W,
      bHidden: try tensors["b_h"]?.vector("b_h") ?? Vector(zeros: V.rows),
      bOutput: try tensors["b_o"]?.vector("b_o") ?? Vector(zeros: W.rows))
    guard V.rows == V.columns, U.rows == V.rows, W.columns == V.rows, U.columns == W.rows,
      bHidden.count == V.rows, bOutput.count == W.rows
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "the parameters' shapes do not fit each other"))
    }
  }

  func trace(_ inputs: [Int], from hidden: Vector, _ answers: Answers) throws -> RNNTrace {
    try answers.forward(inputs, hidden, self)
  }

  static func parts(of trace: RNNTrace) -> [(name: String, vectors: [Vector])] {
    [("h", trace.hidden)]
  }

  static func logits(of trace: RNNTrace) -> [Vector] { trace.logits }

  func backward(
    _ trace: RNNTrace, _ targets: [Int], _ answers: Answers
  ) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
    let output = try answers.backward(trace, targets, self)
    return (output.gradients, output.dInitialHidden)
  }
}
