import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let lstmForwardMisconceptions: [Misconception<LSTMForwardInput, LSTMTrace>] =
  lstmPassMisconceptions + lstmReadingMisconceptions

private let lstmPassMisconceptions: [Misconception<LSTMForwardInput, LSTMTrace>] = [
  // What is carried on.
  wrongLSTMForward(
    "a cell that is not carried on",
    "Every step begins from the initial cell, so that nothing is stored for long.",
    "Which cell does the second step begin from?"
  ) {
    $0.carry = { step, _, cell in (step.hidden, cell) }
  },
  wrongLSTMForward(
    "a hidden state that is not carried on",
    "The gates of every step see the initial hidden state, whatever was read since.",
    "Which hidden state does the second step begin from?"
  ) { $0.carry = { step, hidden, _ in (hidden, step.cell) } },
  wrongLSTMForward(
    "nothing carried on", "Every step is a first step: nothing of what was read before is left.",
    "Which two vectors does the second step begin from?"
  ) {
    $0.carry = { _, hidden, cell in (hidden, cell) }
  },
  wrongLSTMForward(
    "hidden state and cell exchanged from step to step",
    "The gates look at the cell, and the forget gate acts on the hidden state.",
    "Which of the two vectors goes where when the next step is taken?"
  ) { $0.carry = { step, _, _ in (step.cell, step.hidden) } },
  wrongLSTMForward(
    "the cell carried on in both places",
    "The gates look at the cell, which output gate and tanh should have hidden from them.",
    "Which of the two vectors do the gates look at?"
  ) {
    $0.carry = { step, _, _ in (step.cell, step.cell) }
  },
  wrongLSTMForward(
    "tanh of the cell carried on",
    "The trace keeps the right cell, but the next step begins from one between −1 and 1.",
    "Which cell does the next step's forget gate act on?"
  ) {
    $0.carry = { step, _, _ in (step.hidden, step.cell.map { tanh($0) }) }
  },
  wrongLSTMForward(
    "the hidden state carried on in both places",
    "The forget gate acts on the hidden state, and the cell is lost after one step.",
    "Which of the two vectors does f act on?"
  ) {
    $0.carry = { step, _, _ in (step.hidden, step.hidden) }
  },
  // Where it begins.
  wrongLSTMForward(
    "an initial hidden state of zero whatever is given",
    "The first step's gates do not see the hidden state that they are given.",
    "What is `initialHidden` for?"
  ) {
    $0.start = { (0 * $0.initialHidden, $0.initialCell) }
  },
  wrongLSTMForward(
    "an initial cell of zero whatever is given",
    "The first step's forget gate has nothing to keep.", "What is `initialCell` for?"
  ) {
    $0.start = { ($0.initialHidden, 0 * $0.initialCell) }
  },
  wrongLSTMForward(
    "an initial state and cell of zero whatever is given",
    "A sequence can only begin from nothing, whatever it is given.",
    "What are `initialHidden` and `initialCell` for?"
  ) { $0.start = { (0 * $0.initialHidden, 0 * $0.initialCell) } },
  wrongLSTMForward(
    "initial hidden state and initial cell exchanged",
    "The first step's gates look at the cell, and its forget gate acts on the hidden state.",
    "Which of the two is `initialCell`?"
  ) {
    $0.start = { ($0.initialCell, $0.initialHidden) }
  },
  wrongLSTMForward(
    "the initial hidden state taken for the cell, too",
    "The first step's forget gate acts on the hidden state, not on the cell that was given.",
    "What is `initialCell` for?"
  ) {
    $0.start = { ($0.initialHidden, $0.initialHidden) }
  },
  // The logits.
  wrongLSTMForward(
    "logits from the hidden state before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) { $0.logits = { p, _, previous in p.Wv * previous + p.bv } },
  wrongLSTMForward(
    "logits from the cell",
    "The logits see the whole memory, though the output gate should choose what is shown.",
    "Which of the two vectors does the output gate make?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.cell + p.bv }
  },
  wrongLSTMForward(
    "logits without the output gate",
    "The logits see tanh of the cell, whatever the output gate says.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.logits = { p, step, _ in p.Wv * (try tanh(step.cell)) + p.bv }
  },
  wrongLSTMForward(
    "logits without their bias", "b_v is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.hidden }
  },
  wrongLSTMForward(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.logits = { p, step, _ in try softmax(p.Wv * step.hidden + p.bv) }
  },
  wrongLSTMForward(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try tanh(p.Wv * step.hidden + p.bv) }
  },
  wrongLSTMForward(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try sigmoid(p.Wv * step.hidden + p.bv) }
  },
  wrongLSTMForward(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.logits = { p, step, _ in logSoftmax(p.Wv * step.hidden + p.bv) }
  },
  wrongLSTMForward(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) {
    $0.finish = { $0.logits = $0.logits.suffix(1) }
  },
  wrongLSTMForward(
    "logits that begin with those of the initial state",
    "There is one prediction too many, and each stands one place too late.",
    "How many logits are there for T tokens, and of which step are the first?"
  ) { $0.logitsOfInitialState = true },
  // What is kept.
  wrongLSTMForward(
    "steps that keep the hidden state before them",
    "`hidden` holds the state one step too early, so the backward pass meets the wrong one.",
    "Is the hidden state of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialHidden] + trace.steps.map(\.hidden)
      for t in trace.steps.indices { trace.steps[t].hidden = before[t] }
    }
  },
  wrongLSTMForward(
    "steps that keep the cell before them",
    "`cell` holds the cell one step too early, so the backward pass meets the wrong one.",
    "Is the cell of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialCell] + trace.steps.map(\.cell)
      for t in trace.steps.indices { trace.steps[t].cell = before[t] }
    }
  },
  wrongLSTMForward(
    "an initialHidden that holds the last hidden state",
    "The trace has lost the hidden state from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden }
  },
  wrongLSTMForward(
    "an initialCell that holds the last cell",
    "The trace has lost the cell from which the sequence began.", "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialCell = $0.steps.last?.cell ?? $0.initialCell }
  },
  wrongLSTMForward(
    "an initialHidden and an initialCell that hold the last ones",
    "The trace has lost both vectors from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = {
      $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden
      $0.initialCell = $0.steps.last?.cell ?? $0.initialCell
    }
  },
  wrongLSTMForward(
    "a trace that begins with zeros",
    "The trace has lost what the sequence began with, and holds zeros instead.",
    "Which state does the backward pass need at t = 0?"
  ) {
    $0.finish = {
      $0.initialHidden *= 0
      $0.initialCell *= 0
    }
  },
  wrongLSTMForward(
    "initialHidden and initialCell exchanged in the trace",
    "The trace holds the two initial vectors under each other's names.",
    "Which of the two is the cell?"
  ) {
    $0.finish = { swap(&$0.initialHidden, &$0.initialCell) }
  },
  wrongLSTMForward(
    "a trace without its inputs",
    "The backward pass will not know which columns of the weights were used.",
    "Which token did step t read, by your trace?"
  ) {
    $0.finish = { $0.inputs = [] }
  },
  wrongLSTMForward(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many steps does the backward pass go back?"
  ) {
    $0.finish = { $0.steps = $0.steps.suffix(1) }
  },
  // Which tokens are read.
  wrongLSTMForward(
    "a sequence read from its end",
    "The tokens are met in reverse order, and each step's place in the trace is another's.",
    "Which token is read first?"
  ) {
    $0.readsBackwards = true
  },
  wrongLSTMForward(
    "a last token that is not read",
    "The trace is one step short: the last token has no effect at all.",
    "How many steps has a sequence of `inputs.count` tokens?"
  ) {
    $0.finish = {
      $0.steps = $0.steps.dropLast()
      $0.logits = $0.logits.dropLast()
    }
  },
  wrongLSTMForward(
    "a prediction read in place of the next input",
    "After a wrong prediction the network reads a token that is not in the sequence.",
    "Where does the next token come from in training: from `inputs` or from the logits?"
  ) { $0.readsPrediction = true },
  wrongLSTMForward(
    "the first token read at every step",
    "All steps read one and the same token, whatever the sequence says.",
    "Which token does step t read?"
  ) {
    $0.readsFirst = true
  },
  // Steps written anew.
  wrongLSTMForward(
    "steps without their biases", "The four sums of each step lack their biases.",
    "Where is `lstmStep` called?"
  ) {
    $0.parameters = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= 0 }
    }
  },
  wrongLSTMForward(
    "all biases left out, in the gates and in the logits",
    "No bias has any effect, on gates, candidate or logits.", "Which sums have a bias?"
  ) {
    $0.parameters = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo, \.bv] { p[keyPath: bias] *= 0 }
    }
  },
]

func wrongLSTMForward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLSTMForward) -> Void
) -> Misconception<LSTMForwardInput, LSTMTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLSTMForward(), run: { try $0($1) },
    change: change)
}
