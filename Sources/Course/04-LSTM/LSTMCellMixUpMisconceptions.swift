import Checking
import Contracts
import Recurrent
import Reference

// Cell and hidden state: a gate, a sign or a sum in the place of another.
let lstmCellMixUpMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
  wrongLSTMStep(
    "a cell of a sum where the product belongs: f ⊙ c′ + i + g",
    "Input gate and candidate are added to the cell each by itself, so the gate weighs nothing.",
    "How are input gate and candidate combined?"
  ) { $0.cell = { $0.f * $0.old + $0.i + $0.g } },
  wrongLSTMStep(
    "a candidate that is subtracted: f ⊙ c′ − i ⊙ g",
    "What is new is taken off the cell, where it should be added.",
    "Which sign stands between what is kept and what is new?"
  ) { $0.cell = { $0.f * $0.old - $0.i * $0.g } },
  wrongLSTMStep(
    "a tanh of what is new: f ⊙ c′ + tanh(i ⊙ g)",
    "The candidate is squeezed a second time, behind the input gate.",
    "How often does the candidate go through tanh?"
  ) { $0.cell = { $0.f * $0.old + (try tanh($0.i * $0.g)) } },
  wrongLSTMStep(
    "the output gate where the forget gate belongs: o ⊙ c′ + i ⊙ g",
    "What is kept of the old cell is decided by the gate that should decide what is shown.",
    "Which gate stands before the old cell?"
  ) { $0.cell = { $0.o * $0.old + $0.i * $0.g } },
  wrongLSTMStep(
    "the output gate where the input gate belongs: f ⊙ c′ + o ⊙ g",
    "What is let in is decided by the gate that should decide what is shown.",
    "Which gate stands before the candidate?"
  ) { $0.cell = { $0.f * $0.old + $0.o * $0.g } },
  wrongLSTMStep(
    "the input gate before both parts of the cell: i ⊙ c′ + i ⊙ g",
    "The forget gate has no effect: what is let in decides what is kept as well.",
    "Which gate stands before the old cell?"
  ) { $0.cell = { $0.i * $0.old + $0.i * $0.g } },
  wrongLSTMStep(
    "the forget gate before both parts of the cell: f ⊙ c′ + f ⊙ g",
    "The input gate has no effect: what is kept decides what is let in as well.",
    "Which gate stands before the candidate?"
  ) { $0.cell = { $0.f * $0.old + $0.f * $0.g } },
  wrongLSTMStep(
    "1 − i in place of the forget gate: (1 − i) ⊙ c′ + i ⊙ g",
    "The network can keep only what it does not overwrite, and the forget gate has no effect.",
    "Is what is kept bound to what is let in here?"
  ) { $0.cell = { (1 - $0.i) * $0.old + $0.i * $0.g } },
  wrongLSTMStep(
    "1 − i before the candidate: f ⊙ c′ + (1 − i) ⊙ g",
    "An open input gate shuts the candidate out and a closed one lets it in.",
    "What of the candidate should enter the cell where i is 1?"
  ) { $0.cell = { $0.f * $0.old + (1 - $0.i) * $0.g } },
  wrongLSTMStep(
    "the hidden state where the candidate belongs: f ⊙ c′ + i ⊙ h′",
    "What was shown last time is written into the cell, and the candidate has no effect.",
    "What does i let in?"
  ) { $0.cell = { $0.f * $0.old + $0.i * $0.hidden } },
  wrongLSTMStep(
    "both gates before the sum: f ⊙ i ⊙ (c′ + g)",
    "Old cell and candidate are weighed by the product of both gates.",
    "Which gate belongs to which part of the cell?"
  ) { $0.cell = { $0.f * $0.i * ($0.old + $0.g) } },
  wrongLSTMStep(
    "a cell without any gate: c′ + g",
    "The old cell is kept whole and each candidate written whole, whatever the gates say.",
    "What do f and i weigh?"
  ) { $0.cell = { $0.old + $0.g } },
  wrongLSTMStep(
    "1 − o before tanh(c)",
    "An open output gate hides the cell and a closed one shows it.",
    "What should be shown of the cell where o is 1?"
  ) { $0.shown = { (1 - $0.o) * (try tanh($0.c)) } },
  wrongLSTMStep(
    "the input gate where the output gate belongs: i ⊙ tanh(c)",
    "What is shown is decided by the gate that should decide what is let in.",
    "Which gate makes h of the cell?"
  ) { $0.shown = { $0.i * (try tanh($0.c)) } },
  wrongLSTMStep(
    "the forget gate where the output gate belongs: f ⊙ tanh(c)",
    "What is shown is decided by the gate that should decide what is kept.",
    "Which gate makes h of the cell?"
  ) { $0.shown = { $0.f * (try tanh($0.c)) } },
  wrongLSTMStep(
    "a hidden state of what is new alone: o ⊙ tanh(i ⊙ g)",
    "Only what was let in at this step is shown; what was kept stays hidden.",
    "What does the output gate show?"
  ) { $0.shown = { $0.o * (try tanh($0.i * $0.g)) } },
  wrongLSTMStep(
    "a hidden state o ⊙ g",
    "The candidate is shown in place of the cell, whatever is remembered.",
    "What does the output gate show?"
  ) { $0.shown = { $0.o * $0.g } },
  wrongLSTMStep(
    "a hidden state with the old one added: h′ + o ⊙ tanh(c)",
    "The hidden state of the step before stays in the new one, and grows without a bound.",
    "Is the old hidden state a part of the new one, beside the gates?"
  ) { $0.shown = { $0.hidden + $0.o * (try tanh($0.c)) } },
  wrongLSTMStep(
    "a hidden state through tanh twice: tanh(o ⊙ tanh(c))",
    "What is shown is squeezed once more, behind the output gate.",
    "How often does the cell go through tanh on its way to h?"
  ) { $0.shown = { try tanh($0.o * (try tanh($0.c))) } },
  wrongLSTMStep(
    "a hidden state o + tanh(c)",
    "The output gate is added where it should weigh.",
    "How are output gate and cell combined?"
  ) { $0.shown = { $0.o + (try tanh($0.c)) } },
  wrongLSTMStep(
    "a hidden state through ReLU: o ⊙ max(0, c)",
    "Negative cells are never shown, and positive ones without a bound.",
    "Which function does the cell go through on its way to h?"
  ) { $0.shown = { $0.o * $0.c.map { max(0, $0) } } },
]
