import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong in the sums over time that become the result.
let gruSumMisconceptions: [GRUBackwardMisconception] = [
  // What the weights' gradients meet.
  wrongBackward(
    "h_t where h_{t−1} belongs, in dWhr, dWhz and dWhn", "",
    "Which hidden state do the gates of step t look at?"
  ) { $0.metByWeights = { $0.steps[$1].hidden } },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, in dWhr, dWhz and dWhn", "",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.metByWeights = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward(
    "an initial hidden state of zero, in dWhr, dWhz and dWhn", "",
    "Is the state before the first step always zero?"
  ) { $0.metByWeights = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden } },
  wrongBackward(
    "an initial hidden state of zero, wherever h_{t−1} occurs", "",
    "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
    $0.metByWeights = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, wherever h_{t−1} occurs", "",
    "Which state comes before the first step, and where does the trace keep it?"
  ) {
    $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden }
    $0.metByWeights = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden }
  },
  wrongBackward("r ⊙ h_{t−1} in dWhn, and dn", "", "What is the vector that W_hn multiplies?") {
    $0.dWhn = { $0.dn.outer($0.r * $1) }
  },
  wrongBackward("r twice in dWhn: dq ⊗ (r ⊙ h_{t−1})", "", "How often does r stand beside W_hn h′?")
  {
    $0.dWhn = { $0.dq.outer($0.r * $1) }
  },
  wrongBackward(
    "the target's column where the input's belongs", "", "Which token does W_xr meet at step t?"
  ) { $0.token = { $0.targets[$1] } },
  wrongBackward(
    "dq where dn belongs, in dWxn and dbxn", "", "Does the reset gate weigh what x says?"
  ) { $0.metByInput = { $0.dq } },
  // What is left out.
  wrongBackward(
    "all bias gradients forgotten", "", "Which parameters beside the weights does a step use?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv]) } },
  wrongBackward(
    "the bias gradients of gates and candidate forgotten", "",
    "What is the gradient of W x + b by b?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn]) } },
  wrongBackward(
    "the bias gradients beside h′ forgotten", "", "How many biases has each of the three sums?"
  ) { $0.finish = { $1.clear([\.bhr, \.bhz, \.bhn]) } },
  wrongBackward(
    "the bias gradients beside x forgotten", "", "How many biases has each of the three sums?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn]) } },
  wrongBackward(
    "a gate's gradient shared out between its two biases, half for each", "",
    "By how much does the gate's sum grow if one of its two biases grows by 1?"
  ) {
    $0.finish = { _, output in
      for bias in [\GRUParameters.bxr, \.bxz, \.bhr, \.bhz] {
        output.gradients[keyPath: bias] *= 0.5
      }
    }
  },
  wrongBackward("a forgotten dbv", "", "What is the gradient of W_v h + b_v by b_v?") {
    $0.finish = { $1.clear([\.bv]) }
  },
  wrongBackward("a forgotten dWv", "", "Which matrix makes the logits?") {
    $0.finish = { $1.gradients.Wv *= 0 }
  },
  // What is turned round.
  wrongBackward("dWv with the candidate", "", "Which of the step's vectors does W_v multiply?") {
    $0.shownToLogits = { $0.n }
  },
  wrongBackward("dWv with h_{t−1}", "", "Which hidden state does W_v multiply at step t?") {
    $0.shownToLogits = { $0.old }
  },
  wrongBackward("dWv transposed", "", "Which index of W_v belongs to the logits?") {
    $0.finish = { $1.gradients.Wv = $1.gradients.Wv.transposed }
  },
  wrongBackward("dWhr, dWhz and dWhn transposed", "", "Which index of W_hr belongs to h_{t−1}?") {
    $0.finish = { _, output in
      for weight in [\GRUParameters.Whr, \.Whz, \.Whn] {
        output.gradients[keyPath: weight] = output.gradients[keyPath: weight].transposed
      }
    }
  },
  wrongBackward("dWxr, dWxz and dWxn transposed", "", "Which index of W_xr belongs to x?") {
    $0.finish = { _, output in
      for weight in [\GRUParameters.Wxr, \.Wxz, \.Wxn] {
        output.gradients[keyPath: weight] = output.gradients[keyPath: weight].transposed
      }
    }
  },
]

extension GRUBackwardOutput {
  fileprivate mutating func clear(_ biases: [WritableKeyPath<GRUParameters, Vector>]) {
    for bias in biases { gradients[keyPath: bias] *= 0 }
  }
}
