import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let forwardExercise = Exercise<RNNForwardInput, RNNTrace>(
  "02.4", "The whole sequence", points: 4,
  hints: [
    """
    Look at the fields of `RNNTrace` and how long each is: `hidden` and `logits` have one entry per \
    token of `inputs`. The state before the first step has a field of its own.
    """,
    """
    You need one variable that lives through the loop: the hidden state. It begins as `initialHidden`; \
    each step reads it, replaces it, and computes the step's logits from the new one.
    """,
    """
    h₋₁ = `initialHidden`; for t = 0 … T − 1: h_t = step(x_t, h_{t−1}) and logits_t = W h_t + b_o. No \
    softmax here: the loss takes the logits.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.4")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<RNNForwardInput> {
      Challenge(
        name,
        RNNForwardInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5),
          parameters: random.parameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "a a b from a zero state, H 2, V 3",
        RNNForwardInput(inputs: [0, 0, 1], initialHidden: [0, 0], parameters: .readable)),
      Challenge(
        "a b from a non-zero state",
        RNNForwardInput(inputs: [0, 1], initialHidden: [0.6, -0.4], parameters: .readable)),
      drawn("T = 1, H 3, V 5", steps: 1, hidden: 3, vocabulary: 5),
      drawn("as large as the lesson's network", steps: 40, hidden: 50, vocabulary: 4, scale: 0.15),
      drawn("T = 0: nothing to read", steps: 0, hidden: 3, vocabulary: 5),
      drawn("as many hidden units as words, T = 6", steps: 6, hidden: 4, vocabulary: 4),
      drawn(
        "T = 7, H 5, an unknown token", steps: 7, hidden: 5, vocabulary: 4,
        inputs: [0, 0, 3, 1, 1, 3, 2]),
      drawn("saturated: large weights, T = 5", steps: 5, hidden: 6, vocabulary: 4, scale: 3),
      drawn("random, T = 12, H 7, V 9", steps: 12, hidden: 7, vocabulary: 9),
      drawn("random, T = 20, H 11, V 3", steps: 20, hidden: 11, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: {
    try rnnForward($0.inputs, initialHidden: $0.initialHidden, parameters: $0.parameters)
  },
  observations: {
    [
      Observation("inputs", claim: "the trace keeps the inputs as they were", $0.inputs),
      Observation(
        "initialHidden", claim: "the trace keeps the state before the first step", $0.initialHidden),
      Observation(
        "hidden", claim: "hidden[t] = tanh(U x + V hidden[t − 1] + b_h) at every step",
        overTime: $0.hidden),
      Observation(
        "logits", claim: "logits[t] = W hidden[t] + b_o at every step", overTime: $0.logits),
    ]
  },
  sizes: { [.steps($0.inputs.count), .hidden($0.parameters.hiddenSize)] },
  misconceptions: [
    wrong(
      "a state that is not carried on",
      "Every step begins from the initial state, whatever was read since.",
      "Which state does the second step begin from?"
    ) {
      $0.carries = false
    },
    wrong(
      "an initial state of zero whatever is given",
      "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
    ) {
      $0.start = { Vector(zeros: $0.count) }
    },
    wrong(
      "logits from the previous state",
      "Each prediction is made before the token of its step has been read.",
      "Has the network read token t when it gives logits[t]?"
    ) {
      $0.logits = { p, _, previous in p.W * previous + p.bOutput }
    },
    wrong(
      "logits without their bias", "b_o is left out, and frequent words lose their lead.",
      "What are the logits if the hidden state is zero?"
    ) {
      $0.logits = { p, hidden, _ in p.W * hidden }
    },
    wrong(
      "a softmax on the logits",
      "What is kept are probabilities, and the loss will take a softmax of them again.",
      "Do logits have to be positive and to add up to 1?"
    ) {
      $0.logits = { p, hidden, _ in try softmax(p.W * hidden + p.bOutput) }
    },
    wrong(
      "tanh on the logits",
      "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
      "In which range may a logit lie?"
    ) {
      $0.logits = { p, hidden, _ in try tanh(p.W * hidden + p.bOutput) }
    },
    wrong(
      "a step without tanh", "The states may grow from step to step without a bound.",
      "Where is `rnnStep` called?"
    ) {
      $0.step = { p, x, h in p.U.column(x) + p.V * h + p.bHidden }
    },
    wrong("a step without its bias", "b_h is left out at every step.", "Where is `rnnStep` called?")
    {
      $0.step = { p, x, h in try tanh(p.U.column(x) + p.V * h) }
    },
    wrong(
      "a step with V transposed",
      "The past enters each step along every connection in the wrong direction.",
      "Where is `rnnStep` called?"
    ) {
      $0.step = { p, x, h in try tanh(p.U.column(x) + p.V.transposed * h + p.bHidden) }
    },
    wrong(
      "an initial state at index 0 of hidden",
      "There is one state too many, and each stands one place too late.",
      "How many states does `hidden` hold after T steps?"
    ) { $0.finish = { $0.hidden.insert($0.initialHidden, at: 0) } },
    wrong(
      "hidden one step late: the state before each step",
      "hidden[t] holds the state from before step t, so the backward pass meets the wrong one.",
      "Is hidden[t] the state before or after token t is read?"
    ) { $0.finish = { $0.hidden = Array(([$0.initialHidden] + $0.hidden).dropLast()) } },
    wrong(
      "an initialHidden that holds the last state",
      "The trace has lost the state from which the sequence began.",
      "Which state does the trace begin with?"
    ) {
      $0.finish = { $0.initialHidden = $0.hidden.last ?? $0.initialHidden }
    },
    wrong(
      "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
      "How many predictions does the network make in T steps?"
    ) {
      $0.finish = { $0.logits = $0.logits.suffix(1) }
    },
    wrong(
      "the last state's logits at every step",
      "All predictions are made when everything has been read, so each knows what it should guess.",
      "From which hidden state come the logits of step 0?"
    ) {
      $0.finish = { trace in
        trace.logits = trace.logits.map { trace.logits.last ?? $0 }
      }
    },
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
        $0.hidden = $0.hidden.dropLast()
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
    wrong(
      "a sigmoid on the logits",
      "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
      "In which range may a logit lie?"
    ) {
      $0.logits = { p, hidden, _ in try sigmoid(p.W * hidden + p.bOutput) }
    },
    wrong(
      "a log-softmax on the logits",
      "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
      "Which part of the loss takes the logarithm?"
    ) {
      $0.logits = { p, hidden, _ in logSoftmax(p.W * hidden + p.bOutput) }
    },
    wrong(
      "logits that begin with those of the initial state",
      "There is one prediction too many, and each stands one place too late.",
      "How many logits are there for T tokens, and of which step are the first?"
    ) { $0.logitsOfInitialState = true },
    wrong(
      "a trace without its inputs", "The backward pass will not know which columns of U were used.",
      "Which token did step t read, by your trace?"
    ) { $0.finish = { $0.inputs = [] } },
    wrong(
      "a trace that begins with zeros",
      "The trace has lost what the sequence began with, and holds zeros instead.",
      "Which state does the backward pass need at t = 0?"
    ) { $0.finish = { $0.initialHidden *= 0 } },
    wrong(
      "a trace of its last step alone",
      "All steps but the last are lost, and the backward pass has nowhere to go.",
      "How many states does the backward pass need?"
    ) {
      $0.finish = {
        $0.hidden = $0.hidden.suffix(1)
        $0.logits = $0.logits.suffix(1)
      }
    },
    wrong(
      "states added up from step to step",
      "The old state is never lost, so the new one may grow without a bound.",
      "Is the old state replaced by the new one or added to it?"
    ) { $0.step = { p, x, h in h + (try rnnStep(x, hidden: h, parameters: p)) } },
    wrong(
      "a ReLU in place of tanh",
      "Negative states become 0, and positive ones may grow from step to step.",
      "Where is `rnnStep` called?"
    ) {
      $0.step = { p, x, h in (p.U.column(x) + p.V * h + p.bHidden).map { max(0, $0) } }
    },
    wrong(
      "a sigmoid in place of tanh", "States can never be negative, and a sum of 0 gives one half.",
      "Where is `rnnStep` called?"
    ) {
      $0.step = { p, x, h in try sigmoid(p.U.column(x) + p.V * h + p.bHidden) }
    },
    wrong(
      "steps that never see the state before them",
      "Each state depends on its own token alone, and nothing is remembered.",
      "Which two things does a step read?"
    ) { $0.step = { p, x, h in try rnnStep(x, hidden: 0 * h, parameters: p) } },
  ])

// MARK: - Misconceptions

/// The pass over a sequence with its decisions laid open; the defaults are the right ones.
private struct Unrolling: Sendable {
  var start: @Sendable (Vector) -> Vector = { $0 }
  var step: @Sendable (RNNParameters, Int, Vector) throws -> Vector = {
    try rnnStep($1, hidden: $2, parameters: $0)
  }
  /// From the parameters, the state after the step and the one before it.
  var logits: @Sendable (RNNParameters, Vector, Vector) throws -> Vector = { p, hidden, _ in
    p.W * hidden + p.bOutput
  }
  var carries = true
  var readsBackwards = false
  var readsPrediction = false
  var readsFirst = false
  var logitsOfInitialState = false
  var finish: @Sendable (inout RNNTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ input: RNNForwardInput) throws -> RNNTrace {
    var trace = RNNTrace(inputs: input.inputs, initialHidden: input.initialHidden)
    var hidden = start(input.initialHidden)
    for token in readsBackwards ? input.inputs.reversed() : input.inputs {
      var token = readsFirst ? input.inputs[0] : token
      if readsPrediction, let prediction = trace.logits.last?.indexOfMaximum { token = prediction }
      let previous = carries ? hidden : start(input.initialHidden)
      hidden = try step(input.parameters, token, previous)
      trace.hidden.append(hidden)
      trace.logits.append(try logits(input.parameters, hidden, previous))
    }
    if logitsOfInitialState {
      let p = input.parameters
      trace.logits.insert(p.W * input.initialHidden + p.bOutput, at: 0)
    }
    finish(&trace)
    return trace
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout Unrolling) -> Void
) -> Misconception<RNNForwardInput, RNNTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: Unrolling(), run: { try $0($1) },
    change: change)
}
