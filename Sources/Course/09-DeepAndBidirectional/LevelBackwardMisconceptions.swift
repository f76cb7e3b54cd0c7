import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways back through two directions.
let levelBackwardMisconceptions: [Misconception<LevelBackwardInput, LayerGradients<Level>>] = [
  // The order of the reverse layer.
  wrong(
    "dOutputs that are not turned round for the reverse layer", "",
    "At which time step did the reverse layer give its first output?"
  ) { $0.turn = { $0 } },
  wrong(
    "dInputs of the reverse layer that are not turned back", "",
    "At which time step did the reverse layer read its first input?"
  ) { $0.turnBack = { $0 } },
  wrong(
    "a reverse layer whose gradients stay in the order of time", "",
    "In which order did the reverse layer read?"
  ) {
    $0.turn = { $0 }
    $0.turnBack = { $0 }
  },
  wrong(
    "the elements of each gradient turned round, not the list", "",
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turn = { $0.map { Vector($0.reversed()) } } },
  wrong(
    "a trace of the reverse layer that is turned round first", "",
    "In which order does `trace.reverse` hold its steps?"
  ) {
    $0.trace = { trace in
      var turned = trace
      turned.inputs.reverse()
      turned.steps.reverse()
      return turned
    }
  },
  // The halves.
  wrong(
    "the halves of dOutputs exchanged", "", "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.halves = { d, size in (Vector(d.suffix(size)), Vector(d.prefix(size))) }
  },
  wrong("the first half for both layers", "", "What belongs to the second half of `outputs[t]`?") {
    $0.halves = { d, size in (Vector(d.prefix(size)), Vector(d.prefix(size))) }
  },
  wrong(
    "the sum of both halves for both layers", "", "Were the two states added in the forward pass?"
  ) {
    $0.halves = { d, size in
      let sum = Vector(d.prefix(size)) + Vector(d.suffix(size))
      return (sum, sum)
    }
  },
  wrong(
    "half of the gradient for each layer", "",
    "Is a gradient shared out where two vectors are joined?"
  ) {
    $0.halves = { d, size in (0.5 * Vector(d.prefix(size)), 0.5 * Vector(d.suffix(size))) }
  },
  // What goes down.
  wrong("dInputs of the forward layer alone", "", "How many layers read x_t?") {
    $0.meet = { forward, _ in forward }
  },
  wrong("dInputs of the reverse layer alone", "", "How many layers read x_t?") {
    $0.meet = { _, reverse in reverse }
  },
  wrong(
    "a mean where dInputs is a sum", "",
    "x_t acts on the loss in two ways: what are their gradients together?"
  ) { $0.meet = { 0.5 * ($0 + $1) } },
  wrong("dInputs that are joined instead of added", "", "How many numbers has x_t?") {
    $0.meet = { $0.concatenated(with: $1) }
  },
  wrong("a difference where dInputs is a sum", "", "Do both layers read x_t with the same sign?") {
    $0.meet = { $0 - $1 }
  },
  // The parameters.
  wrong(
    "the gradients of both layers exchanged", "", "Which layer does `gradients.reverse` belong to?"
  ) {
    $0.finish = { gradients in
      guard let reverse = gradients.reverse else { return }
      gradients = Level(forward: reverse, reverse: gradients.forward)
    }
  },
  wrong("a reverse layer without a gradient", "", "Does the loss depend on the reverse layer?") {
    $0.finish = { $0.reverse = $0.reverse?.zeros }
  },
  wrong(
    "the gradients of both layers added up", "", "Do the two layers share their weights?"
  ) {
    $0.finish = { gradients in
      guard let reverse = gradients.reverse else { return }
      var sum = reverse
      sum.tensors = zip(gradients.forward.tensors, reverse.tensors).map { $0 + $1 }
      gradients = Level(forward: sum, reverse: sum)
    }
  },
  wrong(
    "the forward layer's weights on the way back through the reverse one", "",
    "Through which weights did the reverse layer's gradient come?"
  ) { $0.weights = { $0.forward } },
]

// MARK: - Two ways back with the decisions laid open

private struct OpenLevelBackward: Sendable {
  // The defaults are the right ones.
  var halves: @Sendable (_ d: Vector, _ hiddenSize: Int) -> (forward: Vector, reverse: Vector) = {
    d, size in (Vector(d.prefix(size)), Vector(d.dropFirst(size)))
  }
  var turn: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var turnBack: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var trace: @Sendable (LayerTrace) -> LayerTrace = { $0 }
  var weights: @Sendable (Level) -> LSTMLayer? = { $0.reverse }
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
        gradients: Level(forward: result.gradients), dInputs: result.dInputs)
    }
    let parts = call.dOutputs.map { halves($0, p.hiddenSize) }
    let forward = try layerBackward(
      call.trace.forward, dOutputs: parts.map(\.forward), parameters: p.forward)
    let reverse = try layerBackward(
      trace(read), dOutputs: turn(parts.map(\.reverse)), parameters: layer)
    var gradients = Level(forward: forward.gradients, reverse: reverse.gradients)
    finish(&gradients)
    return LayerGradients(
      gradients: gradients,
      dInputs: zip(forward.dInputs, turnBack(reverse.dInputs)).map { meet($0, $1) })
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLevelBackward) -> Void
) -> Misconception<LevelBackwardInput, LayerGradients<Level>> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLevelBackward(),
    run: { try $0($1) },
    change: change)
}
