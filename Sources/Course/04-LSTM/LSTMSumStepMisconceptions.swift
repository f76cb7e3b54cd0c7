import Checking
import Contracts
import Recurrent
import Reference

// What goes into the four sums: which weights, and which z.
let lstmSumStepMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
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
    "the column of the token without the offset H",
    "Of each weight you take column `token`, as of U in a plain network; the input's columns begin "
      + "behind those of the hidden state.",
    "Which column of W_f meets the first word of the vocabulary?"
  ) { $0.z = { hidden, x, _ in one(at: x.indexOfMaximum ?? 0, beside: hidden, x) } },
  wrongLSTMStep(
    "the column before the token's",
    "Of each weight you take column H + token − 1, which belongs to the word before.",
    "Which column of W_f meets the first word of the vocabulary?"
  ) {
    $0.z = { hidden, x, _ in
      one(at: hidden.count + (x.indexOfMaximum ?? 0) - 1, beside: hidden, x)
    }
  },
  wrongLSTMStep(
    "the column of the token counted from the last one",
    "The token's column is counted from the end, so the first word meets the last column.",
    "Which column of W_f meets the first word of the vocabulary?"
  ) { $0.z = { hidden, x, _ in hidden.concatenated(with: Vector(Array(x.reversed()))) } },
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
]

/// [h′; 0] with a one more at a place of it.
private func one(at place: Int, beside hidden: Vector, _ x: Vector) -> Vector {
  var z = hidden.concatenated(with: Vector(zeros: x.count))
  z[place] += 1
  return z
}
