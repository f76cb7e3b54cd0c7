import Checking
import Contracts
import Recurrent
import Reference

/// Wrong steps that people really write.
let lstmStepMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] =
  lstmWeightSlips + lstmSumStepMisconceptions + lstmActivationMisconceptions
  + lstmOneGateMisconceptions + lstmCellMisconceptions + lstmCellMixUpMisconceptions
  + lstmHandedBackMisconceptions

// What is handed back.
private let lstmHandedBackMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
  wrongLSTMStep(
    "sums handed back in place of gates",
    "The four fields hold what went into σ and tanh, where the values that came out belong.",
    "Are the gates asked for before or after σ?"
  ) {
    $0.finish = { sums, _, step in
      step.forgetGate = sums.forget
      step.inputGate = sums.input
      step.candidate = sums.candidate
      step.outputGate = sums.output
    }
  },
  wrongLSTMStep(
    "new cell and new hidden state exchanged",
    "Both vectors are right, and each stands under the other's name.",
    "Which of the two is unbounded?"
  ) {
    $0.finish = { _, _, step in swap(&step.cell, &step.hidden) }
  },
  wrongLSTMStep(
    "the old cell handed back",
    "The step shows the new cell, but the next one will begin from the old.",
    "Which cell should the next step begin with?"
  ) {
    $0.finish = { _, input, step in step.cell = input.cell }
  },
  wrongLSTMStep(
    "the old hidden state handed back",
    "The step's own hidden state is lost, and the next gates will see the old one.",
    "Which hidden state should the next step begin with?"
  ) {
    $0.finish = { _, input, step in step.hidden = input.hidden }
  },
  wrongLSTMStep(
    "forget and input gate exchanged in the result",
    "The cell is right, but the trace holds the two gates under each other's names.",
    "Which gate did W_f make?"
  ) {
    $0.finish = { _, _, step in swap(&step.forgetGate, &step.inputGate) }
  },
  wrongLSTMStep(
    "candidate and output gate exchanged in the result",
    "The step is right, but the trace holds the two under each other's names.",
    "Which of the two did W_g make?"
  ) {
    $0.finish = { _, _, step in swap(&step.candidate, &step.outputGate) }
  },
  wrongLSTMStep(
    "tanh of the cell handed back as the cell",
    "The cell that the next step begins from has been squeezed between −1 and 1.",
    "Which cell should the next step begin with?"
  ) {
    $0.finish = { _, _, step in step.cell = try tanh(step.cell) }
  },
]

func wrongLSTMStep(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLSTMStep) -> Void
) -> Misconception<LSTMStepInput, LSTMStep> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLSTMStep(), run: { try $0($1) },
    change: change)
}
