import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let gruPassMisconceptions: [Misconception<GRUForwardInput, GRUTrace>] = [
  // What is carried on, and where it begins.
  OpenGRUForward.wrong(
    "a hidden state that is not carried on",
    "Every step begins from the initial state, whatever was read since.",
    "Which hidden state does the second step begin from?"
  ) { $0.carry = { _, before in before } },
  OpenGRUForward.wrong(
    "the candidate carried on",
    "The next step begins from what was new alone; what the update gate kept is lost.",
    "Which of the step's vectors does the next step begin from?"
  ) {
    $0.carry = { step, _ in step.candidate }
  },
  OpenGRUForward.wrong(
    "the recurrent term carried on",
    "The next step begins from a part of the candidate's sum, which has been through nothing.",
    "Which of the step's vectors does the next step begin from?"
  ) { $0.carry = { step, _ in step.recurrentTerm } },
  OpenGRUForward.wrong(
    "an initial hidden state of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { 0 * $0 }
  },
  // The logits.
  OpenGRUForward.wrong(
    "logits from the hidden state before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) { $0.logits = { p, _, before in p.Wv * before + p.bv } },
  OpenGRUForward.wrong(
    "logits from the candidate",
    "The logits see what was new alone, not what the update gate kept.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.candidate + p.bv }
  },
  OpenGRUForward.wrong(
    "logits without their bias", "b_v is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.hidden }
  },
  OpenGRUForward.wrong(
    "tanh of the hidden state in the logits",
    "The state is squeezed once more before W_v sees it, as an LSTM's cell would be.",
    "Does a GRU show its state, or tanh of it?"
  ) {
    $0.logits = { p, step, _ in p.Wv * (try tanh(step.hidden)) + p.bv }
  },
  // What is kept.
  OpenGRUForward.wrong(
    "steps that keep the hidden state before them",
    "`hidden` holds the state one step too early, so the backward pass meets the wrong one.",
    "Is the hidden state of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialHidden] + trace.steps.map(\.hidden)
      for t in trace.steps.indices { trace.steps[t].hidden = before[t] }
    }
  },
  OpenGRUForward.wrong(
    "an initialHidden that holds the last hidden state",
    "The trace has lost the hidden state from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden }
  },
]
