import Checking
import Contracts
import Recurrent
import Reference

/// Wrong layers on vectors that people really write.
let layerPassMisconceptions: [Misconception<LayerForwardInput, LayerTrace>] = [
  // From a token to a vector.
  wrongLayer(
    "a vector taken for a token: one-hot at its largest element",
    "A vector of many numbers is read as if it were a single word.",
    "What is lost if of the numbers of `inputs[t]` only the place of the largest is read?"
  ) { $0.input = { x in oneHotOfLargest(x) } },
  wrongLayer(
    "the input above the state in z",
    "Each column of the weights meets a number that it was not meant for.",
    "Which columns of Wf belong to the hidden state?"
  ) {
    $0.join = { h, x in x.concatenated(with: h) }
  },
  wrongLayer(
    "the input through a tanh before it is read",
    "Large inputs are squeezed before the layer sees them.",
    "What does W multiply: x itself, or a function of x?"
  ) { $0.input = { x in x.map { Recurrent.tanh($0) } } },
  wrongLayer(
    "one input late",
    "Each step reads what belongs to the step before, and the last input is never read.",
    "Which input does step t read?"
  ) { $0.read = { $1 > 0 ? $0[$1 - 1] : 0 * $0[0] } },
  // The carries.
  wrongLayer(
    "a hidden state that is not carried",
    "The gates of every step see a state of zeros, whatever was read before.",
    "What is h′ at the second step?"
  ) {
    $0.carriesHidden = false
  },
  wrongLayer(
    "a cell that is not carried", "Every step's forget gate has nothing to keep.",
    "What is c′ at the second step?"
  ) {
    $0.carriesCell = false
  },
  wrongLayer(
    "the cell in place of the hidden state in z",
    "The gates see the whole memory, though only what the output gate showed is theirs.",
    "Which of the two states do the gates look at?"
  ) { $0.joinsCell = true },
  // The step, as in lesson 04.
  wrongLayer(
    "a candidate through the sigmoid",
    "Nothing negative is ever added to the cell, so that it can count up but not down.",
    "May a candidate be negative?"
  ) {
    $0.candidate = { try sigmoid($0) }
  },
  wrongLayer(
    "a hidden state without its tanh",
    "What is shown may be as large as the cell, beyond −1 and 1.",
    "Can a hidden state here be larger than 1?"
  ) {
    $0.shown = { $0 }
  },
  wrongLayer(
    "a hidden state without the output gate",
    "The whole memory is always shown, whatever the gate says.", "Where does o act?"
  ) {
    $0.hidden = { _, shown in shown }
  },
  wrongLayer(
    "forget gate and input gate exchanged",
    "What should be kept is let in, and what should be let in is kept.",
    "Which gate multiplies the old cell?"
  ) {
    $0.cell = { f, i, g, old in i * old + f * g }
  },
  wrongLayer(
    "a forget gate on the sum", "What is new is weighed down by the forget gate as well.",
    "What does f multiply: the old cell, or the whole sum?"
  ) {
    $0.cell = { f, i, g, old in f * (old + i * g) }
  },
  wrongLayer(
    "1 − f in place of the input gate",
    "The layer can write only where it forgets, and the input gate has no effect.",
    "How many gates has an LSTM?"
  ) {
    $0.cell = { f, _, g, old in f * old + (1 - f) * g }
  },
  wrongLayer(
    "a candidate that no gate lets in",
    "Every candidate is written into the cell whole, whatever the gate says.", "Where does i act?"
  ) {
    $0.cell = { f, _, g, old in f * old + g }
  },
  wrongLayer(
    "a cell through a tanh before it is carried",
    "The cell cannot leave the range from −1 to 1, so it cannot count.",
    "What is squashed, the cell or what is shown?"
  ) { $0.squashesCell = true },
  wrongLayer(
    "a forgotten bias of the forget gate",
    "b_f is left out, and the forget gate is half open where h′ and x say nothing.",
    "Which four vectors are added to W z?"
  ) {
    $0.edit = { $0.bf *= 0 }
  },
  wrongLayer(
    "a forgotten bias of the candidate",
    "b_g is left out, and the candidate is 0 where h′ and x say nothing.",
    "Which four vectors are added to W z?"
  ) {
    $0.edit = { $0.bg *= 0 }
  },
  wrongLayer(
    "no biases at all",
    "Every gate is half open for an input of zeros, and can learn no other habit.",
    "What is added to W z?"
  ) {
    $0.edit = {
      $0.bf *= 0
      $0.bi *= 0
      $0.bg *= 0
      $0.bo *= 0
    }
  },
  wrongLayer(
    "input gate and output gate exchanged",
    "What is let in is decided by the output gate's numbers, and the other way round.",
    "Which weights make i, and which make o?"
  ) {
    $0.edit = {
      swap(&$0.Wi, &$0.Wo)
      swap(&$0.bi, &$0.bo)
    }
  },
]
