import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let forwardMisconceptions: [Misconception<RNNForwardInput, RNNTrace>] = [
  OpenRNNForward.wrong(
    "a state that is not carried on",
    "Every step begins from the initial state, whatever was read since.",
    "Which state does the second step begin from?"
  ) {
    $0.carries = false
  },
  OpenRNNForward.wrong(
    "an initial state of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { Vector(zeros: $0.count) }
  },
  OpenRNNForward.wrong(
    "logits from the previous state",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) {
    $0.logits = { p, _, previous in p.W * previous + p.bOutput }
  },
  OpenRNNForward.wrong(
    "logits without their bias", "b_o is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, hidden, _ in p.W * hidden }
  },
  OpenRNNForward.wrong(
    "a step without tanh", "The states may grow from step to step without a bound.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in p.U.column(x) + p.V * h + p.bHidden }
  },
  OpenRNNForward.wrong(
    "a step without its bias", "b_h is left out at every step.", "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try tanh(p.U.column(x) + p.V * h) }
  },
  OpenRNNForward.wrong(
    "a step with V transposed",
    "The past enters each step along every connection in the wrong direction.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try tanh(p.U.column(x) + p.V.transposed * h + p.bHidden) }
  },
  OpenRNNForward.wrong(
    "an initial state at index 0 of hidden",
    "There is one state too many, and each stands one place too late.",
    "How many states does `hidden` hold after T steps?"
  ) { $0.finish = { $0.hidden.insert($0.initialHidden, at: 0) } },
  OpenRNNForward.wrong(
    "hidden one step late: the state before each step",
    "hidden[t] holds the state from before step t, so the backward pass meets the wrong one.",
    "Is hidden[t] the state before or after token t is read?"
  ) { $0.finish = { $0.hidden = Array(([$0.initialHidden] + $0.hidden).dropLast()) } },
  OpenRNNForward.wrong(
    "an initialHidden that holds the last state",
    "The trace has lost the state from which the sequence began.",
    "Which state does the trace begin with?"
  ) {
    $0.finish = { $0.initialHidden = $0.hidden.last ?? $0.initialHidden }
  },
  OpenRNNForward.wrong(
    "the last state's logits at every step",
    "All predictions are made when everything has been read, so each knows what it should guess.",
    "From which hidden state come the logits of step 0?"
  ) {
    $0.finish = { trace in
      trace.logits = trace.logits.map { trace.logits.last ?? $0 }
    }
  },
  OpenRNNForward.wrong(
    "states added up from step to step",
    "The old state is never lost, so the new one may grow without a bound.",
    "Is the old state replaced by the new one or added to it?"
  ) { $0.step = { p, x, h in h + (try rnnStep(x, hidden: h, parameters: p)) } },
  OpenRNNForward.wrong(
    "a ReLU in place of tanh",
    "Negative states become 0, and positive ones may grow from step to step.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in (p.U.column(x) + p.V * h + p.bHidden).map { max(0, $0) } }
  },
  OpenRNNForward.wrong(
    "a sigmoid in place of tanh", "States can never be negative, and a sum of 0 gives one half.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try sigmoid(p.U.column(x) + p.V * h + p.bHidden) }
  },
  OpenRNNForward.wrong(
    "steps that never see the state before them",
    "Each state depends on its own token alone, and nothing is remembered.",
    "Which two things does a step read?"
  ) { $0.step = { p, x, h in try rnnStep(x, hidden: 0 * h, parameters: p) } },
]
