import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong inside one step: what each gate's gradient is multiplied with.
let lstmGateMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // From h to c.
  wrongBackward(
    "a missing derivative of tanh in dC",
    "The cell gets as much gradient where tanh is saturated as where it is steep.",
    "What lies between c_t and h_t besides the output gate?"
  ) { $0.slope = { 0 * $0.shown + 1 } },
  wrongBackward(
    "1 − c² where 1 − tanh²(c) belongs",
    "Where a cell is larger than 1 its gradient changes its sign, and grows with the cell.",
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
    $0.own = { $0.dHidden * $0.slope }
  },
  wrongBackward(
    "dC from the logits' share of dh alone",
    "The cell hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.own = { $0.dOutput * $0.o * $0.slope }
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
    $0.do.partner = ones
  },
  wrongBackward(
    "do with c where tanh(c) belongs",
    "The output gate is judged by the cell itself, which may be far larger than what it shows.",
    "What does o_t multiply: c_t or tanh(c_t)?"
  ) {
    $0.do.partner = { $0.c }
  },
  wrongBackward(
    "do with h where tanh(c) belongs",
    "The output gate's own value is counted twice, since h = o ⊙ tanh(c) has it in it.",
    "What does o_t multiply?"
  ) {
    $0.do.partner = { $0.hidden }
  },
  wrongBackward(
    "do from dC in place of dh",
    "The output gate gets the gradient of the cell, on which it has no influence.",
    "Does the output gate act on c_t or on h_t?"
  ) {
    $0.do.from = { $0.dCell }
  },
  wrongBackward(
    "do from the logits' share of dh alone",
    "The output gate hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.do.from = { $0.dOutput }
  },
  // Forget gate, input gate and candidate.
  wrongBackward(
    "c_{t−1} left out of df", "The forget gate's gradient ignores what there was to forget.",
    "What does f_t multiply?"
  ) {
    $0.df.partner = ones
  },
  wrongBackward(
    "h_{t−1} where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the hidden state, which it never multiplied.",
    "What does f_t multiply?"
  ) {
    $0.df.partner = { $0.previousHidden }
  },
  wrongBackward(
    "c_t where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the new cell, one step too late in time.",
    "Which cell does f_t multiply?"
  ) {
    $0.df.partner = { $0.c }
  },
  wrongBackward(
    "the candidate where c_{t−1} belongs, in df",
    "The forget gate's gradient meets the candidate, which is the input gate's partner.",
    "What does f_t multiply?"
  ) {
    $0.df.partner = { $0.g }
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
    $0.di.partner = ones
  },
  wrongBackward(
    "c_{t−1} where the candidate belongs, in di",
    "The input gate's gradient meets the old cell, which is the forget gate's partner.",
    "What does i_t multiply?"
  ) {
    $0.di.partner = { $0.previousCell }
  },
  wrongBackward(
    "the input gate left out of dg",
    "The candidate gets a full gradient even where the input gate was closed.",
    "What does g_t multiply?"
  ) {
    $0.dg.partner = ones
  },
  wrongBackward(
    "the forget gate where the input gate belongs, in dg",
    "The candidate's gradient is weighed by how much was kept, not by how much was let in.",
    "What does g_t multiply?"
  ) {
    $0.dg.partner = { $0.f }
  },
  wrongBackward(
    "df, di and dg from dh in place of dC",
    "Three gradients leave out the way from h_t to c_t, and what comes back along the cell.",
    "Do these three act on h_t or on c_t?"
  ) {
    $0.df.from = { $0.dHidden }
    $0.di.from = { $0.dHidden }
    $0.dg.from = { $0.dHidden }
  },
  wrongBackward(
    "df, di and dg from this step's own share of dC",
    "What later steps say about the cell passes by the three gates that made it.",
    "What is all of c_t's gradient?"
  ) {
    $0.df.from = { $0.own }
    $0.di.from = { $0.own }
    $0.dg.from = { $0.own }
  },
]
