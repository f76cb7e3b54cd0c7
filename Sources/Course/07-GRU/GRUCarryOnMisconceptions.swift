import Checking
import Contracts
import Recurrent
import Reference

/// What a sequence's steps hand on, read and keep.
let gruCarryOnMisconceptions: [Misconception<GRUForwardInput, GRUTrace>] = [
  OpenGRUForward.wrong(
    "the weighed candidate carried on: (1 − z) ⊙ n",
    "The next step begins from what was let in; what the update gate kept is lost.",
    "Which of the step's vectors does the next step begin from?"
  ) { $0.carry = { step, _ in (1 - step.updateGate) * step.candidate } },
  OpenGRUForward.wrong(
    "the update gate carried on", "The next step begins from a gate, not from a state.",
    "Which of the step's vectors does the next step begin from?"
  ) { $0.carry = { step, _ in step.updateGate } },
  OpenGRUForward.wrong(
    "tanh of the hidden state carried on",
    "The state is squeezed once more between two steps, so what is kept fades.",
    "Is there anything between two steps?"
  ) { $0.carry = { step, _ in step.hidden.map { Recurrent.tanh($0) } } },
  OpenGRUForward.wrong(
    "the hidden state added to the one before",
    "The next step begins from a sum of all states so far.",
    "Does the new state replace the old one, or is it added?"
  ) { $0.carry = { step, before in step.hidden + before } },
  OpenGRUForward.wrong(
    "a hidden state of ones to begin with",
    "The first step begins as if much had been read already, whatever it is given.",
    "What is `initialHidden` for?"
  ) { $0.start = { 0 * $0 + 1 } },
  OpenGRUForward.wrong(
    "the tokens one step late",
    "Each step reads the token before its own, and the last one is never read.",
    "Which token does step t read?"
  ) { $0.tokens = { $0.prefix(1) + $0.dropLast() } },
  OpenGRUForward.wrong(
    "the tokens one step early",
    "Each step reads the token after its own, and the first one is never read.",
    "Which token does step t read?"
  ) { $0.tokens = { $0.dropFirst() + $0.suffix(1) } },
  OpenGRUForward.wrong(
    "a first token that is not read",
    "The trace is one step short: the first token has no effect at all.",
    "How many steps has a sequence of `inputs.count` tokens?"
  ) { $0.tokens = { Array($0.dropFirst()) } },
  // The logits.
  OpenGRUForward.wrong(
    "logits whose bias is added twice", "b_v is counted twice in all logits.",
    "How often do the logits hold b_v?"
  ) { $0.logits = { p, step, _ in p.Wv * step.hidden + p.bv + p.bv } },
  OpenGRUForward.wrong(
    "logits from the recurrent term",
    "The logits see what the old state said to the candidate, not the new state.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * step.recurrentTerm + p.bv } },
  OpenGRUForward.wrong(
    "logits from the weighed candidate: (1 − z) ⊙ n",
    "The logits see what was let in alone, not what the update gate kept.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * ((1 - step.updateGate) * step.candidate) + p.bv } },
  OpenGRUForward.wrong(
    "logits weighed by the update gate",
    "The state goes through a gate before W_v sees it, as an LSTM's cell would.",
    "Does a GRU have an output gate?"
  ) { $0.logits = { p, step, _ in p.Wv * (step.updateGate * step.hidden) + p.bv } },
  OpenGRUForward.wrong(
    "logits weighed by the reset gate",
    "The state goes through a gate before W_v sees it, as an LSTM's cell would.",
    "Does a GRU have an output gate?"
  ) { $0.logits = { p, step, _ in p.Wv * (step.resetGate * step.hidden) + p.bv } },
  OpenGRUForward.wrong(
    "logits of the old and the new state together",
    "W_v multiplies the sum of the states before and after the step.",
    "Which hidden state do the logits of step t belong to?"
  ) { $0.logits = { p, step, before in p.Wv * (step.hidden + before) + p.bv } },
  // The trace.
  OpenGRUForward.wrong(
    "an initial state that is kept as the first step's, too",
    "The hidden states are shifted by one, but gates and candidates are right.",
    "Is `trace.steps[0].hidden` the state before or after the first token is read?"
  ) {
    $0.finish = { trace in
      if !trace.steps.isEmpty { trace.steps[0].hidden = trace.initialHidden }
    }
  },
  OpenGRUForward.wrong(
    "inputs in reverse order in the trace",
    "The steps are right, but the trace lists their tokens from the last to the first.",
    "Which token did step t read, by your trace?"
  ) { $0.finish = { $0.inputs.reverse() } },
  OpenGRUForward.wrong(
    "steps and logits in reverse order in the trace",
    "Everything is there, from the last step to the first.",
    "Which step is `trace.steps[0]`?"
  ) {
    $0.finish = {
      $0.steps.reverse()
      $0.logits.reverse()
    }
  },
  OpenGRUForward.wrong(
    "the last step everywhere in the trace",
    "All steps of the trace are the same one, whatever came before it.",
    "Does each step get a place of its own in the trace?"
  ) {
    $0.finish = { trace in
      if let last = trace.steps.last { trace.steps = trace.steps.map { _ in last } }
    }
  },
]
