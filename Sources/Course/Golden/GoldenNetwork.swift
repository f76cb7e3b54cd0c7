import Contracts
import Recurrent

/// What verifying a training run needs of a network: its parameters under the golden files' names, and
/// an implementation's answers about it.
protocol GoldenNetwork: ParameterSet, Codable {
  /// The golden files' names of ``goldenTensors``, in their order.
  static var goldenNames: [String] { get }

  /// The parameters as the golden files cut them; mostly one tensor each.
  var goldenTensors: [Matrix] { get }

  /// Biases that the file leaves out are zero.
  init(golden tensors: [String: GoldenTensor]) throws

  var hiddenSize: Int { get }
  var vocabularySize: Int { get }

  /// The hidden states and logits of a sequence, from a state of zeros.
  func states(
    _ inputs: [Int], _ answers: Answers
  ) throws -> (hidden: [Vector], logits: [Vector])

  /// The summed loss of a sequence and its gradient.
  func lossAndGradient(_ example: Example, _ answers: Answers) throws -> (loss: Double, Self)

  /// The sequences as one padded batch; `nil` for a network that nobody runs in batches.
  func batched(_ examples: [Example], _ answers: Answers) throws -> BatchAnswer<Self>?

  /// The exercise that trains it.
  static var trainingExercise: String { get }
}

extension GoldenNetwork {
  var goldenTensors: [Matrix] { tensors }

  func logits(_ inputs: [Int], _ answers: Answers) throws -> [Vector] {
    try states(inputs, answers).logits
  }
}

extension LSTMParameters: GoldenNetwork {
  static let trainingExercise = "04.5"

  static let goldenNames = [
    "W_f", "W_i", "W_g", "W_o", "W_v", "b_f", "b_i", "b_g", "b_o", "b_v",
  ]

  init(golden tensors: [String: GoldenTensor]) throws {
    func weight(_ name: String) throws -> Matrix { try tensors.need(name).matrix(name) }
    let Wv = try weight("W_v")
    func bias(_ name: String, _ size: Int) throws -> Vector {
      try tensors[name]?.vector(name) ?? Vector(zeros: size)
    }
    let hidden = Wv.columns
    self.init(
      Wf: try weight("W_f"), Wi: try weight("W_i"), Wg: try weight("W_g"), Wo: try weight("W_o"),
      Wv: Wv, bf: try bias("b_f", hidden), bi: try bias("b_i", hidden),
      bg: try bias("b_g", hidden), bo: try bias("b_o", hidden), bv: try bias("b_v", Wv.rows))
    let gates = [Wf, Wi, Wg, Wo]
    guard gates.allSatisfy({ $0.rows == hidden && $0.columns == hidden + Wv.rows }),
      [bf, bi, bg, bo].allSatisfy({ $0.count == hidden }), bv.count == Wv.rows
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "the parameters' shapes do not fit each other"))
    }
  }

  func states(
    _ inputs: [Int], _ answers: Answers
  ) throws -> (hidden: [Vector], logits: [Vector]) {
    let zero = Vector(zeros: hiddenSize)
    let trace = try answers.lstmForward(inputs, zero, zero, self)
    return (trace.steps.map(\.hidden), trace.logits)
  }

  func lossAndGradient(
    _ example: Example, _ answers: Answers
  ) throws -> (loss: Double, LSTMParameters) {
    let zero = Vector(zeros: hiddenSize)
    let trace = try answers.lstmForward(example.inputs, zero, zero, self)
    return (
      try answers.loss(trace.logits, example.targets),
      try answers.lstmBackward(trace, example.targets, self).gradients
    )
  }
}

/// Compares all tensors of a parameter set, under the golden files' names.
func compare<Network: GoldenNetwork>(
  _ prefix: String, _ golden: [String: GoldenTensor], _ parameters: Network,
  _ report: inout GoldenReport
) throws {
  for (name, tensor) in zip(Network.goldenNames, parameters.goldenTensors) {
    try report.compare("\(prefix).\(name)", golden.need(name), tensor.elements)
  }
}

extension GoldenReport {
  /// Compares what follows from the logits of a sequence: probabilities and losses.
  mutating func compareOutputs(
    _ forward: [String: GoldenTensor], _ lossSum: Double, _ logits: [Vector], _ targets: [Int],
    _ answers: Answers
  ) throws {
    compare("forward.logits", try forward.need("logits"), logits.flat)
    compare("forward.probs", try forward.need("probs"), try logits.map(answers.softmax).flat)
    compare(
      "forward.loss_per_step", try forward.need("loss_per_step"),
      try zip(logits, targets).map { try answers.loss([$0], [$1]) })
    compare("loss_sum", lossSum, try answers.loss(logits, targets))
  }
}
