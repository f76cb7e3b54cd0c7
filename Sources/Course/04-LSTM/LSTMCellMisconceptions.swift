import Checking
import Contracts
import Recurrent
import Reference

// What the cell and the hidden state are made of.
let lstmCellMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
  // The cell.
  wrongLSTMStep(
    "a cell without its forget gate: c′ + i ⊙ g",
    "Nothing is ever forgotten: the old cell stays whole, whatever the gate says.",
    "What does f do to the old cell?"
  ) {
    $0.cell = { $0.old + $0.i * $0.g }
  },
  wrongLSTMStep(
    "a cell without its input gate: f ⊙ c′ + g",
    "Every candidate is written into the cell whole, whatever the gate says.",
    "What does i do to the candidate?"
  ) {
    $0.cell = { $0.f * $0.old + $0.g }
  },
  wrongLSTMStep(
    "a cell that forgets all: i ⊙ g",
    "The old cell is lost at every step, so that nothing is remembered.",
    "What becomes of the old cell where f is near 1?"
  ) {
    $0.cell = { $0.i * $0.g }
  },
  wrongLSTMStep(
    "a cell that takes in nothing: f ⊙ c′",
    "The cell can only fade, since nothing new is ever written into it.",
    "Where does the candidate come in?"
  ) {
    $0.cell = { $0.f * $0.old }
  },
  wrongLSTMStep(
    "i ⊙ g added twice", "Everything new is written into the cell with twice its weight.",
    "How often does the candidate enter the cell?"
  ) {
    $0.cell = { $0.f * $0.old + 2 * ($0.i * $0.g) }
  },
  wrongLSTMStep(
    "forget and input gate exchanged in the cell: i ⊙ c′ + f ⊙ g",
    "What should be kept is let in, and what should be let in is kept.",
    "Which gate stands before the old cell?"
  ) { $0.cell = { $0.i * $0.old + $0.f * $0.g } },
  wrongLSTMStep(
    "1 − f before the old cell", "An open gate forgets and a closed one keeps.",
    "What should be left of the old cell where f is 1?"
  ) { $0.cell = { (1 - $0.f) * $0.old + $0.i * $0.g } },
  wrongLSTMStep(
    "1 − f in place of the input gate",
    "The network can write only where it forgets, and the input gate has no effect.",
    "Is what is let in bound to what is forgotten here?"
  ) { $0.cell = { $0.f * $0.old + (1 - $0.f) * $0.g } },
  wrongLSTMStep(
    "a forget gate before the whole sum: f ⊙ (c′ + i ⊙ g)",
    "What is new is weighed down by the forget gate as well.", "What does f apply to?"
  ) {
    $0.cell = { $0.f * ($0.old + $0.i * $0.g) }
  },
  wrongLSTMStep(
    "a product of the cell's two parts",
    "Where there is nothing to keep, nothing new can be written either.",
    "How are what is kept and what is new combined?"
  ) {
    $0.cell = { $0.f * $0.old * ($0.i * $0.g) }
  },
  wrongLSTMStep(
    "the cell through tanh", "The cell cannot leave the range from −1 to 1, so it cannot count.",
    "Could a cell through tanh count to five?"
  ) {
    $0.cell = { try tanh($0.f * $0.old + $0.i * $0.g) }
  },
  wrongLSTMStep(
    "tanh of the old cell: f ⊙ tanh(c′) + i ⊙ g",
    "What is kept is squeezed at every step, so the cell cannot count.",
    "What does f multiply: c′, or tanh of it?"
  ) {
    $0.cell = { $0.f * (try tanh($0.old)) + $0.i * $0.g }
  },
  wrongLSTMStep(
    "a second tanh of the candidate in the cell",
    "What is added to the cell has been squeezed twice.",
    "How often does the candidate go through tanh?"
  ) {
    $0.cell = { $0.f * $0.old + $0.i * (try tanh($0.g)) }
  },
  wrongLSTMStep(
    "the hidden state in place of the old cell: f ⊙ h′ + i ⊙ g",
    "The forget gate keeps what was shown of the cell last time, not the cell itself.",
    "Which of the two states is c′?"
  ) { $0.cell = { $0.f * $0.hidden + $0.i * $0.g } },
  // The hidden state.
  wrongLSTMStep(
    "a hidden state without tanh: o ⊙ c",
    "What is shown may be as large as the cell, beyond −1 and 1.",
    "In which range must every element of h lie?"
  ) {
    $0.shown = { $0.o * $0.c }
  },
  wrongLSTMStep(
    "a hidden state tanh(o ⊙ c)",
    "The output gate weighs the cell before tanh, so that large cells can hardly be hidden.",
    "Does tanh apply to the cell or to what is shown of it?"
  ) {
    $0.shown = { try tanh($0.o * $0.c) }
  },
  wrongLSTMStep(
    "a hidden state without its output gate: tanh(c)",
    "The whole memory is always shown, whatever the gate says.", "Where does o come in?"
  ) {
    $0.shown = { try tanh($0.c) }
  },
  wrongLSTMStep(
    "a hidden state through sigmoid: o ⊙ σ(c)",
    "What is shown can never be negative, and an empty cell shows one half.",
    "Can an element of h be negative?"
  ) {
    $0.shown = { $0.o * (try sigmoid($0.c)) }
  },
  wrongLSTMStep(
    "a hidden state of the old cell: o ⊙ tanh(c′)",
    "What is shown lags behind: the token just read is not in it.",
    "Is the cell renewed before it is shown?"
  ) {
    $0.shown = { $0.o * (try tanh($0.old)) }
  },
  wrongLSTMStep(
    "a hidden state of the candidate: o ⊙ tanh(g)",
    "Only what is new is shown; what was remembered stays hidden.",
    "What does the output gate show?"
  ) {
    $0.shown = { $0.o * (try tanh($0.g)) }
  },
]
