import Checking
import Contracts
import Recurrent
import Reference

/// All wrong stacks.
let stackForwardMisconceptions = stackPassMisconceptions + stackLinkMisconceptions

/// The cells of both directions, joined like the outputs.
func cells(of trace: LevelTrace) -> [Vector] {
  let forward = trace.forward.steps.map(\.cell)
  guard let reverse = trace.reverse else { return forward }
  return zip(forward, reverse.steps.reversed()).map { $0.concatenated(with: $1.cell) }
}

// MARK: - A stack with its decisions laid open

struct OpenStack: Sendable {
  // The defaults are the right ones.
  var tokens: @Sendable ([Int]) -> [Int] = { $0 }
  var handUp: @Sendable (LevelTrace, _ inputs: [Vector]) -> [Vector] = { trace, _ in
    trace.outputs
  }
  var level: @Sendable (StackParameters, Int) -> Level = { $0.levels[$1] }
  var depth: @Sendable (Int) -> Int = { $0 }
  var read: @Sendable (StackTrace) -> [Vector] = { trace in
    trace.levels[trace.levels.count - 1].outputs
  }
  /// Whether the logits are made of what the highest level would hand up.
  var readsHandedUp = false
  var logits: @Sendable (StackParameters, Vector) throws -> Vector = { p, h in p.Wv * h + p.bv }
  var finish: @Sendable (inout StackTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ call: StackForwardInput) throws -> StackTrace {
    let p = call.parameters
    var trace = StackTrace(inputs: call.inputs)
    var x = try tokens(call.inputs).map { try oneHot($0, size: p.vocabularySize) }
    for k in 0..<depth(p.levels.count) {
      let result = try levelForward(x, parameters: level(p, k))
      trace.levels.append(result)
      x = handUp(result, x)
    }
    trace.logits = try (readsHandedUp ? x : read(trace)).map { try logits(p, $0) }
    finish(&trace)
    return trace
  }
}

func wrongStack(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenStack) -> Void
) -> Misconception<StackForwardInput, StackTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenStack(), run: { try $0($1) },
    change: change)
}
