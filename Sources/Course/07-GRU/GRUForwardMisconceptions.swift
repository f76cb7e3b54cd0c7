import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let gruPassMisconceptions: [Misconception<GRUForwardInput, GRUTrace>] = [
  // What is carried on, and where it begins.
  wrongGRUPass(
    "a hidden state that is not carried on",
    "Every step begins from the initial state, whatever was read since.",
    "Which hidden state does the second step begin from?"
  ) { $0.carry = { _, before in before } },
  wrongGRUPass(
    "the candidate carried on",
    "The next step begins from what was new alone; what the update gate kept is lost.",
    "Which of the step's vectors does the next step begin from?"
  ) {
    $0.carry = { step, _ in step.candidate }
  },
  wrongGRUPass(
    "the recurrent term carried on",
    "The next step begins from a part of the candidate's sum, which has been through nothing.",
    "Which of the step's vectors does the next step begin from?"
  ) { $0.carry = { step, _ in step.recurrentTerm } },
  wrongGRUPass(
    "an initial hidden state of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { 0 * $0 }
  },
  // The logits.
  wrongGRUPass(
    "logits from the hidden state before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) { $0.logits = { p, _, before in p.Wv * before + p.bv } },
  wrongGRUPass(
    "logits from the candidate",
    "The logits see what was new alone, not what the update gate kept.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.candidate + p.bv }
  },
  wrongGRUPass(
    "logits without their bias", "b_v is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, step, _ in p.Wv * step.hidden }
  },
  wrongGRUPass(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.logits = { p, step, _ in try softmax(p.Wv * step.hidden + p.bv) }
  },
  wrongGRUPass(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try tanh(p.Wv * step.hidden + p.bv) }
  },
  wrongGRUPass(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, step, _ in try sigmoid(p.Wv * step.hidden + p.bv) }
  },
  wrongGRUPass(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.logits = { p, step, _ in logSoftmax(p.Wv * step.hidden + p.bv) }
  },
  wrongGRUPass(
    "tanh of the hidden state in the logits",
    "The state is squeezed once more before W_v sees it, as an LSTM's cell would be.",
    "Does a GRU show its state, or tanh of it?"
  ) {
    $0.logits = { p, step, _ in p.Wv * (try tanh(step.hidden)) + p.bv }
  },
  wrongGRUPass(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) {
    $0.finish = { $0.logits = $0.logits.suffix(1) }
  },
  wrongGRUPass(
    "logits that begin with those of the initial state",
    "There is one prediction too many, and each stands one place too late.",
    "How many logits are there for T tokens, and of which step are the first?"
  ) { $0.logitsOfInitialState = true },
  // What is kept.
  wrongGRUPass(
    "steps that keep the hidden state before them",
    "`hidden` holds the state one step too early, so the backward pass meets the wrong one.",
    "Is the hidden state of step t the one before or after token t is read?"
  ) {
    $0.finish = { trace in
      let before = [trace.initialHidden] + trace.steps.map(\.hidden)
      for t in trace.steps.indices { trace.steps[t].hidden = before[t] }
    }
  },
  wrongGRUPass(
    "an initialHidden that holds the last hidden state",
    "The trace has lost the hidden state from which the sequence began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.steps.last?.hidden ?? $0.initialHidden }
  },
  wrongGRUPass(
    "a trace that begins with zeros",
    "The trace has lost what the sequence began with, and holds zeros instead.",
    "Which state does the backward pass need at t = 0?"
  ) {
    $0.finish = { $0.initialHidden *= 0 }
  },
  wrongGRUPass(
    "a trace without its inputs",
    "The backward pass will not know which columns of the weights were used.",
    "Which token did step t read, by your trace?"
  ) {
    $0.finish = { $0.inputs = [] }
  },
  wrongGRUPass(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many steps does the backward pass go back?"
  ) {
    $0.finish = { $0.steps = $0.steps.suffix(1) }
  },
  // Which tokens are read.
  wrongGRUPass(
    "a sequence read from its end",
    "The tokens are met in reverse order, and each step's place in the trace is another's.",
    "Which token is read first?"
  ) {
    $0.readsBackwards = true
  },
  wrongGRUPass(
    "a last token that is not read",
    "The trace is one step short: the last token has no effect at all.",
    "How many steps has a sequence of `inputs.count` tokens?"
  ) {
    $0.finish = {
      $0.steps = $0.steps.dropLast()
      $0.logits = $0.logits.dropLast()
    }
  },
  wrongGRUPass(
    "a prediction read in place of the next input",
    "After a wrong prediction the network reads a token that is not in the sequence.",
    "Where does the next token come from in training: from `inputs` or from the logits?"
  ) { $0.readsPrediction = true },
  wrongGRUPass(
    "the first token read at every step",
    "All steps read one and the same token, whatever the sequence says.",
    "Which token does step t read?"
  ) {
    $0.readsFirst = true
  },
]
