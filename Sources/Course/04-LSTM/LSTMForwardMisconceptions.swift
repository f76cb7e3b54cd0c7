import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let lstmForwardMisconceptions: [Misconception<LSTMForwardInput, LSTMTrace>] =
  lstmPassMisconceptions + OpenLSTMForward.commonMisconceptions + lstmReadingMisconceptions

private let lstmPassMisconceptions: [Misconception<LSTMForwardInput, LSTMTrace>] = [
  // What is carried on.
  OpenLSTMForward.wrong(
    "a cell that is not carried on",
    "Every step begins from the initial cell, so that nothing is stored for long.",
    "Which cell does the second step begin from?"
  ) {
    $0.carry = { step, _, cell in (step.hidden, cell) }
  },
  OpenLSTMForward.wrong(
    "a hidden state that is not carried on",
    "The gates of every step see the initial hidden state, whatever was read since.",
    "Which hidden state does the second step begin from?"
  ) { $0.carry = { step, hidden, _ in (hidden, step.cell) } },
  OpenLSTMForward.wrong(
    "nothing carried on", "Every step is a first step: nothing of what was read before is left.",
    "Which two vectors does the second step begin from?"
  ) {
    $0.carry = { _, hidden, cell in (hidden, cell) }
  },
  OpenLSTMForward.wrong(
    "hidden state and cell exchanged from step to step",
    "The gates look at the cell, and the forget gate acts on the hidden state.",
    "Which of the two vectors goes where when the next step is taken?"
  ) { $0.carry = { step, _, _ in (step.cell, step.hidden) } },
  OpenLSTMForward.wrong(
    "the cell carried on in both places",
    "The gates look at the cell, which output gate and tanh should have hidden from them.",
    "Which of the two vectors do the gates look at?"
  ) {
    $0.carry = { step, _, _ in (step.cell, step.cell) }
  },
  OpenLSTMForward.wrong(
    "tanh of the cell carried on",
    "The trace keeps the right cell, but the next step begins from one between −1 and 1.",
    "Which cell does the next step's forget gate act on?"
  ) {
    $0.carry = { step, _, _ in (step.hidden, step.cell.map { tanh($0) }) }
  },
  OpenLSTMForward.wrong(
    "the hidden state carried on in both places",
    "The forget gate acts on the hidden state, and the cell is lost after one step.",
    "Which of the two vectors does f act on?"
  ) {
    $0.carry = { step, _, _ in (step.hidden, step.hidden) }
  },
  // Where it begins.
  OpenLSTMForward.wrong(
    "an initial hidden state of zero whatever is given",
    "The first step's gates do not see the hidden state that they are given.",
    "What is `initialHidden` for?"
  ) {
    $0.start = { (0 * $0.initialHidden, $0.initialCell) }
  },
  OpenLSTMForward.wrong(
    "an initial cell of zero whatever is given",
    "The first step's forget gate has nothing to keep.", "What is `initialCell` for?"
  ) {
    $0.start = { ($0.initialHidden, 0 * $0.initialCell) }
  },
  OpenLSTMForward.wrong(
    "an initial state and cell of zero whatever is given",
    "A sequence can only begin from nothing, whatever it is given.",
    "What are `initialHidden` and `initialCell` for?"
  ) { $0.start = { (0 * $0.initialHidden, 0 * $0.initialCell) } },
  OpenLSTMForward.wrong(
    "initial hidden state and initial cell exchanged",
    "The first step's gates look at the cell, and its forget gate acts on the hidden state.",
    "Which of the two is `initialCell`?"
  ) {
    $0.start = { ($0.initialCell, $0.initialHidden) }
  },
  OpenLSTMForward.wrong(
    "the initial hidden state taken for the cell, too",
    "The first step's forget gate acts on the hidden state, not on the cell that was given.",
    "What is `initialCell` for?"
  ) {
    $0.start = { ($0.initialHidden, $0.initialHidden) }
  },
  // The logits.
  OpenLSTMForward.wrong(
    "logits from the hidden state before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) { $0.logits = { p, _, previous in p.Wv * previous + p.bv } },
  OpenLSTMForward.wrong(
    "logits from the cell",
    "The logits see the whole memory, though the output gate should choose what is shown.",
    "Which of the two vectors does the output gate make?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.cell + p.bv }
  },
  OpenLSTMForward.wrong(
    "logits without the output gate",
    "The logits see tanh of the cell, whatever the output gate says.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.logits = { p, step, _ in p.Wv * (try tanh(step.cell)) + p.bv }
  },
  OpenLSTMForward.wrong(
    "logits without their bias", "b_v is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.hidden }
  },
  // What is kept.
  OpenLSTMForward.wrong(
    "steps that keep the hidden state before them",
    "`hidden` holds the state one step too early, so the backward pass meets the wrong one.",
    "Is the hidden state of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialHidden] + trace.steps.map(\.hidden)
      for t in trace.steps.indices { trace.steps[t].hidden = before[t] }
    }
  },
  OpenLSTMForward.wrong(
    "steps that keep the cell before them",
    "`cell` holds the cell one step too early, so the backward pass meets the wrong one.",
    "Is the cell of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialCell] + trace.steps.map(\.cell)
      for t in trace.steps.indices { trace.steps[t].cell = before[t] }
    }
  },
  OpenLSTMForward.wrong(
    "an initialHidden that holds the last hidden state",
    "The trace has lost the hidden state from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden }
  },
  OpenLSTMForward.wrong(
    "an initialCell that holds the last cell",
    "The trace has lost the cell from which the sequence began.", "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialCell = $0.steps.last?.cell ?? $0.initialCell }
  },
  OpenLSTMForward.wrong(
    "an initialHidden and an initialCell that hold the last ones",
    "The trace has lost both vectors from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = {
      $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden
      $0.initialCell = $0.steps.last?.cell ?? $0.initialCell
    }
  },
  OpenLSTMForward.wrong(
    "initialHidden and initialCell exchanged in the trace",
    "The trace holds the two initial vectors under each other's names.",
    "Which of the two is the cell?"
  ) {
    $0.finish = { swap(&$0.initialHidden, &$0.initialCell) }
  },
  // Steps written anew.
  OpenLSTMForward.wrong(
    "steps without their biases", "The four sums of each step lack their biases.",
    "Where is `lstmStep` called?"
  ) {
    $0.parameters = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= 0 }
    }
  },
  OpenLSTMForward.wrong(
    "all biases left out, in the gates and in the logits",
    "No bias has any effect, on gates, candidate or logits.", "Which sums have a bias?"
  ) {
    $0.parameters = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo, \.bv] { p[keyPath: bias] *= 0 }
    }
  },
]
