import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong inside one step: which gate is which, what each one is multiplied with, and the
// derivatives of σ and tanh.
let lstmGateMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // Which gate is which.
  wrongBackward(
    "the values of forget and input gate taken for each other",
    """
    df is computed with the input gate's values, di with the forget gate's, and so is the \
    carry.
    """,
    "Which field of the step holds f?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.i) }) } },
  wrongBackward(
    "the values of candidate and output gate taken for each other",
    "dg is computed with the output gate's values, and do with the candidate's.",
    "Which field of the step holds g?"
  ) { $0.read = { right($0, { swap(&$0.g, &$0.o) }) } },
  wrongBackward(
    "the values of forget and output gate taken for each other",
    "df is computed with the output gate's values, and do with the forget gate's.",
    "Which field of the step holds o?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.o) }) } },
  wrongBackward(
    "the values of forget gate and candidate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds f?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.g) }) } },
  wrongBackward(
    "the values of input gate and candidate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds i?"
  ) { $0.read = { right($0, { swap(&$0.i, &$0.g) }) } },
  wrongBackward(
    "the values of input and output gate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds o?"
  ) { $0.read = { right($0, { swap(&$0.i, &$0.o) }) } },
  wrongBackward(
    "the gradients of forget gate and candidate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wg, \.bf, \.bg) } },
  wrongBackward(
    "the gradients of forget and output gate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the output gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wo, \.bf, \.bo) } },
  wrongBackward(
    "the gradients of input and output gate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the output gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wi, \.Wo, \.bi, \.bo) } },
  wrongBackward(
    "the input gate in its own gradient and the candidate in its own: di with i, dg with g",
    "In the product i ⊙ g each factor's gradient must hold the other factor, and holds itself.",
    "What is the derivative of i ⊙ g by i?"
  ) {
    $0.di = { $0.dCell * $0.i * $0.i * (1 - $0.i) }
    $0.dg = { $0.dCell * $0.g * (1 - $0.g * $0.g) }
  },
  wrongBackward(
    "the gradients of forget and input gate exchanged",
    "The numbers are right, but the forget gate's stand in dW_i and the input gate's in dW_f.",
    "Which of the weights made the forget gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wi, \.bf, \.bi) } },
  wrongBackward(
    "the gradients of candidate and output gate exchanged",
    "The numbers are right, but the candidate's stand in dW_o and the output gate's in dW_g.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wg, \.Wo, \.bg, \.bo) } },
  wrongBackward(
    "the gradients of input gate and candidate exchanged",
    "The numbers are right, but the input gate's stand in dW_g and the candidate's in dW_i.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wi, \.Wg, \.bi, \.bg) } },
  wrongBackward(
    "the gates' gradients in the order i, f, o, g",
    "The numbers are right, but each of the four stands at the place of another gate.",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.finish = { _, output in
      output.exchange(\.Wf, \.Wi, \.bf, \.bi)
      output.exchange(\.Wg, \.Wo, \.bg, \.bo)
    }
  },
  // From h to c.
  wrongBackward(
    "a missing derivative of tanh in dC",
    "The cell gets as much gradient where tanh is saturated as where it is steep.",
    "What lies between c_t and h_t beside the output gate?"
  ) { $0.slope = { 0 * $0.shown + 1 } },
  wrongBackward(
    "1 − c² where 1 − tanh²(c) belongs",
    "Where a cell is larger than 1 its gradient turns the sign, and grows with the cell.",
    "Does `cell` hold c or tanh(c)?"
  ) {
    $0.slope = { 1 - $0.c * $0.c }
  },
  wrongBackward(
    "1 − tanh(c) where 1 − tanh²(c) belongs",
    "Positive cells get too little gradient, and negative ones too much.",
    "What is tanh′ in terms of tanh(c)?"
  ) {
    $0.slope = { 1 - $0.shown }
  },
  wrongBackward(
    "1 − h² where 1 − tanh²(c) belongs",
    "The slope is that of what was shown, so a closed output gate looks like a steep tanh.",
    "Is h_t the same as tanh(c_t)?"
  ) {
    $0.slope = { 1 - $0.hidden * $0.hidden }
  },
  wrongBackward(
    "dC without the output gate",
    "Where the output gate was closed, the cell gets a gradient all the same.",
    "By what is tanh(c) multiplied to make h?"
  ) {
    $0.dCell = { $0.dHidden * $0.slope + $0.dCellNext }
  },
  wrongBackward(
    "dC from the logits' share of dh alone",
    "The cell hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.dCell = { $0.dOutput * $0.o * $0.slope + $0.dCellNext }
  },
  wrongBackward(
    "the cell's carry added before the derivative of tanh",
    "What later steps say about the cell is damped by output gate and tanh once more.",
    "The cell's carry is a gradient by c_t: on which side of tanh is that?"
  ) { $0.dCell = { ($0.dHidden + $0.dCellNext) * $0.o * $0.slope } },
  // The output gate.
  wrongBackward(
    "do without tanh(c)", "The output gate's gradient ignores what there was to show.",
    "What does o_t multiply?"
  ) {
    $0.do = { $0.dHidden * $0.o * (1 - $0.o) }
  },
  wrongBackward(
    "do with c where tanh(c) belongs",
    "The output gate is judged by the cell itself, which may be far larger than what it shows.",
    "What does o_t multiply: c_t or tanh(c_t)?"
  ) {
    $0.do = { $0.dHidden * $0.c * $0.o * (1 - $0.o) }
  },
  wrongBackward(
    "do with h where tanh(c) belongs",
    "The output gate's own value is counted twice, since h = o ⊙ tanh(c) has it in it.",
    "What does o_t multiply?"
  ) {
    $0.do = { $0.dHidden * $0.hidden * $0.o * (1 - $0.o) }
  },
  wrongBackward(
    "do from dC in place of dh",
    "The output gate gets the gradient of the cell, on which it has no influence.",
    "Does the output gate act on c_t or on h_t?"
  ) {
    $0.do = { $0.dCell * $0.shown * $0.o * (1 - $0.o) }
  },
  wrongBackward(
    "do from the logits' share of dh alone",
    "The output gate hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.do = { $0.dOutput * $0.shown * $0.o * (1 - $0.o) }
  },
  // Forget gate, input gate and candidate.
  wrongBackward(
    "c_{t−1} left out of df", "The forget gate's gradient ignores what there was to forget.",
    "What does f_t multiply?"
  ) {
    $0.df = { $0.dCell * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "h_{t−1} where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the hidden state, which it never multiplied.",
    "What does f_t multiply?"
  ) {
    $0.df = { $0.dCell * $0.previousHidden * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "c_t where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the new cell, one step too late in time.",
    "Which cell does f_t multiply?"
  ) {
    $0.df = { $0.dCell * $0.c * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "the candidate where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the candidate, which is the input gate's partner.",
    "What does f_t multiply?"
  ) {
    $0.df = { $0.dCell * $0.g * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "an initial cell of zero, in df",
    "At the first step df is zero, though there was a cell to forget.",
    "Is the cell before the first step always zero?"
  ) {
    $0.cellBeforeStep = { $1 > 0 ? $0.steps[$1 - 1].cell : 0 * $0.initialCell }
  },
  wrongBackward(
    "c[−1] at t = 0: the last cell instead of the initial one, in df",
    "At the first step df is built from the end of the sequence.",
    "Which cell comes before the first step, and where does the trace keep it?"
  ) { $0.cellBeforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].cell } },
  wrongBackward(
    "the candidate left out of di", "The input gate's gradient ignores what there was to let in.",
    "What does i_t multiply?"
  ) {
    $0.di = { $0.dCell * $0.i * (1 - $0.i) }
  },
  wrongBackward(
    "c_{t−1} where the candidate belongs, in di",
    "The input gate's gradient meets the old cell, which is the forget gate's partner.",
    "What does i_t multiply?"
  ) {
    $0.di = { $0.dCell * $0.previousCell * $0.i * (1 - $0.i) }
  },
  wrongBackward(
    "the input gate left out of dg",
    "The candidate gets a full gradient even where the input gate was closed.",
    "What does g_t multiply?"
  ) {
    $0.dg = { $0.dCell * (1 - $0.g * $0.g) }
  },
  wrongBackward(
    "the forget gate where the input gate belongs, in dg",
    "The candidate's gradient is weighed by how much was kept, not by how much was let in.",
    "What does g_t multiply?"
  ) {
    $0.dg = { $0.dCell * $0.f * (1 - $0.g * $0.g) }
  },
  wrongBackward(
    "df, di and dg from dh in place of dC",
    "Three gradients leave out the way from h_t to c_t, and what comes back along the cell.",
    "Do these three act on h_t or on c_t?"
  ) {
    $0.df = { $0.dHidden * $0.previousCell * $0.f * (1 - $0.f) }
    $0.di = { $0.dHidden * $0.g * $0.i * (1 - $0.i) }
    $0.dg = { $0.dHidden * $0.i * (1 - $0.g * $0.g) }
  },
  wrongBackward(
    "df, di and dg from this step's own share of dC",
    "What later steps say about the cell passes by the three gates that made it.",
    "What is all of c_t's gradient?"
  ) {
    $0.df = { ownCell($0) * $0.previousCell * $0.f * (1 - $0.f) }
    $0.di = { ownCell($0) * $0.g * $0.i * (1 - $0.i) }
    $0.dg = { ownCell($0) * $0.i * (1 - $0.g * $0.g) }
  },
  // The activations' derivatives.
  wrongBackward(
    "a forget gate without its derivative",
    "df is too large, the more so the more decided the forget gate is.",
    "Through what does the sum W_f z + b_f go?"
  ) {
    $0.df = { $0.dCell * $0.previousCell }
  },
  wrongBackward(
    "an input gate without its derivative",
    "di is too large, the more so the more decided the input gate is.",
    "Through what does the sum W_i z + b_i go?"
  ) {
    $0.di = { $0.dCell * $0.g }
  },
  wrongBackward(
    "a candidate without its derivative", "dg is too large wherever the candidate is near −1 or 1.",
    "Through what does the sum W_g z + b_g go?"
  ) {
    $0.dg = { $0.dCell * $0.i }
  },
  wrongBackward(
    "an output gate without its derivative",
    "do is too large, the more so the more decided the output gate is.",
    "Through what does the sum W_o z + b_o go?"
  ) {
    $0.do = { $0.dHidden * $0.shown }
  },
  wrongBackward(
    "gates and candidate without any derivative",
    "All four gradients are those by the activated values, not by the sums that made them.",
    "What lies between a sum W z + b and its gate?"
  ) {
    $0.df = { $0.dCell * $0.previousCell }
    $0.di = { $0.dCell * $0.g }
    $0.dg = { $0.dCell * $0.i }
    $0.do = { $0.dHidden * $0.shown }
  },
  wrongBackward(
    "1 − f where f(1 − f) belongs, in df",
    "df is too large, most of all where the forget gate is nearly closed.",
    "What is σ′ in terms of its value f?"
  ) { $0.df = { $0.dCell * $0.previousCell * (1 - $0.f) } },
  wrongBackward(
    "1 − i where i(1 − i) belongs, in di",
    "di is too large, most of all where the input gate is nearly closed.",
    "What is σ′ in terms of its value i?"
  ) { $0.di = { $0.dCell * $0.g * (1 - $0.i) } },
  wrongBackward(
    "1 − o where o(1 − o) belongs, in do",
    "do is too large, most of all where the output gate is nearly closed.",
    "What is σ′ in terms of its value o?"
  ) { $0.do = { $0.dHidden * $0.shown * (1 - $0.o) } },
  wrongBackward(
    "g(1 − g): a sigmoid's derivative for the candidate",
    "Where the candidate is negative, its gradient turns the sign.",
    "Which function makes the candidate?"
  ) { $0.dg = { $0.dCell * $0.i * $0.g * (1 - $0.g) } },
  wrongBackward(
    "1 − g where 1 − g² belongs",
    "Positive candidates get too little gradient, and negative ones too much.",
    "What is tanh′ in terms of its value g?"
  ) {
    $0.dg = { $0.dCell * $0.i * (1 - $0.g) }
  },
  wrongBackward(
    "1 − f², 1 − i², 1 − o²: a tanh's derivative for the gates",
    "All three gates get too much gradient, most of all where they are nearly closed.",
    "Which function makes a gate?"
  ) {
    $0.df = { $0.dCell * $0.previousCell * (1 - $0.f * $0.f) }
    $0.di = { $0.dCell * $0.g * (1 - $0.i * $0.i) }
    $0.do = { $0.dHidden * $0.shown * (1 - $0.o * $0.o) }
  },
  wrongBackward(
    "σ(f)(1 − σ(f)): the forget gate's derivative taken of the activated gate",
    "σ is applied a second time, so df comes out nearly flat, whatever the gate's value.",
    "`forgetGate` has been through σ: what is σ′ in terms of its value f?"
  ) { $0.df = { $0.dCell * $0.previousCell * twice($0.f) } },
  wrongBackward(
    "the derivatives of all three gates taken of activated gates",
    "σ is applied a second time, so df, di and do come out nearly flat, whatever the gates say.",
    "Have the gates in the trace been through σ already?"
  ) {
    $0.df = { $0.dCell * $0.previousCell * twice($0.f) }
    $0.di = { $0.dCell * $0.g * twice($0.i) }
    $0.do = { $0.dHidden * $0.shown * twice($0.o) }
  },
  wrongBackward(
    "every derivative taken of an activated value",
    "σ and tanh are applied a second time, so no derivative sees where its gate is saturated.",
    "Which values in the trace have not been through σ or tanh yet?"
  ) {
    $0.slope = { 1 - $0.shown.map { tanh($0) * tanh($0) } }
    $0.df = { $0.dCell * $0.previousCell * twice($0.f) }
    $0.di = { $0.dCell * $0.g * twice($0.i) }
    $0.dg = { $0.dCell * $0.i * (1 - $0.g.map { tanh($0) * tanh($0) }) }
    $0.do = { $0.dHidden * $0.shown * twice($0.o) }
  },
]

private typealias Weight = WritableKeyPath<LSTMParameters, Matrix>
private typealias Bias = WritableKeyPath<LSTMParameters, Vector>

extension LSTMBackwardOutput {
  fileprivate mutating func exchange(_ a: Weight, _ b: Weight, _ c: Bias, _ d: Bias) {
    (gradients[keyPath: a], gradients[keyPath: b]) = (gradients[keyPath: b], gradients[keyPath: a])
    (gradients[keyPath: c], gradients[keyPath: d]) = (gradients[keyPath: d], gradients[keyPath: c])
  }
}

/// dC without what comes back from the next step.
private func ownCell(_ step: OpenLSTMBackward.Step) -> Vector {
  step.dHidden * step.o * step.slope
}

/// The gates of a step, changed.
private func right(_ step: LSTMStep, _ change: (inout FourGates) -> Void) -> FourGates {
  var gates = FourGates(
    f: step.forgetGate, i: step.inputGate, g: step.candidate, o: step.outputGate)
  change(&gates)
  return gates
}

/// σ(y)(1 − σ(y)) of a y that is σ's value already.
private func twice(_ y: Vector) -> Vector {
  y.map { 1 / (1 + exp(-$0)) * (1 - 1 / (1 + exp(-$0))) }
}
