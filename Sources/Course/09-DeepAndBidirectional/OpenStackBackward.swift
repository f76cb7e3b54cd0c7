import Checking
import Contracts
import Recurrent
import Reference

/// All wrong ways back through a stack.
let stackBackwardMisconceptions = stackWayBackMisconceptions + stackHandingDownMisconceptions

// MARK: - A way back with its decisions laid open

struct OpenStackBackward: Sendable {
  // The defaults are the right ones.
  var dLogits: @Sendable ([Vector]) throws -> [Vector] = { $0 }
  /// What Wv is taken to have met.
  var met: @Sendable (StackTrace) -> [Vector] = { $0.levels[$0.levels.count - 1].outputs }
  /// The last level on the way down.
  var lowest: @Sendable (_ levels: Int) -> Int = { _ in 0 }
  /// From what a level hands down, from what it was given and from the top's, and from the trace of
  /// the level below.
  var handDown:
    @Sendable (_ dInputs: [Vector], _ d: [Vector], _ top: [Vector], _ below: LevelTrace) ->
      [Vector] = { dInputs, _, _, _ in dInputs }
  /// What Wv hands to the highest level.
  var top: @Sendable (_ d: [Vector], _ highest: LevelTrace) -> [Vector] = { d, _ in d }
  /// The gradients at the logits as dWv and dbv see them, and as the levels do.
  var seenByTop: @Sendable ([Vector]) -> [Vector] = { $0 }
  var seenByLevels: @Sendable ([Vector]) -> [Vector] = { $0 }
  var givesTop = false
  var finish: @Sendable (inout LayerGradients<StackParameters>, StackTrace) throws -> Void = {
    _, _ in
  }
  {
    didSet {
      finish = { [oldValue, finish] output, trace in
        try oldValue(&output, trace)
        try finish(&output, trace)
      }
    }
  }

  func callAsFunction(_ call: StackBackwardInput) throws -> LayerGradients<StackParameters> {
    let (trace, p) = (call.trace, call.parameters)
    var output = LayerGradients(gradients: p.zeros, dInputs: [])
    let given = try dLogits(call.dLogits)
    for (d, y) in zip(seenByTop(given), met(trace)) {
      output.gradients.Wv.addOuter(d, y)
      output.gradients.bv += d
    }
    let highest = trace.levels[trace.levels.count - 1]
    let top = top(seenByLevels(given).map { p.Wv.transposedProduct($0) }, highest)
    var d = top
    for k in (lowest(p.levels.count)..<p.levels.count).reversed() {
      let result = try levelBackward(trace.levels[k], dOutputs: d, parameters: p.levels[k])
      output.gradients.levels[k] = result.gradients
      if !givesTop || k == p.levels.count - 1 { output.dInputs = result.dInputs }
      if k > 0 { d = handDown(result.dInputs, d, top, trace.levels[k - 1]) }
    }
    try finish(&output, trace)
    return output
  }
}

func wrongStackBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenStackBackward) -> Void
) -> Misconception<StackBackwardInput, LayerGradients<StackParameters>> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenStackBackward(),
    run: { try $0($1) },
    change: change)
}
