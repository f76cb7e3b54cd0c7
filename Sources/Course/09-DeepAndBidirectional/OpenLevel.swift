import Checking
import Contracts
import Recurrent
import Reference

/// All wrong ways of reading in two directions.
let levelForwardMisconceptions =
  levelPassMisconceptions + levelOrderMisconceptions + levelStateMisconceptions

// MARK: - Two directions with the decisions laid open

struct OpenLevel: Sendable {
  // The defaults are the right ones.
  var turn: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var turnBack: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var join: @Sendable (_ forward: Vector, _ reverse: Vector) -> Vector = {
    $0.concatenated(with: $1)
  }
  var weights: @Sendable (Level) -> LSTMLayer? = { $0.reverse }
  var forwardWeights: @Sendable (Level) -> LSTMLayer = { $0.forward }
  /// What the forward layer reads, and its outputs in the order in which they are joined.
  var turnForward: @Sendable ([Vector]) -> [Vector] = { $0 }
  var turnForwardBack: @Sendable ([Vector]) -> [Vector] = { $0 }
  /// What of a layer's trace is shown.
  var shown: @Sendable (LayerTrace) -> [Vector] = { $0.outputs }
  var doublesOneDirection = false
  var beginsWhereForwardEnded = false
  var finish: @Sendable (_ trace: inout LevelTrace, _ hiddenSize: Int) -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] trace, size in
        oldValue(&trace, size)
        finish(&trace, size)
      }
    }
  }

  func callAsFunction(_ call: LevelForwardInput) throws -> LevelTrace {
    let p = call.parameters
    let forward = try layerForward(turnForward(call.inputs), parameters: forwardWeights(p))
    var trace = LevelTrace(
      forward: forward, outputs: turnForwardBack(shown(forward)),
      finalHidden: forward.outputs[forward.outputs.count - 1])
    let layer = p.reverse == nil ? (doublesOneDirection ? p.forward : nil) : weights(p)
    if let layer {
      let reverse = try read(turn(call.inputs), layer, after: forward.steps.last)
      trace.reverse = reverse
      trace.outputs = zip(trace.outputs, turnBack(shown(reverse))).map { join($0, $1) }
      trace.finalHidden = trace.finalHidden
        .concatenated(with: reverse.outputs[reverse.outputs.count - 1])
    }
    finish(&trace, p.hiddenSize)
    return trace
  }

  private func read(
    _ inputs: [Vector], _ p: LSTMLayer, after last: LSTMStep?
  ) throws -> LayerTrace {
    guard beginsWhereForwardEnded, let last else {
      return try layerForward(inputs, parameters: p)
    }
    var trace = LayerTrace(inputs: inputs)
    var (h, c) = (last.hidden, last.cell)
    for x in inputs {
      let z = h.concatenated(with: x)
      let (f, i) = (try sigmoid(p.Wf * z + p.bf), try sigmoid(p.Wi * z + p.bi))
      let (g, o) = (try tanh(p.Wg * z + p.bg), try sigmoid(p.Wo * z + p.bo))
      c = f * c + i * g
      h = o * (try tanh(c))
      trace.steps.append(
        LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h))
    }
    return trace
  }
}

func wrongLevel(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLevel) -> Void
) -> Misconception<LevelForwardInput, LevelTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLevel(), run: { try $0($1) },
    change: change)
}
