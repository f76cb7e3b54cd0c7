import Checking
import Contracts
import Recurrent
import Reference

// The derivatives of σ and tanh inside one step.
let lstmSlopeMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  wrongBackward(
    "a forget gate without its derivative",
    "The forget gate's gradients are too large, the more so the more decided it is.",
    "Through what does the sum W_f z + b_f go?"
  ) {
    $0.df.slope = ones
  },
  wrongBackward(
    "an input gate without its derivative",
    "The input gate's gradients are too large, the more so the more decided it is.",
    "Through what does the sum W_i z + b_i go?"
  ) {
    $0.di.slope = ones
  },
  wrongBackward(
    "a candidate without its derivative",
    "The candidate's gradients are too large wherever it is near −1 or 1.",
    "Through what does the sum W_g z + b_g go?"
  ) {
    $0.dg.slope = ones
  },
  wrongBackward(
    "an output gate without its derivative",
    "The output gate's gradients are too large, the more so the more decided it is.",
    "Through what does the sum W_o z + b_o go?"
  ) {
    $0.do.slope = ones
  },
  wrongBackward(
    "gates and candidate without any derivative",
    "All four gradients are those by the activated values, not by the sums that made them.",
    "What lies between a sum W z + b and its gate?"
  ) {
    $0.df.slope = ones
    $0.di.slope = ones
    $0.dg.slope = ones
    $0.do.slope = ones
  },
  wrongBackward(
    "1 − f where f(1 − f) belongs, in df",
    "The forget gate's gradients are too large, most of all where it is nearly closed.",
    "What is σ′ in terms of its value f?"
  ) { $0.df.slope = { 1 - $0.f } },
  wrongBackward(
    "1 − i where i(1 − i) belongs, in di",
    "The input gate's gradients are too large, most of all where it is nearly closed.",
    "What is σ′ in terms of its value i?"
  ) { $0.di.slope = { 1 - $0.i } },
  wrongBackward(
    "1 − o where o(1 − o) belongs, in do",
    "The output gate's gradients are too large, most of all where it is nearly closed.",
    "What is σ′ in terms of its value o?"
  ) { $0.do.slope = { 1 - $0.o } },
  wrongBackward(
    "g(1 − g): a sigmoid's derivative for the candidate",
    "Where the candidate is negative, its gradient changes its sign.",
    "Which function makes the candidate?"
  ) { $0.dg.slope = { $0.g * (1 - $0.g) } },
  wrongBackward(
    "1 − g where 1 − g² belongs",
    "Positive candidates get too little gradient, and negative ones too much.",
    "What is tanh′ in terms of its value g?"
  ) {
    $0.dg.slope = { 1 - $0.g }
  },
  wrongBackward(
    "1 − f², 1 − i², 1 − o²: a tanh's derivative for the gates",
    "All three gates get too much gradient, most of all where they are nearly closed.",
    "Which function makes a gate?"
  ) {
    $0.df.slope = { 1 - $0.f * $0.f }
    $0.di.slope = { 1 - $0.i * $0.i }
    $0.do.slope = { 1 - $0.o * $0.o }
  },
  wrongBackward(
    "σ(f)(1 − σ(f)): the forget gate's derivative taken of the activated gate",
    "σ is applied a second time, so its slope comes out nearly flat, whatever the gate's value.",
    "`forgetGate` has been through σ: what is σ′ in terms of its value f?"
  ) { $0.df.slope = { sigmoidSlopeTwice($0.f) } },
  wrongBackward(
    "the derivatives of all three gates taken of activated gates",
    "σ is applied a second time, so its slopes come out nearly flat, whatever the gates say.",
    "Have the gates in the trace been through σ already?"
  ) {
    $0.df.slope = { sigmoidSlopeTwice($0.f) }
    $0.di.slope = { sigmoidSlopeTwice($0.i) }
    $0.do.slope = { sigmoidSlopeTwice($0.o) }
  },
  wrongBackward(
    "every derivative taken of an activated value",
    "σ and tanh are applied a second time, so no derivative sees where its gate is saturated.",
    "Which values in the trace have not been through σ or tanh yet?"
  ) {
    $0.slope = { tanhSlopeTwice($0.sloped) }
    $0.df.slope = { sigmoidSlopeTwice($0.f) }
    $0.di.slope = { sigmoidSlopeTwice($0.i) }
    $0.dg.slope = { tanhSlopeTwice($0.g) }
    $0.do.slope = { sigmoidSlopeTwice($0.o) }
  },
]
