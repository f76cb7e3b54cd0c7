import Contracts
import Recurrent
import Reference

/// A pass over a sequence with its decisions laid open.
struct OpenLSTMForward: OpenPass {
  typealias State = (hidden: Vector, cell: Vector)

  // The defaults are the right ones.
  var start: @Sendable (LSTMForwardInput) -> State = { ($0.initialHidden, $0.initialCell) }
  /// From a step and from what it began with to what the next one begins with.
  var carry: @Sendable (LSTMStep, _ hidden: Vector, _ cell: Vector) -> State = { step, _, _ in
    (step.hidden, step.cell)
  }
  /// From the parameters, the step and the hidden state before it.
  var logits: @Sendable (LSTMParameters, LSTMStep, Vector) throws -> Vector = { p, step, _ in
    p.Wv * step.hidden + p.bv
  }
  var parameters: @Sendable (inout LSTMParameters) -> Void = { _ in } {
    didSet {
      parameters = { [oldValue, parameters] p in
        oldValue(&p)
        parameters(&p)
      }
    }
  }
  var bent: @Sendable (Vector) throws -> Vector = { $0 }
  var logitsOfInitialState = false
  /// The token that step t reads.
  var token: @Sendable (_ inputs: [Int], _ t: Int) -> Int = { $0[$1] }
  var readsBackwards = false
  var readsPrediction = false
  var readsFirst = false
  var finish: @Sendable (inout LSTMTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ input: LSTMForwardInput) throws -> LSTMTrace {
    var p = input.parameters
    parameters(&p)
    var trace = LSTMTrace(
      inputs: input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell)
    var state = start(input)
    let inputs = readsBackwards ? input.inputs.reversed() : input.inputs
    for t in inputs.indices {
      var token = readsFirst ? inputs[0] : token(inputs, t)
      if readsPrediction, let prediction = trace.logits.last?.indexOfMaximum { token = prediction }
      let step = try lstmStep(token, hidden: state.hidden, cell: state.cell, parameters: p)
      trace.steps.append(step)
      trace.logits.append(try bent(try logits(p, step, state.hidden)))
      state = carry(step, state.hidden, state.cell)
    }
    if logitsOfInitialState {
      trace.logits.insert(p.Wv * input.initialHidden + p.bv, at: 0)
    }
    finish(&trace)
    return trace
  }
}

extension LSTMTrace: PassTrace {
  mutating func keep(_ chosen: (Range<Int>) -> Range<Int>) {
    steps = Array(steps[chosen(steps.indices)])
  }

  mutating func forgetStart() {
    initialHidden *= 0
    initialCell *= 0
  }
}
