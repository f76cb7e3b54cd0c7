import Contracts
import Recurrent

/// `rnn_*`, `gru_*`: one sequence forward, backward and clipped, by a network that carries nothing but its
/// hidden state.
struct SingleStateGolden<Network: SingleStateNetwork>: Decodable {
  var config: GoldenConfig
  var params: [String: GoldenTensor]
  var h0: GoldenTensor
  var inputs: [Int]
  var targets: [Int]
  var forward: [String: GoldenTensor]
  var loss_sum: Double
  var grads: [String: GoldenTensor]
  var grad_initial_state: [String: GoldenTensor]
  var clip: GoldenClip
  var grads_clipped: [String: GoldenTensor]

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let parameters = try Network(golden: params)
    try config.compare(inputs, parameters.hiddenSize, parameters.vocabularySize, &report)
    try checkTokens(inputs, targets, parameters.vocabularySize)

    let trace = try parameters.trace(inputs, from: try h0.vector("h0"), answers)
    for (name, vectors) in Network.parts(of: trace) {
      try report.compare("forward.\(name)", forward.need(name), vectors.flat)
    }
    try report.compareOutputs(forward, loss_sum, Network.logits(of: trace), targets, answers)

    let result = try parameters.backward(trace, targets, answers)
    try compare("grads", grads, result.gradients, &report)
    try report.compare(
      "grad_initial_state.h0", grad_initial_state.need("h0"), Array(result.dInitialHidden))
    try clip.compare(result.gradients, grads_clipped, answers, &report)
  }
}

/// The sizes that a file of one sequence states.
struct GoldenConfig: Decodable {
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

/// The norm of a gradient, and what clipping makes of it.
struct GoldenClip: Decodable {
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
