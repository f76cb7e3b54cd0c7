import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways of reading in two directions.
let levelForwardMisconceptions: [Misconception<LevelForwardInput, LevelTrace>] = [
  // The order of the reverse layer.
  wrong(
    "outputs of the reverse layer that are not turned back",
    "At step t the reverse half tells what the layer had read by its own t-th step.",
    "Which token has the reverse layer read when it gives its first output?"
  ) { $0.turnBack = { $0 } },
  wrong(
    "inputs that are not turned round, outputs that are",
    "Both layers read forwards, and the second one's states stand at the wrong steps.",
    "Which token should the reverse layer read first?"
  ) { $0.turn = { $0 } },
  wrong(
    "two layers that both read forwards",
    "At no step does the output know anything of what comes later.",
    "Does anything here read from the last token to the first?"
  ) {
    $0.turn = { $0 }
    $0.turnBack = { $0 }
  },
  wrong(
    "the elements of each vector turned round, not the list",
    """
    Each vector is read with its numbers in reverse order, and time runs forwards all the \
    same.
    """,
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turn = { $0.map { Vector($0.reversed()) } } },
  wrong(
    "the elements of each output turned round, not the list",
    "Each state comes out with its units in reverse order, at the wrong step.",
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turnBack = { $0.map { Vector($0.reversed()) } } },
  wrong(
    "reverse states that have not read token t itself",
    "The reverse half of step t knows the future, but not the token of the step itself.",
    "At step t, has the reverse layer seen input t?"
  ) {
    $0.turnBack = { outputs in
      Array(outputs.reversed().dropFirst()) + outputs.prefix(1).map { 0 * $0 }
    }
  },
  wrong(
    "a trace of the reverse layer that is turned round, too",
    """
    The outputs are right, but the backward pass will go through the reverse layer the \
    wrong way.
    """,
    "In which order did the reverse layer read, and what will its backward pass go through?"
  ) {
    $0.finish = { trace, _ in
      trace.reverse?.inputs.reverse()
      trace.reverse?.steps.reverse()
    }
  },
  // Two layers, two sets of weights, two states.
  wrong(
    "the forward layer's weights for both directions",
    """
    The reverse layer reads with weights that were not made for it, and its own have no \
    effect.
    """, "Where is `parameters.reverse` used?"
  ) {
    $0.weights = { $0.forward }
  },
  wrong(
    "a reverse layer that begins in the forward layer's last state",
    "The reverse layer knows the whole sequence before it has read anything.",
    "What does a layer hold before it has read anything?"
  ) { $0.beginsWhereForwardEnded = true },
  // What is given.
  wrong(
    "the reverse half first",
    "All numbers are right, but each half stands where the other one belongs.",
    "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.join = { $1.concatenated(with: $0) }
  },
  wrong(
    "a sum where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { $0 + $1 }
  },
  wrong(
    "a mean where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { 0.5 * ($0 + $1) }
  },
  wrong(
    "the numbers of both in turn",
    "All numbers are right, but each one's place is that of another unit.",
    "Where in `outputs[t]` does the second layer's state begin?"
  ) { $0.join = { a, b in Vector(zip(a, b).flatMap { [$0, $1] }) } },
  wrong(
    "the reverse layer left out of the outputs", "The level above never hears of the future.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { forward, _ in forward }
  },
  // The last state.
  wrong(
    "a final state from the last row of outputs",
    "The reverse half has read one token when it should have read all of them.",
    "How many tokens has the reverse layer read at t = T − 1?"
  ) { $0.finish = { trace, _ in trace.finalHidden = trace.outputs[trace.outputs.count - 1] } },
  wrong(
    "a final state from the first row of outputs",
    "The forward half has read one token when it should have read all of them.",
    "How many tokens has the forward layer read at t = 0?"
  ) { $0.finish = { trace, _ in trace.finalHidden = trace.outputs[0] } },
  wrong(
    "both final states from the wrong end",
    "Both halves have read one token when they should have read all of them.",
    "After which step has each layer read everything?"
  ) {
    $0.finish = { trace, size in
      let (first, last) = (trace.outputs[0], trace.outputs[trace.outputs.count - 1])
      trace.finalHidden = Vector(Array(first.prefix(size)) + Array(last.dropFirst(size)))
    }
  },
  wrong(
    "a final state with the reverse half first",
    "All numbers are right, but each half stands where the other one belongs.",
    "Whose state comes first in `finalHidden`?"
  ) {
    $0.finish = { trace, size in
      let all = trace.finalHidden
      trace.finalHidden = Vector(Array(all.dropFirst(size)) + Array(all.prefix(size)))
    }
  },
  wrong(
    "cells in the final state",
    "The final state tells the whole memory, not what the output gates show of it.",
    "Which of its two states does a layer show?"
  ) {
    $0.finish = { trace, _ in
      let cells = [trace.forward, trace.reverse].compactMap { $0?.steps.last?.cell }
      trace.finalHidden = Vector(cells.flatMap { $0 })
    }
  },
]

// MARK: - Two directions with the decisions laid open

private struct OpenLevel: Sendable {
  // The defaults are the right ones.
  var turn: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var turnBack: @Sendable ([Vector]) -> [Vector] = { $0.reversed() }
  var join: @Sendable (_ forward: Vector, _ reverse: Vector) -> Vector = {
    $0.concatenated(with: $1)
  }
  var weights: @Sendable (Level) -> LSTMLayer? = { $0.reverse }
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
    let forward = try layerForward(call.inputs, parameters: p.forward)
    var trace = LevelTrace(
      forward: forward, outputs: forward.outputs,
      finalHidden: forward.outputs[forward.outputs.count - 1])
    if p.reverse != nil, let layer = weights(p) {
      let reverse = try read(turn(call.inputs), layer, after: forward.steps.last)
      trace.reverse = reverse
      trace.outputs = zip(forward.outputs, turnBack(reverse.outputs)).map { join($0, $1) }
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

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLevel) -> Void
) -> Misconception<LevelForwardInput, LevelTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLevel(), run: { try $0($1) },
    change: change)
}
