import Checking
import Contracts
import Recurrent
import Reference

/// All wrong ways back through two directions.
let levelBackwardMisconceptions = levelWayBackMisconceptions + levelHalfMisconceptions

// MARK: - Two ways back with the decisions laid open

struct OpenLevelBackward: Sendable {
  // The defaults are the right ones.
  var halves: @Sendable (_ d: Vector, _ hiddenSize: Int) -> (forward: Vector, reverse: Vector) = {
    d, size in (Vector(d.prefix(size)), Vector(d.dropFirst(size)))
  }
  var turn: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var turnBack: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var trace: @Sendable (LayerTrace) -> LayerTrace = { $0 }
  var forwardTrace: @Sendable (LevelTrace) -> LayerTrace = { $0.forward }
  var weights: @Sendable (Level) -> LSTMLayer? = { $0.reverse }
  var forwardWeights: @Sendable (Level) -> LSTMLayer = { $0.forward }
  /// The forward layer's dOutputs as it gets them, and its dInputs as they are handed down.
  var turnForward: @Sendable ([Vector]) -> [Vector] = { $0 }
  var turnForwardBack: @Sendable ([Vector]) -> [Vector] = { $0 }
  var takesForwardTrace = false
  /// Whether a level of one direction gets zeros for the layer that it lacks.
  var givesMissingLayerZeros = false
  var meet: @Sendable (_ forward: Vector, _ reverse: Vector) -> Vector = { $0 + $1 }
  var finish: @Sendable (inout Level) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] gradients in
        oldValue(&gradients)
        finish(&gradients)
      }
    }
  }

  func callAsFunction(_ call: LevelBackwardInput) throws -> LayerGradients<Level> {
    let p = call.parameters
    guard p.reverse != nil, let layer = weights(p), let read = call.trace.reverse else {
      let result = try layerBackward(
        call.trace.forward, dOutputs: call.dOutputs, parameters: p.forward)
      return LayerGradients(
        gradients: Level(
          forward: result.gradients,
          reverse: givesMissingLayerZeros ? result.gradients.zeros : nil),
        dInputs: result.dInputs)
    }
    let parts = call.dOutputs.map { halves($0, p.hiddenSize) }
    let forward = try layerBackward(
      forwardTrace(call.trace), dOutputs: turnForward(parts.map(\.forward)),
      parameters: forwardWeights(p))
    let reverse = try layerBackward(
      trace(takesForwardTrace ? call.trace.forward : read),
      dOutputs: turn(parts.map(\.reverse)), parameters: layer)
    var gradients = Level(forward: forward.gradients, reverse: reverse.gradients)
    finish(&gradients)
    return LayerGradients(
      gradients: gradients,
      dInputs: zip(turnForwardBack(forward.dInputs), turnBack(reverse.dInputs)).map { meet($0, $1) }
    )
  }
}

func wrongLevelBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLevelBackward) -> Void
) -> Misconception<LevelBackwardInput, LayerGradients<Level>> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLevelBackward(),
    run: { try $0($1) },
    change: change)
}
