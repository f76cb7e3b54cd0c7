import Checking
import Contracts
import Recurrent
import Reference

/// The step of the layer: activations, cell and hidden state.
let layerCellMisconceptions: [Misconception<LayerForwardInput, LayerTrace>] = [
  wrongLayer(
    "a hidden state of the cell before the step: o ⊙ tanh(c_{t−1})",
    "What is shown comes of the old cell, which has not yet been updated.",
    "Which cell does the output gate show: the one before or after the step?"
  ) { $0.showsOldCell = true },
  wrongLayer(
    "a cell that stays zero: f ⊙ c′, or a product of what is kept and what is new",
    "Nothing new is ever written into the cell, which begins with zeros.",
    "Where does the candidate come in?"
  ) { $0.cell = { f, _, _, old in f * old } },
  wrongLayer(
    "a cell without its forget gate: c′ + i ⊙ g",
    "Nothing is ever forgotten: the old cell stays whole, whatever the gate says.",
    "What does f do to the old cell?"
  ) { $0.cell = { _, i, g, old in old + i * g } },
  wrongLayer(
    "a cell without any gate: c′ + g", "Neither forget gate nor input gate has an effect.",
    "What do f and i multiply?"
  ) { $0.cell = { _, _, g, old in old + g } },
  wrongLayer(
    "1 − i in place of the forget gate",
    "The cell forgets only where it writes, and the forget gate has no effect.",
    "How many gates has an LSTM?"
  ) { $0.cell = { _, i, g, old in (1 - i) * old + i * g } },
  wrongLayer(
    "1 − f before the old cell",
    "The cell keeps what the forget gate should drop, and drops what it should keep.",
    "What should be left of c′ where f is 1?"
  ) { $0.cell = { f, i, g, old in (1 - f) * old + i * g } },
  wrongLayer(
    "1 − f before the old cell and f before the candidate",
    "The forget gate is read as the share of what is new.",
    "What should be left of c′ where f is 1?"
  ) { $0.cell = { f, _, g, old in (1 - f) * old + f * g } },
  wrongLayer(
    "the input gate on the old cell, too: i ⊙ (f ⊙ c′ + g)",
    "A closed input gate wipes out what is remembered.",
    "What does i multiply, g or the whole sum?"
  ) { $0.cell = { f, i, g, old in i * (f * old + g) } },
  wrongLayer(
    "a difference where the cell is a sum: f ⊙ c′ − i ⊙ g",
    "What is new is taken away, where it should be added.",
    "How are what is kept and what is new combined?"
  ) { $0.cell = { f, i, g, old in f * old - i * g } },
  wrongLayer(
    "the sum of the two gates' terms without the candidate: f ⊙ c′ + i",
    "The input gate itself is written into the cell, and the candidate has no effect.",
    "What does the input gate let in?"
  ) { $0.cell = { f, i, _, old in f * old + i } },
  wrongLayer(
    "tanh of the old cell: f ⊙ tanh(c′) + i ⊙ g",
    "What is kept is squeezed at every step, so the cell cannot count.",
    "What does f multiply: c′, or what was shown of it?"
  ) { $0.cell = { f, i, g, old in f * old.map { Recurrent.tanh($0) } + i * g } },
  wrongLayer(
    "a second tanh of the candidate in the cell",
    "What is added to the cell has been squeezed twice.",
    "How often does the candidate go through tanh?"
  ) { $0.cell = { f, i, g, old in f * old + i * g.map { Recurrent.tanh($0) } } },
  wrongLayer(
    "h′ where c′ belongs, in the cell",
    "The forget gate weighs what was shown, and the memory itself is lost at each step.",
    "Which of the two states does the forget gate multiply?"
  ) { $0.keepsHiddenAsCell = true },
  // The activations.
  wrongLayer(
    "a candidate without its activation",
    "A single input may write a number of any size into the cell.",
    "In which range does the candidate lie?"
  ) { $0.candidate = { $0 } },
  wrongLayer(
    "a candidate through ReLU", "The cell can only grow, since nothing negative is ever added.",
    "May a candidate be negative?"
  ) { $0.candidate = { $0.map { max(0, $0) } } },
  wrongLayer(
    "a candidate through tanh twice", "The candidate is squeezed a second time.",
    "How often does the candidate go through tanh?"
  ) { $0.candidate = { try tanh(tanh($0)) } },
  wrongLayer(
    "gates through tanh",
    "All gates may become negative, and then turn round the sign of what they weigh.",
    "Between which two numbers must a share lie?"
  ) { $0.gate = { sum, _ in try tanh(sum) } },
  gateThroughTanh("the forget gate", "the old cell", 0),
  gateThroughTanh("the input gate", "the candidate", 1),
  gateThroughTanh("the output gate", "what is shown", 2),
  wrongLayer(
    "gates without their activation",
    "A gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) { $0.gate = { sum, _ in sum } },
  wrongLayer(
    "gates through sigmoid twice",
    "All gates are at least half open, so that nothing can be forgotten or shut out.",
    "What is the smallest value of σ(σ(x))?"
  ) { $0.gate = { sum, _ in try sigmoid(sigmoid(sum)) } },
  wrongLayer(
    "gates through softmax", "The units of a gate compete, so that only one of them can be open.",
    "Does the gate of one unit depend on those of the others?"
  ) { $0.gate = { sum, _ in try softmax(sum) } },
  // The hidden state.
  wrongLayer(
    "tanh around the whole: tanh(o ⊙ c)",
    "The output gate weighs the cell before tanh, where it should weigh what tanh made of it.",
    "On which side of tanh does o act?"
  ) {
    $0.shown = { $0 }
    $0.hidden = { o, shown in (o * shown).map { Recurrent.tanh($0) } }
  },
  wrongLayer(
    "a sigmoid of the cell in place of its tanh",
    "What is shown can never be negative.", "Which function squeezes the cell before it is shown?"
  ) { $0.shown = { try sigmoid($0) } },
  wrongLayer(
    "tanh of the cell twice", "What is shown is squeezed a second time.",
    "How often does the cell go through tanh before it is shown?"
  ) { $0.shown = { try tanh(tanh($0)) } },
  wrongLayer(
    "the output gate as the hidden state", "What is shown does not depend on the memory.",
    "What does the output gate multiply?"
  ) { $0.hidden = { o, _ in o } },
  wrongLayer(
    "the cell as the hidden state", "The whole memory is shown, without tanh and output gate.",
    "What lies between the cell and what is shown of it?"
  ) {
    $0.shown = { $0 }
    $0.hidden = { _, shown in shown }
  },
  wrongLayer(
    "a sum where the output gate multiplies: o + tanh(c)",
    "The output gate is added and shuts nothing.", "How does a gate act on what it lets through?"
  ) { $0.hidden = { $0 + $1 } },
]

private func gateThroughTanh(
  _ gate: String, _ what: String, _ place: Int
) -> Misconception<LayerForwardInput, LayerTrace> {
  wrongLayer(
    "\(gate) through tanh",
    "\(gate.prefix(1).uppercased() + gate.dropFirst()) may become negative, and then turns "
      + "round the sign of \(what).",
    "Between which two numbers must a share lie?"
  ) { $0.gate = { sum, at in at == place ? try tanh(sum) : try sigmoid(sum) } }
}
