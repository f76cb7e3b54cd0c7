import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a sequence that people really write.
let forwardMisconceptions: [Misconception<RNNForwardInput, RNNTrace>] = [
  unrolled(
    "a state that is not carried on",
    "Every step begins from the initial state, whatever was read since.",
    "Which state does the second step begin from?"
  ) {
    $0.carries = false
  },
  unrolled(
    "an initial state of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { Vector(zeros: $0.count) }
  },
  unrolled(
    "logits from the previous state",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives logits[t]?"
  ) {
    $0.logits = { p, _, previous in p.W * previous + p.bOutput }
  },
  unrolled(
    "logits without their bias", "b_o is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.logits = { p, hidden, _ in p.W * hidden }
  },
  unrolled(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.bent = { try softmax($0) }
  },
  unrolled(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.bent = { try tanh($0) }
  },
  unrolled(
    "a step without tanh", "The states may grow from step to step without a bound.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in p.U.column(x) + p.V * h + p.bHidden }
  },
  unrolled(
    "a step without its bias", "b_h is left out at every step.", "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try tanh(p.U.column(x) + p.V * h) }
  },
  unrolled(
    "a step with V transposed",
    "The past enters each step along every connection in the wrong direction.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try tanh(p.U.column(x) + p.V.transposed * h + p.bHidden) }
  },
  unrolled(
    "an initial state at index 0 of hidden",
    "There is one state too many, and each stands one place too late.",
    "How many states does `hidden` hold after T steps?"
  ) { $0.finish = { $0.hidden.insert($0.initialHidden, at: 0) } },
  unrolled(
    "hidden one step late: the state before each step",
    "hidden[t] holds the state from before step t, so the backward pass meets the wrong one.",
    "Is hidden[t] the state before or after token t is read?"
  ) { $0.finish = { $0.hidden = Array(([$0.initialHidden] + $0.hidden).dropLast()) } },
  unrolled(
    "an initialHidden that holds the last state",
    "The trace has lost the state from which the sequence began.",
    "Which state does the trace begin with?"
  ) {
    $0.finish = { $0.initialHidden = $0.hidden.last ?? $0.initialHidden }
  },
  unrolled(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) {
    $0.finish = { $0.logits = $0.logits.suffix(1) }
  },
  unrolled(
    "the last state's logits at every step",
    "All predictions are made when everything has been read, so each knows what it should guess.",
    "From which hidden state come the logits of step 0?"
  ) {
    $0.finish = { trace in
      trace.logits = trace.logits.map { trace.logits.last ?? $0 }
    }
  },
  unrolled(
    "a sequence read from its end",
    "The tokens are met in reverse order, and each step's place in the trace is another's.",
    "Which token is read first?"
  ) {
    $0.readsBackwards = true
  },
  unrolled(
    "a last token that is not read",
    "The trace is one step short: the last token has no effect at all.",
    "How many steps has a sequence of `inputs.count` tokens?"
  ) {
    $0.finish = {
      $0.hidden = $0.hidden.dropLast()
      $0.logits = $0.logits.dropLast()
    }
  },
  unrolled(
    "a prediction read in place of the next input",
    "After a wrong prediction the network reads a token that is not in the sequence.",
    "Where does the next token come from in training: from `inputs` or from the logits?"
  ) { $0.readsPrediction = true },
  unrolled(
    "the first token read at every step",
    "All steps read one and the same token, whatever the sequence says.",
    "Which token does step t read?"
  ) {
    $0.readsFirst = true
  },
  unrolled(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.bent = { try sigmoid($0) }
  },
  unrolled(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.bent = { logSoftmax($0) }
  },
  unrolled(
    "logits that begin with those of the initial state",
    "There is one prediction too many, and each stands one place too late.",
    "How many logits are there for T tokens, and of which step are the first?"
  ) { $0.logitsOfInitialState = true },
  unrolled(
    "a trace without its inputs", "The backward pass will not know which columns of U were used.",
    "Which token did step t read, by your trace?"
  ) { $0.finish = { $0.inputs = [] } },
  unrolled(
    "a trace that begins with zeros",
    "The trace has lost what the sequence began with, and holds zeros instead.",
    "Which state does the backward pass need at t = 0?"
  ) { $0.finish = { $0.initialHidden *= 0 } },
  unrolled(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many states does the backward pass need?"
  ) {
    $0.finish = {
      $0.hidden = $0.hidden.suffix(1)
      $0.logits = $0.logits.suffix(1)
    }
  },
  unrolled(
    "states added up from step to step",
    "The old state is never lost, so the new one may grow without a bound.",
    "Is the old state replaced by the new one or added to it?"
  ) { $0.step = { p, x, h in h + (try rnnStep(x, hidden: h, parameters: p)) } },
  unrolled(
    "a ReLU in place of tanh",
    "Negative states become 0, and positive ones may grow from step to step.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in (p.U.column(x) + p.V * h + p.bHidden).map { max(0, $0) } }
  },
  unrolled(
    "a sigmoid in place of tanh", "States can never be negative, and a sum of 0 gives one half.",
    "Where is `rnnStep` called?"
  ) {
    $0.step = { p, x, h in try sigmoid(p.U.column(x) + p.V * h + p.bHidden) }
  },
  unrolled(
    "steps that never see the state before them",
    "Each state depends on its own token alone, and nothing is remembered.",
    "Which two things does a step read?"
  ) { $0.step = { p, x, h in try rnnStep(x, hidden: 0 * h, parameters: p) } },
]
