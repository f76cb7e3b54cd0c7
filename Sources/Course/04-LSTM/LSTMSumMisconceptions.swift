import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong in the sums over time that become the result.
let lstmSumMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  sums + assignments

/// One tensor's `=` where `+=` belongs.
private let assignments: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  ["Wf", "Wi", "Wg", "Wo", "Wv", "bf", "bi", "bg", "bo", "bv"].enumerated().map { place, name in
    wrongBackward(
      "d\(name) assigned at each step instead of added up",
      "Of d\(name)'s sum over time only step 0's share is left; all else is right.",
      "Does each step add its share to d\(name), or put it in its place?"
    ) { $0.assigned = place }
  }

private let sums: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // z.
  wrongBackward(
    "h_t where h_{t−1} belongs, in z",
    """
    Gradients of the gates are built from the state that the step made, not the one it \
    began with.
    """, "Which hidden state do the gates of step t look at?"
  ) {
    $0.beforeStep = { $0.steps[$1].hidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, in z",
    "At the first step the gates' gradients are built from the end of the sequence.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward(
    "an initial hidden state of zero, in z",
    "The first step adds nothing to the columns of the hidden state, though it had one.",
    "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "c_{t−1} where h_{t−1} belongs, in z",
    "Gradients of the gates meet the cell, which stood in no sum of the step.",
    "Do the gates of this LSTM look at the cell?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].cell : $0.initialCell }
  },
  wrongBackward(
    "x above h′ in z", "The gradients' columns are shifted: those of the input stand first.",
    "Which of the two do the first H columns of W_f meet?"
  ) {
    $0.z = { hidden, x in x.concatenated(with: hidden) }
  },
  wrongBackward(
    "x above h′ in z, and in what is handed back",
    "Columns are shifted, and what is handed back to h_{t−1} belongs partly to the input.",
    "Which of the two do the first H columns of W_f meet?"
  ) {
    $0.z = { hidden, x in x.concatenated(with: hidden) }
    $0.carryHidden = { dz, step in Vector(dz.suffix(step.f.count)) }
  },
  wrongBackward(
    "a z without the input",
    "The columns that belong to the input keep their zeros and would never be trained.",
    "Which part of W_f meets x_t?"
  ) {
    $0.z = { hidden, x in hidden.concatenated(with: 0 * x) }
  },
  wrongBackward(
    "a z without the hidden state",
    "The columns that belong to the hidden state keep their zeros and would never be trained.",
    "Which part of W_f meets h_{t−1}?"
  ) {
    $0.z = { hidden, x in (0 * hidden).concatenated(with: x) }
  },
  wrongBackward(
    "the target's column where the input's belongs",
    "Each step's share goes to the column of a word that the network did not read there.",
    "Which token does W_f meet at step t?"
  ) {
    $0.token = { $0.targets[$1] }
  },
  // Sums over time.
  wrongBackward(
    "all bias gradients forgotten",
    "All five biases keep the gradient 0 and would never be trained.",
    "Which parameters besides the weights does a step use?"
  ) {
    $0.finish = { _, output in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo, \.bv] {
        output.gradients[keyPath: bias] *= 0
      }
    }
  },
  wrongBackward(
    "the gates' bias gradients forgotten",
    "The four biases of gates and candidate keep the gradient 0 and would never be trained.",
    "What is the gradient of W z + b by b?"
  ) {
    $0.finish = { _, output in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { output.gradients[keyPath: bias] *= 0 }
    }
  },
  wrongBackward(
    "a forgotten dbv", "b_v keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of W_v h + b_v by b_v?"
  ) {
    $0.finish = { $1.gradients.bv *= 0 }
  },
  wrongBackward(
    "a forgotten dWv", "W_v keeps the gradient 0 and would never be trained; all else is right.",
    "Which matrix makes the logits?"
  ) {
    $0.finish = { $1.gradients.Wv *= 0 }
  },
  wrongBackward(
    "dWv with the cell",
    "dWv is built from the whole memory, though the logits saw only what was shown of it.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.shownToLogits = { $0.c }
  },
  wrongBackward(
    "dWv with tanh(c)", "dWv is built as if the output gate had been wide open.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.shownToLogits = { $0.shown }
  },
  wrongBackward(
    "dWv transposed", "Every number of dWv is right and stands with its row and column exchanged.",
    "Which index of W_v belongs to the logits?"
  ) {
    $0.finish = { $1.gradients.Wv = $1.gradients.Wv.transposed }
  },
  wrongBackward(
    "the gates' gradients transposed",
    "Every number of the four is right and stands with its row and column exchanged.",
    "Which index of W_f belongs to z?"
  ) {
    $0.finish = { _, output in
      for weight in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo] {
        output.gradients[keyPath: weight] = output.gradients[keyPath: weight].transposed
      }
    }
  },
]
