import Checking
import Contracts
import Recurrent
import Reference

/// The pass over a sequence with its decisions laid open; the defaults are the right ones.
struct OpenRNNForward: OpenPass {
  var start: @Sendable (Vector) -> Vector = { $0 }
  var step: @Sendable (RNNParameters, Int, Vector) throws -> Vector = {
    try rnnStep($1, hidden: $2, parameters: $0)
  }
  /// From the parameters, the state after the step and the one before it.
  var logits: @Sendable (RNNParameters, Vector, Vector) throws -> Vector = { p, hidden, _ in
    p.W * hidden + p.bOutput
  }
  var bent: @Sendable (Vector) throws -> Vector = { $0 }
  var carries = true
  var readsBackwards = false
  var readsPrediction = false
  var readsFirst = false
  var logitsOfInitialState = false
  /// The token that step t reads; `nil` for the sequence's own.
  var token: (@Sendable (_ inputs: [Int], _ t: Int, _ vocabularySize: Int) -> Int)?
  /// The state that step t begins from, given those before it, h_{−1} first; `nil` for the last.
  var previous: (@Sendable (_ states: [Vector], _ t: Int) -> Vector)?
  var skipsFirst = false
  /// Whether the first step hands on the state that it was given.
  var waitsFirst = false
  /// The earlier step whose state is taken in place of a new one.
  var reused: (@Sendable (_ inputs: [Int], _ t: Int) -> Int?)?
  /// What becomes of a state before it is kept.
  var kept: @Sendable (Vector) throws -> Vector = { $0 }
  var finish: @Sendable (inout RNNTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ input: RNNForwardInput) throws -> RNNTrace {
    var trace = RNNTrace(inputs: input.inputs, initialHidden: input.initialHidden)
    var hidden = start(input.initialHidden)
    var states = [hidden]
    for (t, token) in (readsBackwards ? input.inputs.reversed() : input.inputs).enumerated() {
      if skipsFirst, t == 0 { continue }
      var token =
        readsFirst
        ? input.inputs[0]
        : self.token?(input.inputs, t, input.parameters.vocabularySize) ?? token
      if readsPrediction, let prediction = trace.logits.last?.indexOfMaximum { token = prediction }
      let previous =
        carries ? self.previous?(states, states.count - 1) ?? hidden : start(input.initialHidden)
      if let earlier = reused?(input.inputs, t), earlier + 1 < states.count {
        hidden = states[earlier + 1]
      } else {
        hidden = waitsFirst && t == 0 ? previous : try step(input.parameters, token, previous)
      }
      states.append(hidden)
      trace.hidden.append(try kept(hidden))
      trace.logits.append(try bent(try logits(input.parameters, hidden, previous)))
    }
    if logitsOfInitialState {
      let p = input.parameters
      trace.logits.insert(p.W * input.initialHidden + p.bOutput, at: 0)
    }
    finish(&trace)
    return trace
  }
}

extension RNNTrace: PassTrace {
  mutating func keep(_ chosen: (Range<Int>) -> Range<Int>) {
    hidden = Array(hidden[chosen(hidden.indices)])
  }

  mutating func forgetStart() {
    initialHidden *= 0
  }
}
