import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let gruForwardMisconceptions: [Misconception<GRUForwardInput, GRUTrace>] = [
  // What is carried on, and where it begins.
  wrong(
    "a hidden state that is not carried on",
    "Every step begins from the initial state, whatever was read since.",
    "Which hidden state does the second step begin from?"
  ) { $0.carry = { _, before in before } },
  wrong(
    "the candidate carried on",
    "The next step begins from what was new alone; what the update gate kept is lost.",
    "Which of the step's vectors does the next step begin from?"
  ) {
    $0.carry = { step, _ in step.candidate }
  },
  wrong(
    "the recurrent term carried on",
    "The next step begins from a part of the candidate's sum, which has been through nothing.",
    "Which of the step's vectors does the next step begin from?"
  ) { $0.carry = { step, _ in step.recurrentTerm } },
  wrong(
    "an initial hidden state of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { 0 * $0 }
  },
  // The logits.
  wrong(
    "logits from the hidden state before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) { $0.logits = { p, _, before in p.Wv * before + p.bv } },
  wrong(
    "logits from the candidate",
    "The logits see what was new alone, not what the update gate kept.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.candidate + p.bv }
  },
  wrong(
    "logits without their bias", "b_v is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.hidden }
  },
  wrong(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.logits = { p, step, _ in try softmax(p.Wv * step.hidden + p.bv) }
  },
  wrong(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try tanh(p.Wv * step.hidden + p.bv) }
  },
  wrong(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try sigmoid(p.Wv * step.hidden + p.bv) }
  },
  wrong(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.logits = { p, step, _ in logSoftmax(p.Wv * step.hidden + p.bv) }
  },
  wrong(
    "tanh of the hidden state in the logits",
    "The state is squeezed once more before W_v sees it, as an LSTM's cell would be.",
    "Does a GRU show its state, or tanh of it?"
  ) {
    $0.logits = { p, step, _ in p.Wv * (try tanh(step.hidden)) + p.bv }
  },
  wrong(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) {
    $0.finish = { $0.logits = $0.logits.suffix(1) }
  },
  wrong(
    "logits that begin with those of the initial state",
    "There is one prediction too many, and each stands one place too late.",
    "How many logits are there for T tokens, and of which step are the first?"
  ) { $0.logitsOfInitialState = true },
  // What is kept.
  wrong(
    "steps that keep the hidden state before them",
    "`hidden` holds the state one step too early, so the backward pass meets the wrong one.",
    "Is the hidden state of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialHidden] + trace.steps.map(\.hidden)
      for t in trace.steps.indices { trace.steps[t].hidden = before[t] }
    }
  },
  wrong(
    "an initialHidden that holds the last hidden state",
    "The trace has lost the hidden state from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden }
  },
  wrong(
    "a trace that begins with zeros",
    "The trace has lost what the sequence began with, and holds zeros instead.",
    "Which state does the backward pass need at t = 0?"
  ) {
    $0.finish = { $0.initialHidden *= 0 }
  },
  wrong(
    "a trace without its inputs",
    "The backward pass will not know which columns of the weights were used.",
    "Which token did step t read, by your trace?"
  ) {
    $0.finish = { $0.inputs = [] }
  },
  wrong(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many steps does the backward pass go back?"
  ) {
    $0.finish = { $0.steps = $0.steps.suffix(1) }
  },
  // Which tokens are read.
  wrong(
    "a sequence read from its end",
    "The tokens are met in reverse order, and each step's place in the trace is another's.",
    "Which token is read first?"
  ) {
    $0.readsBackwards = true
  },
  wrong(
    "a last token that is not read",
    "The trace is one step short: the last token has no effect at all.",
    "How many steps has a sequence of `inputs.count` tokens?"
  ) {
    $0.finish = {
      $0.steps = $0.steps.dropLast()
      $0.logits = $0.logits.dropLast()
    }
  },
  wrong(
    "a prediction read in place of the next input",
    "After a wrong prediction the network reads a token that is not in the sequence.",
    "Where does the next token come from in training: from `inputs` or from the logits?"
  ) { $0.readsPrediction = true },
  wrong(
    "the first token read at every step",
    "All steps read one and the same token, whatever the sequence says.",
    "Which token does step t read?"
  ) {
    $0.readsFirst = true
  },
  // Steps written anew.
  wrong(
    "steps of the other sign of z",
    "An update gate near 1 takes everything new in, where it should keep the old state.",
    "Where is `gruStep` called?"
  ) {
    $0.step = { $0.hidden = $0.updateGate * $0.candidate + (1 - $0.updateGate) * $1 }
  },
]

// MARK: - A pass over a sequence with its decisions laid open

private struct Unrolling: Sendable {
  // The defaults are the right ones.
  var start: @Sendable (Vector) -> Vector = { $0 }
  /// From a step and from what it began with to what the next one begins with.
  var carry: @Sendable (GRUStep, _ before: Vector) -> Vector = { step, _ in step.hidden }
  /// The right step, and the state before it.
  var step: @Sendable (inout GRUStep, _ before: Vector) -> Void = { _, _ in }
  /// From the parameters, the step and the hidden state before it.
  var logits: @Sendable (GRUParameters, GRUStep, Vector) throws -> Vector = { p, step, _ in
    p.Wv * step.hidden + p.bv
  }
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
    for token in readsBackwards ? input.inputs.reversed() : input.inputs {
      var token = readsFirst ? input.inputs[0] : token
      if readsPrediction, let prediction = trace.logits.last?.indexOfMaximum { token = prediction }
      var taken = try gruStep(token, hidden: hidden, parameters: p)
      step(&taken, hidden)
      trace.steps.append(taken)
      trace.logits.append(try logits(p, taken, hidden))
      hidden = carry(taken, hidden)
    }
    if logitsOfInitialState {
      trace.logits.insert(p.Wv * input.initialHidden + p.bv, at: 0)
    }
    finish(&trace)
    return trace
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout Unrolling) -> Void
) -> Misconception<GRUForwardInput, GRUTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: Unrolling(), run: { try $0($1) },
    change: change)
}
