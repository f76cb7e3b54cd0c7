import Checking
import Contracts
import Recurrent
import Reference

/// Passes that read, keep or hand on another state or another token.
let forwardSlips: [Misconception<RNNForwardInput, RNNTrace>] = [
  OpenRNNForward.wrong(
    "tanh once more on what the step returns",
    "Each state goes through tanh twice, so it is squeezed a second time and stays too small.",
    "What has `rnnStep` done already to the state that it returns?"
  ) { $0.step = { p, x, h in try tanh(try rnnStep(x, hidden: h, parameters: p)) } },
  OpenRNNForward.wrong(
    "tanh once more on the states that are kept",
    "The trace holds states that went through tanh twice, though the carry is right.",
    "What has `rnnStep` done already to the state that it returns?"
  ) { $0.kept = { try tanh($0) } },
  OpenRNNForward.wrong(
    "tanh once more on the state that is carried on",
    "Each step begins from a state that went through tanh twice.",
    "What has `rnnStep` done already to the state that it returns?"
  ) { $0.step = { p, x, h in try rnnStep(x, hidden: try tanh(h), parameters: p) } },
  OpenRNNForward.wrong(
    "tanh once more on the state before the logits",
    "The logits come from a state that went through tanh twice.",
    "Which state does W multiply?"
  ) { $0.logits = { p, hidden, _ in p.W * (try tanh(hidden)) + p.bOutput } },
  OpenRNNForward.wrong(
    "logits with their bias twice", "b_o counts twice at every step.",
    "How often does b_o occur in the formula?"
  ) { $0.logits = { p, hidden, _ in p.W * hidden + p.bOutput + p.bOutput } },
  OpenRNNForward.wrong(
    "logits with their bias subtracted", "b_o speaks against the words that it should favour.",
    "Which sign has b_o?"
  ) { $0.logits = { p, hidden, _ in p.W * hidden - p.bOutput } },
  OpenRNNForward.wrong(
    "logits from the sum of both states", "W multiplies the state before and the state after.",
    "Which state does W multiply?"
  ) { $0.logits = { p, hidden, previous in p.W * (hidden + previous) + p.bOutput } },
  OpenRNNForward.wrong(
    "a ReLU on the logits", "Words that are unlikely cannot be told from one another.",
    "May a logit be negative?"
  ) { $0.bent = { $0.map { max(0, $0) } } },
  OpenRNNForward.wrong(
    "logits that add up from step to step", "Each prediction holds all those before it as well.",
    "What do your logits hold when a step begins?"
  ) {
    $0.finish = { trace in
      for t in trace.logits.indices.dropFirst() {
        trace.logits[t] = trace.logits[t] + trace.logits[t - 1]
      }
    }
  },
  OpenRNNForward.wrong(
    "logits of the first step at every step", "All predictions are made when one token is read.",
    "From which hidden state come the logits of step 1?"
  ) { $0.finish = { trace in trace.logits = trace.logits.map { trace.logits.first ?? $0 } } },
  OpenRNNForward.wrong(
    "the next token read in place of a step's own",
    "Each step reads the token that it should predict, and the last reads its own.",
    "Which token does step t read?"
  ) { $0.token = { inputs, t, _ in inputs[min(t + 1, inputs.count - 1)] } },
  OpenRNNForward.wrong(
    "the next token read in place of a step's own, the last followed by the first",
    "Each step reads the token that it should predict.", "Which token does step t read?"
  ) { $0.token = { inputs, t, _ in inputs[(t + 1) % inputs.count] } },
  OpenRNNForward.wrong(
    "the token before read in place of a step's own",
    "Each step reads what the one before should have read, and the first token is read twice.",
    "Which token does step t read?"
  ) { $0.token = { inputs, t, _ in inputs[max(t - 1, 0)] } },
  OpenRNNForward.wrong(
    "the last token read at every step",
    "All steps read one and the same token, whatever the sequence says.",
    "Which token does step t read?"
  ) { $0.token = { inputs, _, _ in inputs[inputs.count - 1] } },
  OpenRNNForward.wrong(
    "the number of the step read in place of its token",
    "The inputs are counted through, whatever the sequence says.",
    "Which token does step t read: t or `inputs[t]`?"
  ) { $0.token = { _, t, size in t % size } },
  OpenRNNForward.wrong(
    "the state of the step before the last",
    "Each step begins from a state that is two steps old, so every other token is not heard.",
    "From which index of your states does step t begin?"
  ) { $0.previous = { states, t in states[max(0, t - 1)] } },
  OpenRNNForward.wrong(
    "the first step's state at every later step",
    "All steps after the first begin from the same state, and the rest is forgotten.",
    "From which index of your states does step t begin?"
  ) { $0.previous = { states, t in states[min(t, 1)] } },
  OpenRNNForward.wrong(
    "the initial state added at every step",
    "Each step begins from the last state plus the initial one, which should act once.",
    "In which step does `initialHidden` take part?"
  ) { $0.previous = { states, t in t == 0 ? states[0] : states[t] + states[0] } },
  OpenRNNForward.wrong(
    "a state that becomes zero after each step",
    "The state is cleared where it should be handed on, so only the first step has a past.",
    "Which state does the second step begin from?"
  ) { $0.previous = { states, t in t == 0 ? states[0] : 0 * states[0] } },
  OpenRNNForward.wrong(
    "an initial state of ones", "The first step begins from ones, whatever it is given.",
    "What is `initialHidden` for?"
  ) { $0.start = { 0 * $0 + 1 } },
  OpenRNNForward.wrong(
    "a state kept for each token: a token that comes again gets its first state back",
    "The state is cached by the token alone, whatever has been read since.",
    "On which two things does a new state depend?"
  ) { $0.reused = { inputs, t in inputs.prefix(t).firstIndex(of: inputs[t]) } },
  OpenRNNForward.wrong(
    "logits kept for each token: a token that comes again gets its first logits back",
    "The prediction is cached by the token alone, though the states move on.",
    "On which state do the logits of a step depend?"
  ) {
    $0.finish = { trace in
      let all = trace.logits
      trace.logits = trace.inputs.compactMap { token in
        trace.inputs.firstIndex(of: token).flatMap { $0 < all.count ? all[$0] : nil }
      }
    }
  },
  OpenRNNForward.wrong(
    "a token that is read once when it comes twice in a row",
    "The state stays where a token repeats the one before, so the network cannot count.",
    "Does the state change when the same token is read again?"
  ) { $0.reused = { inputs, t in t > 0 && inputs[t] == inputs[t - 1] ? t - 1 : nil } },
  OpenRNNForward.wrong(
    "a state that is overwritten while it is read",
    "The new elements of h are written into h′ at once, so that later rows of V meet a mixture of "
      + "both.",
    "When row 1 of V is multiplied, does it still meet the old element 0 of h′?"
  ) { $0.step = rnnStepInPlace },
  OpenRNNForward.wrong(
    "a step that adds V h′ after tanh", "The past is added outside of tanh, so states may grow.",
    "Where is `rnnStep` called?"
  ) { $0.step = { p, x, h in try tanh(p.U.column(x) + p.bHidden) + p.V * h } },
  OpenRNNForward.wrong(
    "a step that adds its bias after tanh", "b_h is added outside of tanh at every step.",
    "Where is `rnnStep` called?"
  ) { $0.step = { p, x, h in try tanh(p.U.column(x) + p.V * h) + p.bHidden } },
  OpenRNNForward.wrong(
    "a step without its input", "The tokens are never read, and the states run on by themselves.",
    "Where is `rnnStep` called?"
  ) { $0.step = { p, _, h in try tanh(p.V * h + p.bHidden) } },
  OpenRNNForward.wrong(
    "a first token that is not read",
    "The trace is one step short: the first token has no effect at all.",
    "At which index does your loop begin?"
  ) { $0.skipsFirst = true },
  OpenRNNForward.wrong(
    "a first token that is not read: hidden[0] is the initial state",
    "The first step hands the initial state on as it is, and the first token has no effect.",
    "Which state stands in hidden[0]: the one before the first token or after it?"
  ) { $0.waitsFirst = true },
  OpenRNNForward.wrong(
    "logits without those of the last step", "The last prediction is lost.",
    "How many predictions does the network make in T steps?"
  ) { $0.finish = { $0.logits = $0.logits.dropLast() } },
  OpenRNNForward.wrong(
    "states without the last one", "The last state is lost, though its logits are there.",
    "How many states does `hidden` hold after T steps?"
  ) { $0.finish = { $0.hidden = $0.hidden.dropLast() } },
  OpenRNNForward.wrong(
    "the last state at every step of hidden",
    "All entries show the state after the whole sequence, as when one array is shared.",
    "What is in an entry when the next step changes the state that you put there?"
  ) {
    $0.finish = { trace in trace.hidden = trace.hidden.map { trace.hidden.last ?? $0 } }
  },
  OpenRNNForward.wrong(
    "a trace that is stored from last to first",
    "Each new state is put in front, so that hidden and logits run backwards.",
    "At which end of the list is a new state put?"
  ) {
    $0.finish = {
      $0.hidden.reverse()
      $0.logits.reverse()
    }
  },
]
