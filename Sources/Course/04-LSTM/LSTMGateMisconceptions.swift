import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong inside one step: which gate is which, what each one is multiplied with, and the
// derivatives of σ and tanh.
let lstmGateMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // Which gate is which.
  wrongBackward(
    "the values of forget and input gate taken for each other", "",
    "Which field of the step holds f?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.i) }) } },
  wrongBackward(
    "the values of candidate and output gate taken for each other", "",
    "Which field of the step holds g?"
  ) { $0.read = { right($0, { swap(&$0.g, &$0.o) }) } },
  wrongBackward(
    "the values of forget and output gate taken for each other", "",
    "Which field of the step holds o?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.o) }) } },
  wrongBackward(
    "the gradients of forget and input gate exchanged", "",
    "Which of the weights made the forget gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wi, \.bf, \.bi) } },
  wrongBackward(
    "the gradients of candidate and output gate exchanged", "",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wg, \.Wo, \.bg, \.bo) } },
  wrongBackward(
    "the gradients of input gate and candidate exchanged", "",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wi, \.Wg, \.bi, \.bg) } },
  wrongBackward(
    "the gates' gradients in the order i, f, o, g", "",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.finish = { _, output in
      output.exchange(\.Wf, \.Wi, \.bf, \.bi)
      output.exchange(\.Wg, \.Wo, \.bg, \.bo)
    }
  },
  // From h to c.
  wrongBackward(
    "a missing derivative of tanh in dC", "",
    "What lies between c_t and h_t beside the output gate?"
  ) { $0.slope = { 0 * $0.shown + 1 } },
  wrongBackward("1 − c² where 1 − tanh²(c) belongs", "", "Does `cell` hold c or tanh(c)?") {
    $0.slope = { 1 - $0.c * $0.c }
  },
  wrongBackward("1 − tanh(c) where 1 − tanh²(c) belongs", "", "What is tanh′ in terms of tanh(c)?")
  {
    $0.slope = { 1 - $0.shown }
  },
  wrongBackward("1 − h² where 1 − tanh²(c) belongs", "", "Is h_t the same as tanh(c_t)?") {
    $0.slope = { 1 - $0.hidden * $0.hidden }
  },
  wrongBackward("dC without the output gate", "", "By what is tanh(c) multiplied to make h?") {
    $0.dCell = { $0.dHidden * $0.slope + $0.dCellNext }
  },
  wrongBackward("dC from the logits' share of dh alone", "", "What is all of h_t's gradient?") {
    $0.dCell = { $0.dOutput * $0.o * $0.slope + $0.dCellNext }
  },
  wrongBackward(
    "the cell's carry added before the derivative of tanh", "",
    "The cell's carry is a gradient by c_t: on which side of tanh is that?"
  ) { $0.dCell = { ($0.dHidden + $0.dCellNext) * $0.o * $0.slope } },
  // The output gate.
  wrongBackward("do without tanh(c)", "", "What does o_t multiply?") {
    $0.do = { $0.dHidden * $0.o * (1 - $0.o) }
  },
  wrongBackward("do with c where tanh(c) belongs", "", "What does o_t multiply: c_t or tanh(c_t)?")
  {
    $0.do = { $0.dHidden * $0.c * $0.o * (1 - $0.o) }
  },
  wrongBackward("do with h where tanh(c) belongs", "", "What does o_t multiply?") {
    $0.do = { $0.dHidden * $0.hidden * $0.o * (1 - $0.o) }
  },
  wrongBackward("do from dC in place of dh", "", "Does the output gate act on c_t or on h_t?") {
    $0.do = { $0.dCell * $0.shown * $0.o * (1 - $0.o) }
  },
  wrongBackward("do from the logits' share of dh alone", "", "What is all of h_t's gradient?") {
    $0.do = { $0.dOutput * $0.shown * $0.o * (1 - $0.o) }
  },
  // Forget gate, input gate and candidate.
  wrongBackward("c_{t−1} left out of df", "", "What does f_t multiply?") {
    $0.df = { $0.dCell * $0.f * (1 - $0.f) }
  },
  wrongBackward("h_{t−1} where c_{t−1} belongs, in df", "", "What does f_t multiply?") {
    $0.df = { $0.dCell * $0.previousHidden * $0.f * (1 - $0.f) }
  },
  wrongBackward("c_t where c_{t−1} belongs, in df", "", "Which cell does f_t multiply?") {
    $0.df = { $0.dCell * $0.c * $0.f * (1 - $0.f) }
  },
  wrongBackward("the candidate where c_{t−1} belongs, in df", "", "What does f_t multiply?") {
    $0.df = { $0.dCell * $0.g * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "an initial cell of zero, in df", "", "Is the cell before the first step always zero?"
  ) {
    $0.cellBeforeStep = { $1 > 0 ? $0.steps[$1 - 1].cell : 0 * $0.initialCell }
  },
  wrongBackward(
    "c[−1] at t = 0: the last cell instead of the initial one, in df", "",
    "Which cell comes before the first step, and where does the trace keep it?"
  ) { $0.cellBeforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].cell } },
  wrongBackward("the candidate left out of di", "", "What does i_t multiply?") {
    $0.di = { $0.dCell * $0.i * (1 - $0.i) }
  },
  wrongBackward("c_{t−1} where the candidate belongs, in di", "", "What does i_t multiply?") {
    $0.di = { $0.dCell * $0.previousCell * $0.i * (1 - $0.i) }
  },
  wrongBackward("the input gate left out of dg", "", "What does g_t multiply?") {
    $0.dg = { $0.dCell * (1 - $0.g * $0.g) }
  },
  wrongBackward(
    "the forget gate where the input gate belongs, in dg", "", "What does g_t multiply?"
  ) {
    $0.dg = { $0.dCell * $0.f * (1 - $0.g * $0.g) }
  },
  wrongBackward("df, di and dg from dh in place of dC", "", "Do these three act on h_t or on c_t?")
  {
    $0.df = { $0.dHidden * $0.previousCell * $0.f * (1 - $0.f) }
    $0.di = { $0.dHidden * $0.g * $0.i * (1 - $0.i) }
    $0.dg = { $0.dHidden * $0.i * (1 - $0.g * $0.g) }
  },
  // The activations' derivatives.
  wrongBackward(
    "a forget gate without its derivative", "", "Through what does the sum W_f z + b_f go?"
  ) {
    $0.df = { $0.dCell * $0.previousCell }
  },
  wrongBackward(
    "an input gate without its derivative", "", "Through what does the sum W_i z + b_i go?"
  ) {
    $0.di = { $0.dCell * $0.g }
  },
  wrongBackward(
    "a candidate without its derivative", "", "Through what does the sum W_g z + b_g go?"
  ) {
    $0.dg = { $0.dCell * $0.i }
  },
  wrongBackward(
    "an output gate without its derivative", "", "Through what does the sum W_o z + b_o go?"
  ) {
    $0.do = { $0.dHidden * $0.shown }
  },
  wrongBackward(
    "gates and candidate without any derivative", "",
    "What lies between a sum W z + b and its gate?"
  ) {
    $0.df = { $0.dCell * $0.previousCell }
    $0.di = { $0.dCell * $0.g }
    $0.dg = { $0.dCell * $0.i }
    $0.do = { $0.dHidden * $0.shown }
  },
  wrongBackward(
    "g(1 − g): a sigmoid's derivative for the candidate", "", "Which function makes the candidate?"
  ) { $0.dg = { $0.dCell * $0.i * $0.g * (1 - $0.g) } },
  wrongBackward("1 − g where 1 − g² belongs", "", "What is tanh′ in terms of its value g?") {
    $0.dg = { $0.dCell * $0.i * (1 - $0.g) }
  },
  wrongBackward(
    "1 − f², 1 − i², 1 − o²: a tanh's derivative for the gates", "", "Which function makes a gate?"
  ) {
    $0.df = { $0.dCell * $0.previousCell * (1 - $0.f * $0.f) }
    $0.di = { $0.dCell * $0.g * (1 - $0.i * $0.i) }
    $0.do = { $0.dHidden * $0.shown * (1 - $0.o * $0.o) }
  },
  wrongBackward(
    "σ(f)(1 − σ(f)): the forget gate's derivative taken of the activated gate", "",
    "`forgetGate` has been through σ: what is σ′ in terms of its value f?"
  ) { $0.df = { $0.dCell * $0.previousCell * twice($0.f) } },
  wrongBackward(
    "the derivatives of all three gates taken of activated gates", "",
    "Have the gates in the trace been through σ already?"
  ) {
    $0.df = { $0.dCell * $0.previousCell * twice($0.f) }
    $0.di = { $0.dCell * $0.g * twice($0.i) }
    $0.do = { $0.dHidden * $0.shown * twice($0.o) }
  },
  wrongBackward(
    "every derivative taken of an activated value", "",
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
