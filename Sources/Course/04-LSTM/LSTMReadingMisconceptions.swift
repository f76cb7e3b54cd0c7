import Checking
import Contracts
import Recurrent
import Reference

/// Which token a step reads, which vectors it begins with, and what its logits are made of.
let lstmReadingMisconceptions: [Misconception<LSTMForwardInput, LSTMTrace>] = [
  // The tokens.
  OpenLSTMForward.wrong(
    "the token of the next step read",
    "Step t reads token t + 1, which it should predict, and the last token is read twice.",
    "Which token does step t read?"
  ) { $0.token = { inputs, t in inputs[min(t + 1, inputs.count - 1)] } },
  OpenLSTMForward.wrong(
    "the token of the step before read",
    "Step t reads token t − 1, the first token is read twice and the last one never.",
    "Which token does step t read?"
  ) { $0.token = { inputs, t in inputs[max(t - 1, 0)] } },
  OpenLSTMForward.wrong(
    "tokens rolled round by one",
    "Step t reads token t + 1, and the last step the first token.",
    "Which token does step t read?"
  ) { $0.token = { inputs, t in inputs[(t + 1) % inputs.count] } },
  // What a step begins with.
  OpenLSTMForward.wrong(
    "hidden state and cell exchanged in every call",
    "From the first step on the gates look at the cell, and the forget gate acts on the hidden "
      + "state.",
    "In which order does `lstmStep` take its two vectors?"
  ) {
    $0.start = { ($0.initialCell, $0.initialHidden) }
    $0.carry = { step, _, _ in (step.cell, step.hidden) }
  },
  OpenLSTMForward.wrong(
    "the initial cell taken for the hidden state, too",
    "The first step's gates look at the cell, not at the hidden state that was given.",
    "What is `initialHidden` for?"
  ) { $0.start = { ($0.initialCell, $0.initialCell) } },
  OpenLSTMForward.wrong(
    "the cell's tanh carried on as the hidden state",
    "The next gates see tanh of the cell, whatever the output gate said.",
    "Which of the step's vectors do the next gates look at?"
  ) { $0.carry = { step, _, _ in (step.cell.map { tanh($0) }, step.cell) } },
  OpenLSTMForward.wrong(
    "a hidden state that is added to the one before",
    "Old hidden states stay in what is carried on, and grow from step to step.",
    "Is the new hidden state added to the old one, or put in its place?"
  ) { $0.carry = { step, hidden, _ in (hidden + step.hidden, step.cell) } },
  OpenLSTMForward.wrong(
    "a cell that is added to the one before",
    "The old cell is kept whole beside the new one, which holds what the forget gate kept already.",
    "Is the new cell added to the old one, or put in its place?"
  ) { $0.carry = { step, _, cell in (step.hidden, cell + step.cell) } },
  OpenLSTMForward.wrong(
    "the candidate carried on as the cell",
    "The next step's forget gate acts on what was new, and the memory is lost.",
    "Which of the step's vectors is the memory?"
  ) { $0.carry = { step, _, _ in (step.hidden, step.candidate) } },
  // The logits.
  OpenLSTMForward.wrong(
    "logits of the last hidden state at every step",
    "All steps get the logits of the last one, as when they are made behind the loop.",
    "Of which step's hidden state is `logits[t]` made?"
  ) {
    $0.finish = { trace in
      trace.logits = trace.logits.map { _ in trace.logits[trace.logits.count - 1] }
    }
  },
  OpenLSTMForward.wrong(
    "logits from last to first", "The first prediction stands last, as when each is put in front.",
    "Which step's prediction is `logits[0]`?"
  ) { $0.finish = { $0.logits.reverse() } },
  OpenLSTMForward.wrong(
    "steps and logits in reverse order",
    "The trace begins with the last step, as when each is put in front.",
    "Which step stands first in the trace?"
  ) {
    $0.finish = {
      $0.steps.reverse()
      $0.logits.reverse()
    }
  },
  OpenLSTMForward.wrong(
    "steps that all hold the last one",
    "Each place of the trace holds what the last step made, as when one object is changed.",
    "What does `steps[0]` hold when the loop is over?"
  ) {
    $0.finish = { trace in trace.steps = trace.steps.map { _ in trace.steps[trace.steps.count - 1] }
    }
  },
  OpenLSTMForward.wrong(
    "logits from the candidate",
    "The logits see only what was new at their step, and nothing of the memory.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * step.candidate + p.bv } },
  OpenLSTMForward.wrong(
    "logits from the output gate",
    "The logits see how much is shown, and nothing of what is shown.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * step.outputGate + p.bv } },
  OpenLSTMForward.wrong(
    "logits from tanh of the hidden state",
    "The hidden state has been through tanh already and is squeezed a second time.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * (try tanh(step.hidden)) + p.bv } },
  OpenLSTMForward.wrong(
    "logits with their bias twice", "b_v is added a second time, so frequent words lead too far.",
    "How often is b_v added?"
  ) { $0.logits = { p, step, _ in p.Wv * step.hidden + 2 * p.bv } },
  OpenLSTMForward.wrong(
    "logits with the output gate once more: W_v (o ⊙ h) + b_v",
    "h holds the output gate already, and is weighed by it a second time.",
    "Which of the step's vectors does W_v multiply?"
  ) { $0.logits = { p, step, _ in p.Wv * (step.outputGate * step.hidden) + p.bv } },
]
