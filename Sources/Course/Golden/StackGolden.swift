import Contracts
import Recurrent

/// `lstm_stack`: levels of `torch.nn.LSTM` under the framework's names, in one or both directions.
///
/// The framework keeps the weights on inputs and on states apart, in row blocks i, f, g, o, and has a
/// bias for each. Here a gate has one weight on [h′; x] and one bias, the sum of the two; the gradient
/// of the sum is that of both.
struct StackGolden: Decodable {
  struct Config: Decodable {
    var hidden: Int
    var vocab: Int
    var layers: Int
    var bidirectional: Bool
    var T: Int
  }

  struct Forward: Decodable {
    var output: GoldenTensor
    var h_n: GoldenTensor
    var c_n: GoldenTensor
    var logits: GoldenTensor
    var loss_per_step: GoldenTensor
  }

  struct Clip: Decodable {
    var max_norm: Double
    var total_norm: Double
    var coef: Double
  }

  var config: Config
  var params: [String: GoldenTensor]
  var inputs: [Int]
  var targets: [Int]
  var forward: Forward
  var loss_sum: Double
  var grads: [String: GoldenTensor]
  var clip: Clip

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let parameters = try parameters()
    try checkTokens(inputs, targets, min(parameters.vocabularySize, parameters.classes))
    report.compare("config.T", config.T, inputs.count)
    report.compare("config.vocab", config.vocab, parameters.vocabularySize)

    let trace = try answers.stackForward(inputs, parameters)
    report.compare("forward.output", forward.output, (trace.levels.last?.outputs ?? []).flat)
    let last = trace.levels.flatMap { level in
      [level.forward, level.reverse].compactMap { $0?.steps.last }
    }
    report.compare("forward.h_n", forward.h_n, last.map(\.hidden).flat)
    report.compare("forward.h_n", forward.h_n, trace.levels.map(\.finalHidden).flat)
    report.compare("forward.c_n", forward.c_n, last.map(\.cell).flat)
    report.compare("forward.logits", forward.logits, trace.logits.flat)
    report.compare(
      "forward.loss_per_step", forward.loss_per_step,
      try zip(trace.logits, targets).map { try answers.loss([$0], [$1]) })
    report.compare("loss_sum", loss_sum, try answers.loss(trace.logits, targets))

    let dLogits = try zip(trace.logits, targets).map { logits, target in
      var d = try answers.softmax(logits)
      d[target] -= 1
      return d
    }
    let gradients = try answers.stackBackward(trace, dLogits, parameters).gradients
    let named = try gradients.framework(names: names)
    report.compare("grads", Set(grads.keys) == Set(named.map(\.name)), true)
    for (name, gradient) in named {
      try report.compare("grads.\(name)", grads.need(name), gradient.elements)
    }
    // Both biases of a gate count in the framework's norm.
    let all = named.map(\.gradient)
    let norm = TensorList(all).norm
    report.compare("clip.total_norm", clip.total_norm, norm)
    let clipped = TensorList(try answers.clip(all, clip.max_norm))
    report.compare("clip.coef", clip.coef, clipped.norm / norm)
  }

  /// The ends of the framework's names, per level and direction: `l0` and `l0_reverse`, then `l1`.
  private var names: [[String]] {
    (0..<config.layers).map { k in config.bidirectional ? ["l\(k)", "l\(k)_reverse"] : ["l\(k)"] }
  }

  private func parameters() throws -> StackParameters {
    guard config.layers > 0, config.hidden > 0 else {
      throw wrong("a stack needs layers and hidden units")
    }
    let levels = try names.map { directions in
      let layers = try directions.map(layer)
      return Level(forward: layers[0], reverse: layers.count > 1 ? layers[1] : nil)
    }
    let result = StackParameters(
      levels: levels, Wv: try params.need("out.weight").matrix("out.weight"),
      bv: try params.need("out.bias").vector("out.bias"))
    let widths = levels.map(\.outputSize)
    guard zip(levels.dropFirst().map(\.inputSize) + [result.Wv.columns], widths).allSatisfy(==),
      levels.allSatisfy({ $0.reverse.map(\.inputSize) ?? $0.inputSize == $0.inputSize }),
      result.bv.count == result.Wv.rows
    else { throw wrong("the layers' shapes do not fit each other") }
    return result
  }

  private func layer(_ name: String) throws -> LSTMLayer {
    func matrix(_ kind: String) throws -> Matrix {
      try params.need("\(kind)_\(name)").matrix("\(kind)_\(name)")
    }
    func bias(_ kind: String) throws -> Vector {
      try params.need("\(kind)_\(name)").vector("\(kind)_\(name)")
    }
    let size = config.hidden
    let (input, state) = (try matrix("weight_ih"), try matrix("weight_hh"))
    let biases = [try bias("bias_ih"), try bias("bias_hh")]
    guard input.rows == 4 * size, state.rows == 4 * size, state.columns == size,
      biases.allSatisfy({ $0.count == 4 * size })
    else { throw wrong("the shapes of \(name) are not those of \(size) hidden units") }
    func weight(_ block: Int) -> Matrix {
      Matrix(
        rows: (block * size..<(block + 1) * size).map {
          state.row($0).concatenated(with: input.row($0))
        })
    }
    func bias(_ block: Int) -> Vector {
      Vector((biases[0] + biases[1])[block * size..<(block + 1) * size])
    }
    return LSTMLayer(
      Wf: weight(1), Wi: weight(0), Wg: weight(2), Wo: weight(3), bf: bias(1), bi: bias(0),
      bg: bias(2), bo: bias(3))
  }

  private func wrong(_ why: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: why))
  }
}

extension StackParameters {
  /// The tensors as the framework cuts and names them.
  fileprivate func framework(
    names: [[String]]
  ) throws -> [(name: String, gradient: Matrix)] {
    let layers = levels.map { [$0.forward, $0.reverse].compactMap { $0 } }
    guard layers.map(\.count) == names.map(\.count) else {
      throw GoldenError.noAnswer(exercise: "09.6", "gives gradients of another stack")
    }
    let all = zip(layers.joined(), names.joined()).flatMap { layer, name in
      let gates = [layer.Wi, layer.Wf, layer.Wg, layer.Wo]
      let biases = [layer.bi, layer.bf, layer.bg, layer.bo]
      let size = layer.hiddenSize
      func columns(_ range: Range<Int>) -> Matrix {
        Matrix(
          rows: gates.flatMap { gate in
            (0..<gate.rows).map { Vector(Array(gate.row($0))[range]) }
          })
      }
      let bias = Matrix(column: Vector(biases.flatMap { $0 }))
      return [
        ("weight_ih_\(name)", columns(size..<size + layer.inputSize)),
        ("weight_hh_\(name)", columns(0..<size)), ("bias_ih_\(name)", bias),
        ("bias_hh_\(name)", bias),
      ]
    }
    return all + [("out.weight", Wv), ("out.bias", Matrix(column: bv))]
  }
}

extension Answers {
  func stackForward(_ inputs: [Int], _ parameters: StackParameters) throws -> StackTrace {
    try call("09.3", StackForwardInput(inputs: inputs, parameters: parameters))
  }

  func stackBackward(
    _ trace: StackTrace, _ dLogits: [Vector], _ parameters: StackParameters
  ) throws -> LayerGradients<StackParameters> {
    try call("09.6", StackBackwardInput(trace: trace, dLogits: dLogits, parameters: parameters))
  }
}
