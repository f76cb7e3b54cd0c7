import Recurrent
import Reference

/// Wrong steps that people really write.
let gruStepMisconceptions =
  gruWeightSlips + gruWeightMisconceptions + gruResetMisconceptions + gruUpdateMisconceptions
  + gruResultMisconceptions + gruOmissionMisconceptions + gruFormulaMisconceptions

// What is handed back.
private let gruResultMisconceptions = [
  wrongStep(
    "sums handed back in place of gates",
    "The two fields hold what went into σ, where the gates that came out belong.",
    "Are the gates asked for before or after σ?"
  ) {
    $0.finish = { step, _, reset, update in
      step.resetGate = reset
      step.updateGate = update
    }
  },
  wrongStep(
    "reset and update gate exchanged in the result",
    "The step is right, but the trace holds the two gates under each other's names.",
    "Which of the two did W_xz make?"
  ) {
    $0.finish = { step, _, _, _ in swap(&step.resetGate, &step.updateGate) }
  },
  wrongStep(
    "r ⊙ q handed back as the recurrent term",
    "The step is right, but the trace holds q after the reset gate has weighed it.",
    "Is `recurrentTerm` asked for before or after the reset gate has acted?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.r * terms.q } },
  wrongStep(
    "the candidate's whole sum handed back as the recurrent term",
    "The step is right, but in place of q the trace holds all that went into tanh.",
    "Which part of the candidate's sum does the reset gate act on?"
  ) {
    $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.input + terms.r * terms.q }
  },
  wrongStep(
    "the candidate's sum handed back in place of tanh of it",
    "The step is right, but the trace holds the candidate before tanh.",
    "Is the candidate asked for before or after tanh?"
  ) { $0.finish = { step, terms, _, _ in step.candidate = terms.input + terms.r * terms.q } },
  wrongStep(
    "candidate and new hidden state exchanged",
    "Both vectors are right, and each stands under the other's name.",
    "Which of the two did the gate z mix?"
  ) {
    $0.finish = { step, _, _, _ in swap(&step.candidate, &step.hidden) }
  },
  wrongStep(
    "the old hidden state handed back",
    "The step's own hidden state is lost, and the next step will begin from the old one.",
    "Which hidden state should the next step begin with?"
  ) { $0.finish = { step, terms, _, _ in step.hidden = terms.old } },
]
