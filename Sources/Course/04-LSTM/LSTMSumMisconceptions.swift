import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong at the two ends: in the loss, and in the sums over time that become the result.
let lstmSumMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // The loss.
  wrongBackward("the gradient of the mean: 1/T", "Is the loss a sum over the steps or a mean?") {
    $0.finish = { $1.scale(by: 1 / Double(max(1, $0.targets.count))) }
  },
  wrongBackward("the gradient of a mean over the vocabulary: 1/V", "Over what does the loss add?") {
    $0.finish = { $1.scale(by: 1 / Double($0.parameters.vocabularySize)) }
  },
  wrongBackward(
    "the opposite sign", "If the target's probability is too small, which sign has its gradient do?"
  ) { $0.finish = { $1.scale(by: -1) } },
  wrongBackward("the gradient of a loss in bits: 1/ln 2", "Which logarithm does the loss take?") {
    $0.finish = { $1.scale(by: 1 / log(2)) }
  },
  wrongBackward("probabilities without − onehot", "What is the logits' gradient if all is right?") {
    $0.dLogits = { logits, _ in try softmax(logits) }
  },
  wrongBackward(
    "logits instead of probabilities", "What becomes of the logits before they meet the target?"
  ) {
    $0.dLogits = { logits, target in
      var d = logits
      d[target] -= 1
      return d
    }
  },
  wrongBackward(
    "the target's element alone: −1/p in place of p − 1",
    "Does the loss depend on the logits of the other words?"
  ) {
    $0.dLogits = { logits, target in
      let probabilities = try softmax(logits)
      var d = Vector(zeros: logits.count)
      d[target] = -1 / probabilities[target]
      return d
    }
  },
  wrongBackward("inputs used as targets", "Which token should step t predict?") {
    $0.usesInputsAsTargets = true
  },
  wrongBackward("the loss of the last step alone", "Which logits does the summed loss depend on?") {
    $0.lastLossOnly = true
  },
  // z.
  wrongBackward(
    "h_t where h_{t−1} belongs, in z", "Which hidden state do the gates of step t look at?"
  ) {
    $0.beforeStep = { $0.steps[$1].hidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, in z",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward(
    "an initial hidden state of zero, in z", "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "c_{t−1} where h_{t−1} belongs, in z", "Do the gates of this LSTM look at the cell?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].cell : $0.initialCell }
  },
  wrongBackward("x above h′ in z", "Which of the two do the first H columns of W_f meet?") {
    $0.z = { hidden, x in x.concatenated(with: hidden) }
  },
  wrongBackward(
    "x above h′ in z, and in what is handed back",
    "Which of the two do the first H columns of W_f meet?"
  ) {
    $0.z = { hidden, x in x.concatenated(with: hidden) }
    $0.carryHidden = { dz, step in Vector(dz.suffix(step.f.count)) }
  },
  wrongBackward("a z without the input", "Which part of W_f meets x_t?") {
    $0.z = { hidden, x in hidden.concatenated(with: 0 * x) }
  },
  wrongBackward("a z without the hidden state", "Which part of W_f meets h_{t−1}?") {
    $0.z = { hidden, x in (0 * hidden).concatenated(with: x) }
  },
  wrongBackward(
    "the target's column where the input's belongs", "Which token does W_f meet at step t?"
  ) {
    $0.token = { $0.targets[$1] }
  },
  // Sums over time.
  wrongBackward(
    "gradients that are assigned at each step instead of added up",
    "W_f is used at every step: what does `gradients.Wf` hold after two of them?"
  ) { $0.counts = { $0 == 0 } },
  wrongBackward("gradients that lack the first step", "Does your loop reach t = 0?") {
    $0.counts = { $0 > 0 }
  },
  wrongBackward(
    "all bias gradients forgotten", "Which parameters beside the weights does a step use?"
  ) {
    $0.finish = { _, output in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo, \.bv] {
        output.gradients[keyPath: bias] *= 0
      }
    }
  },
  wrongBackward("the gates' bias gradients forgotten", "What is the gradient of W z + b by b?") {
    $0.finish = { _, output in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { output.gradients[keyPath: bias] *= 0 }
    }
  },
  wrongBackward("a forgotten dbv", "What is the gradient of W_v h + b_v by b_v?") {
    $0.finish = { $1.gradients.bv *= 0 }
  },
  wrongBackward("a forgotten dWv", "Which matrix makes the logits?") {
    $0.finish = { $1.gradients.Wv *= 0 }
  },
  wrongBackward("dWv with the cell", "Which of the step's vectors does W_v multiply?") {
    $0.shownToLogits = { $0.c }
  },
  wrongBackward("dWv with tanh(c)", "Which of the step's vectors does W_v multiply?") {
    $0.shownToLogits = { $0.shown }
  },
  wrongBackward("dWv transposed", "Which index of W_v belongs to the logits?") {
    $0.finish = { $1.gradients.Wv = $1.gradients.Wv.transposed }
  },
  wrongBackward("the gates' gradients transposed", "Which index of W_f belongs to z?") {
    $0.finish = { _, output in
      for weight in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo] {
        output.gradients[keyPath: weight] = output.gradients[keyPath: weight].transposed
      }
    }
  },
  // What belongs elsewhere.
  wrongBackward(
    "clipping inside the backward pass", "Is a clipped gradient still the gradient of the loss?"
  ) { $0.finish = { $1.gradients = try clip($1.gradients, maximumNorm: 0.25) } },
]

extension LSTMBackwardOutput {
  fileprivate mutating func scale(by factor: Double) {
    gradients.tensors = gradients.tensors.map { factor * $0 }
    dInitialHidden *= factor
    dInitialCell *= factor
  }
}
