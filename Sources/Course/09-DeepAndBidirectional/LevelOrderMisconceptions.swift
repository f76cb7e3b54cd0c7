import Checking
import Contracts
import Recurrent

/// Which layer reads in which order, with which weights.
let levelOrderMisconceptions: [Misconception<LevelForwardInput, LevelTrace>] = [
  wrongLevel(
    "the forward layer's outputs turned round instead of the reverse layer's",
    "Both halves stand in the order of the reverse layer.",
    "Which of the two layers read in the order of time?"
  ) {
    $0.turnForwardBack = { $0.reversed() }
    $0.turnBack = { $0 }
  },
  wrongLevel(
    "both layers' outputs turned round",
    "The forward half of step t is that of the opposite end of the sequence.",
    "Which of the two layers read in the order of time?"
  ) { $0.turnForwardBack = { $0.reversed() } },
  wrongLevel(
    "the two directions exchanged",
    "The forward layer reads from the last input to the first, and the reverse layer forwards.",
    "Which of the two layers reads in the order of time?"
  ) {
    $0.turnForward = { $0.reversed() }
    $0.turnForwardBack = { $0.reversed() }
    $0.turn = { $0 }
    $0.turnBack = { $0 }
  },
  wrongLevel(
    "two layers that both read backwards",
    "At no step does the output know anything of what came before.",
    "Does anything here read from the first token to the last?"
  ) {
    $0.turnForward = { $0.reversed() }
    $0.turnForwardBack = { $0.reversed() }
  },
  wrongLevel(
    "the weights of the two directions exchanged",
    "Each layer reads with the weights that were made for the other one.",
    "Which layer do the weights `parameters.forward` belong to?"
  ) {
    $0.forwardWeights = { $0.reverse ?? $0.forward }
    $0.weights = { $0.forward }
  },
  wrongLevel(
    "the reverse layer's weights for both directions",
    "The forward layer reads with weights that were not made for it, and its own have no effect.",
    "Where is `parameters.forward` used?"
  ) { $0.forwardWeights = { $0.reverse ?? $0.forward } },
  wrongLevel(
    "reverse states that have read one token too many",
    "The reverse half of step t has read input t − 1 already.",
    "Which step of the reverse layer has read exactly the inputs from the last one to t?"
  ) {
    $0.turnBack = { outputs in
      outputs.suffix(1).map { 0 * $0 } + outputs.reversed().dropLast()
    }
  },
  wrongLevel(
    "the reverse layer's last state at every step",
    "All steps are joined with what the reverse layer knows at its end.",
    "What had the reverse layer read when it had come to input t?"
  ) { $0.turnBack = { outputs in outputs.map { _ in outputs[outputs.count - 1] } } },
  wrongLevel(
    "the reverse layer's first state at every step",
    "All steps are joined with a state that has read the last input alone.",
    "What had the reverse layer read when it had come to input t?"
  ) { $0.turnBack = { outputs in outputs.map { _ in outputs[0] } } },
  wrongLevel(
    "a second direction where there is only one",
    "Where `reverse` is nil a reverse layer is made of the forward layer's weights.",
    "What does the level do where it has one direction?"
  ) { $0.doublesOneDirection = true },
  wrongLevel(
    "a trace of the reverse layer with its inputs in the order of time",
    "The steps are right, but `reverse.inputs` does not hold what each of them read.",
    "In which order did the reverse layer read?"
  ) { $0.finish = { trace, _ in trace.reverse?.inputs.reverse() } },
  wrongLevel(
    "a trace of the reverse layer with its steps in the order of time",
    "The inputs are right, but the steps no longer stand beside what they read.",
    "In which order did the reverse layer take its steps?"
  ) { $0.finish = { trace, _ in trace.reverse?.steps.reverse() } },
  wrongLevel(
    "a reverse layer without a trace",
    "Outputs and final state are right, but the backward pass will find no reverse layer.",
    "What will the backward pass go through?"
  ) { $0.finish = { trace, _ in trace.reverse = nil } },
  wrongLevel(
    "the two layers' traces exchanged",
    "Outputs and final state are right, but each trace stands under the other one's name.",
    "Which layer's trace is `trace.forward`?"
  ) {
    $0.finish = { trace, _ in
      guard let reverse = trace.reverse else { return }
      (trace.forward, trace.reverse) = (reverse, trace.forward)
    }
  },
]
