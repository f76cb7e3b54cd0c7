import Checking
import Contracts
import Recurrent
import Reference

/// Wrong steps that people really write.
let lstmStepMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] =
  lstmWeightSlips + [
    // Which weights.
    wrongLSTMStep(
      "the weights of forget and input gate exchanged",
      "What should be forgotten is decided by the input gate's numbers, and the other way round.",
      "In which order does `LSTMParameters` list its gates?"
    ) {
      $0.weights = { p in
        swap(&p.Wf, &p.Wi)
        swap(&p.bf, &p.bi)
      }
    },
    wrongLSTMStep(
      "the weights of candidate and output gate exchanged",
      "The output gate's numbers go through tanh, and the candidate's through σ.",
      "In which order does `LSTMParameters` list its gates?"
    ) {
      $0.weights = { p in
        swap(&p.Wg, &p.Wo)
        swap(&p.bg, &p.bo)
      }
    },
    wrongLSTMStep(
      "the weights of input gate and candidate exchanged",
      "The candidate's numbers go through σ, and the input gate's through tanh.",
      "In which order does `LSTMParameters` list its gates?"
    ) {
      $0.weights = { p in
        swap(&p.Wi, &p.Wg)
        swap(&p.bi, &p.bg)
      }
    },
    wrongLSTMStep(
      "the gates' weights taken in the order i, f, o, g",
      "Each of the four sums is made with another gate's numbers.",
      "In which order does `LSTMParameters` list its gates?"
    ) {
      $0.weights = { p in
        swap(&p.Wf, &p.Wi)
        swap(&p.bf, &p.bi)
        swap(&p.Wg, &p.Wo)
        swap(&p.bg, &p.bo)
      }
    },
    wrongLSTMStep(
      "gates without their biases",
      "Every gate is half open for an input of zeros, and can learn no other habit.",
      "What is a gate if h′ and x are zero?"
    ) {
      $0.weights = { p in
        for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= 0 }
      }
    },
    wrongLSTMStep(
      "a forget gate without its bias", "The forget gate is half open where h′ and x say nothing.",
      "Which sums have a bias?"
    ) { $0.weights = { $0.bf *= 0 } },
    wrongLSTMStep(
      "an input gate without its bias", "The input gate is half open where h′ and x say nothing.",
      "Which sums have a bias?"
    ) { $0.weights = { $0.bi *= 0 } },
    wrongLSTMStep(
      "a candidate without its bias", "The candidate is 0 where h′ and x say nothing.",
      "Which sums have a bias?"
    ) { $0.weights = { $0.bg *= 0 } },
    wrongLSTMStep(
      "an output gate without its bias", "The output gate is half open where h′ and x say nothing.",
      "Which sums have a bias?"
    ) { $0.weights = { $0.bo *= 0 } },
    wrongLSTMStep(
      "1 added to the forget gate's sum", "The cell keeps more than its weights say.",
      "Does the formula add anything to W_f z + b_f before σ?"
    ) { $0.weights = { $0.bf = $0.bf + 1 } },
    wrongLSTMStep(
      "the forget gate's weights in all gates",
      "All gates say the same, and so does the candidate before its tanh.",
      "How many matrices does a step multiply with?"
    ) {
      $0.weights = { p in
        for weight in [\LSTMParameters.Wi, \.Wg, \.Wo] { p[keyPath: weight] = p.Wf }
      }
    },
    // z.
    wrongLSTMStep(
      "x above h′ in z", "Each column of the weights meets a number that it was not meant for.",
      "Which of the two do the first H columns of W_f meet?"
    ) {
      $0.z = { hidden, x, _ in x.concatenated(with: hidden) }
    },
    wrongLSTMStep(
      "a z without the hidden state",
      "The gates know the token but nothing of what was read before it.",
      "How does a gate know what was read before?"
    ) {
      $0.z = { hidden, x, _ in Vector(zeros: hidden.count).concatenated(with: x) }
    },
    wrongLSTMStep(
      "a z without the input", "The gates know the past but not which token has just arrived.",
      "Do your gates depend on `token`?"
    ) {
      $0.z = { hidden, x, _ in hidden.concatenated(with: Vector(zeros: x.count)) }
    },
    wrongLSTMStep(
      "the cell in z in place of the hidden state",
      "The gates see the whole memory, though only what the output gate showed is theirs.",
      "Do the gates of this LSTM look at the cell?"
    ) {
      $0.z = { _, x, cell in cell.concatenated(with: x) }
    },
    wrongLSTMStep(
      "tanh of the hidden state in z",
      "The past arrives squeezed a second time, so the gates hear it too softly.",
      "`hidden` has been through tanh: does it go again?"
    ) {
      $0.z = { hidden, x, _ in try tanh(hidden).concatenated(with: x) }
    },
    // Activations.
    wrongLSTMStep(
      "a candidate through sigmoid",
      "The cell can only grow, since nothing negative is ever added.",
      "Can what is added to the cell be negative?"
    ) {
      $0.activateCandidate = { try sigmoid($0) }
    },
    wrongLSTMStep(
      "a candidate without its activation",
      "A single token may write a number of any size into the cell.",
      "In which range does the candidate lie?"
    ) {
      $0.activateCandidate = { $0 }
    },
    wrongLSTMStep(
      "a candidate through ReLU", "The cell can only grow, since nothing negative is ever added.",
      "Can what is added to the cell be negative?"
    ) {
      $0.activateCandidate = { $0.map { max(0, $0) } }
    },
    wrongLSTMStep(
      "gates through tanh",
      "All gates may become negative, and then turn round the sign of what they weigh.",
      "Between which two numbers must a share lie?"
    ) {
      $0.activateGate = { gate, _ in try tanh(gate) }
    },
    wrongLSTMStep(
      "a forget gate through tanh",
      "The forget gate may become negative, and then turns round the sign of the old cell.",
      "Between which two numbers must a share lie?"
    ) {
      $0.activateGate = { gate, name in name == .forget ? try tanh(gate) : try sigmoid(gate) }
    },
    wrongLSTMStep(
      "an input gate through tanh",
      "The input gate may become negative, and then turns round the sign of the candidate.",
      "Between which two numbers must a share lie?"
    ) {
      $0.activateGate = { gate, name in name == .input ? try tanh(gate) : try sigmoid(gate) }
    },
    wrongLSTMStep(
      "an output gate through tanh",
      "The output gate may become negative, and then turns round the sign of what is shown.",
      "Between which two numbers must a share lie?"
    ) {
      $0.activateGate = { gate, name in name == .output ? try tanh(gate) : try sigmoid(gate) }
    },
    wrongLSTMStep(
      "gates through sigmoid twice",
      "All gates are at least half open, so that nothing can be forgotten or shut out.",
      "What is the smallest value of σ(σ(x))?"
    ) {
      $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
    },
    wrongLSTMStep(
      "gates through softmax", "The units of a gate compete, so that only one of them can be open.",
      "Does the gate of one unit depend on those of the others?"
    ) {
      $0.activateGate = { gate, _ in try softmax(gate) }
    },
    wrongLSTMStep(
      "gates without their activation",
      "A gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
      "Between which two numbers must a share lie?"
    ) {
      $0.activateGate = { gate, _ in gate }
    },
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
      "What does f multiply: c′, or what was shown of it?"
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
    // What is handed back.
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
