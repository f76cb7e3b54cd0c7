import Checking
import Contracts
import Recurrent
import Reference

/// All wrong passes over a sequence.
let gruForwardMisconceptions =
  gruPassMisconceptions + OpenGRUForward.commonMisconceptions + gruCarryOnMisconceptions
  + gruStepsWrittenAnew

/// The mistakes of one step, made at every step of a sequence.
private let gruStepsWrittenAnew: [Misconception<GRUForwardInput, GRUTrace>] =
  (gruResetMisconceptions + gruUpdateMisconceptions + gruWeightMisconceptions).map { wrong in
    OpenGRUForward.wrong("at every step: \(wrong.name)", wrong.explanation, wrong.question) {
      $0.step = wrong.implementation
    }
  }

// MARK: - A pass over a sequence with its decisions laid open

struct OpenGRUForward: OpenPass {
  // The defaults are the right ones.
  var start: @Sendable (Vector) -> Vector = { $0 }
  /// From a step and from what it began with to what the next one begins with.
  var carry: @Sendable (GRUStep, _ before: Vector) -> Vector = { step, _ in step.hidden }
  var step: @Sendable (GRUStepInput) throws -> GRUStep = {
    try gruStep($0.token, hidden: $0.hidden, parameters: $0.parameters)
  }
  /// The tokens in the order in which they are read.
  var tokens: @Sendable ([Int]) -> [Int] = { $0 }
  /// From the parameters, the step and the hidden state before it.
  var logits: @Sendable (GRUParameters, GRUStep, Vector) throws -> Vector = { p, step, _ in
    p.Wv * step.hidden + p.bv
  }
  var bent: @Sendable (Vector) throws -> Vector = { $0 }
  var readsBackwards = false
  var readsPrediction = false
  var readsFirst = false
  var logitsOfInitialState = false
  var finish: @Sendable (inout GRUTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ input: GRUForwardInput) throws -> GRUTrace {
    let p = input.parameters
    var trace = GRUTrace(inputs: input.inputs, initialHidden: input.initialHidden)
    var hidden = start(input.initialHidden)
    for token in tokens(readsBackwards ? input.inputs.reversed() : input.inputs) {
      var token = readsFirst ? input.inputs[0] : token
      if readsPrediction, let prediction = trace.logits.last?.indexOfMaximum { token = prediction }
      let taken = try step(GRUStepInput(token: token, hidden: hidden, parameters: p))
      trace.steps.append(taken)
      trace.logits.append(try bent(try logits(p, taken, hidden)))
      hidden = carry(taken, hidden)
    }
    if logitsOfInitialState {
      trace.logits.insert(p.Wv * input.initialHidden + p.bv, at: 0)
    }
    finish(&trace)
    return trace
  }
}

extension GRUTrace: PassTrace {
  mutating func keep(_ chosen: (Range<Int>) -> Range<Int>) {
    steps = Array(steps[chosen(steps.indices)])
  }

  mutating func forgetStart() {
    initialHidden *= 0
  }
}
