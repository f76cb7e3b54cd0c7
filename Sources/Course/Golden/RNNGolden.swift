import Contracts
import Recurrent

/// `rnn_*`: one sequence forward, backward and clipped.
struct RNNGolden: Decodable {
  var config: Config
  var params: [String: GoldenTensor]
  var h0: GoldenTensor
  var inputs: [Int]
  var targets: [Int]
  var forward: [String: GoldenTensor]
  var loss_sum: Double
  var grads: [String: GoldenTensor]
  var grad_initial_state: [String: GoldenTensor]
  var clip: Clip
  var grads_clipped: [String: GoldenTensor]

  struct Config: Decodable {
    var hidden: Int
    var vocab: Int
    var T: Int
    var unk_id: Int?

    func compare(
      _ inputs: [Int], _ hiddenSize: Int, _ vocabularySize: Int, _ report: inout GoldenReport
    ) throws {
      report.compare("config.hidden", hidden, hiddenSize)
      report.compare("config.vocab", vocab, vocabularySize)
      report.compare("config.T", T, inputs.count)
      if let unknown = unk_id { report.compare("config.unk_id", unknown, vocabularySize - 1) }
    }
  }

  struct Clip: Decodable {
    var max_norm: Double
    var total_norm: Double
    var coef: Double

    func compare<Network: GoldenNetwork>(
      _ gradients: Network, _ golden: [String: GoldenTensor], _ answers: Answers,
      _ report: inout GoldenReport
    ) throws {
      var clipped = gradients
      clipped.tensors = try answers.clip(gradients.tensors, max_norm)
      report.compare("clip.total_norm", total_norm, gradients.norm)
      report.compare("clip.coef", coef, clipped.norm / gradients.norm)
      try Course.compare("grads_clipped", golden, clipped, &report)
    }
  }

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let parameters = try RNNParameters(golden: params)
    try config.compare(inputs, parameters.hiddenSize, parameters.vocabularySize, &report)
    try checkTokens(inputs, targets, parameters.vocabularySize)

    let trace = try answers.forward(inputs, try h0.vector("h0"), parameters)
    try report.compare("forward.h", forward.need("h"), trace.hidden.flat)
    try report.compareOutputs(forward, loss_sum, trace.logits, targets, answers)

    let result = try answers.backward(trace, targets, parameters)
    try compare("grads", grads, result.gradients, &report)
    try report.compare(
      "grad_initial_state.h0", grad_initial_state.need("h0"), Array(result.dInitialHidden))

    try clip.compare(result.gradients, grads_clipped, answers, &report)
  }
}

/// Ids beyond the vocabulary would stop the reference, not fail it.
func checkTokens(_ inputs: [Int], _ targets: [Int], _ vocabularySize: Int) throws {
  for id in inputs + targets where !(0..<vocabularySize).contains(id) {
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: [], debugDescription: "token \(id) is outside a vocabulary of \(vocabularySize)"
      ))
  }
  guard inputs.count == targets.count else {
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: [],
        debugDescription: "there are \(inputs.count) inputs and \(targets.count) targets"))
  }
}

extension RNNParameters {
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
}

extension ParameterSet {
  /// The Euclidean norm of all parameters together.
  var norm: Double { tensors.map(\.sumOfSquares).reduce(0, +).squareRoot() }
}

extension [Vector] {
  var flat: [Double] { flatMap { vector in vector.map { $0 as Double } as [Double] } }
}

extension [String: GoldenTensor] {
  func need(_ name: String) throws -> GoldenTensor {
    guard let tensor = self[name] else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "the tensor \(name) is missing"))
    }
    return tensor
  }
}
