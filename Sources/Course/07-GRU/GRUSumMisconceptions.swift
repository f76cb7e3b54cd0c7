import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong in the sums over time that become the result.
let gruSumMisconceptions: [GRUBackwardMisconception] = [
  // What the weights' gradients meet.
  wrongBackward(
    "h_t where h_{t−1} belongs, in dWhr, dWhz and dWhn",
    "The three are built from the state that the step made, not the one it began with.",
    "Which hidden state do the gates of step t look at?"
  ) { $0.metByWeights = { $0.steps[$1].hidden } },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, in dWhr, dWhz and dWhn",
    "At the first step the three are built from the end of the sequence.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.metByWeights = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward(
    "an initial hidden state of zero, in dWhr, dWhz and dWhn",
    "The first step adds nothing to the three, though it began from `trace.initialHidden`.",
    "Is the state before the first step always zero?"
  ) { $0.metByWeights = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden } },
  wrongBackward(
    "an initial hidden state of zero, wherever h_{t−1} occurs",
    """
    At the first step nothing sees `trace.initialHidden`, neither the weights nor the \
    update gate.
    """,
    "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
    $0.metByWeights = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last hidden state instead of the initial one, wherever h_{t−1} occurs",
    "At the first step the end of the sequence stands wherever the initial state belongs.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) {
    $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden }
    $0.metByWeights = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden }
  },
  wrongBackward(
    "r ⊙ h_{t−1} in dWhn, and dn",
    "dWhn is built as if the reset gate had weighed h_{t−1} before W_hn met it.",
    "What is the vector that W_hn multiplies?"
  ) {
    $0.dWhn = { $0.dn.outer($0.r * $1) }
  },
  wrongBackward(
    "r twice in dWhn: dq ⊗ (r ⊙ h_{t−1})",
    "A half open reset gate lets only a quarter through to dWhn.",
    "How often does r stand beside W_hn h′?"
  ) {
    $0.dWhn = { $0.dq.outer($0.r * $1) }
  },
  wrongBackward(
    "the target's column where the input's belongs",
    "Each step's share goes to the column of a word that the network did not read there.",
    "Which token does W_xr meet at step t?"
  ) { $0.token = { $0.targets[$1] } },
  wrongBackward(
    "dq where dn belongs, in dWxn and dbxn",
    "A closed reset gate shuts the token out of its own gradient.",
    "Does the reset gate weigh what x says?"
  ) { $0.metByInput = { $0.dq } },
  // What is left out.
  wrongBackward(
    "all bias gradients forgotten",
    "All seven biases keep the gradient 0 and would never be trained.",
    "Which parameters besides the weights does a step use?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv]) } },
  wrongBackward(
    "the bias gradients of gates and candidate forgotten",
    "The six biases of gates and candidate keep the gradient 0 and would never be trained.",
    "What is the gradient of W x + b by b?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn]) } },
  wrongBackward(
    "the bias gradients beside h′ forgotten",
    "The three biases beside h′ keep the gradient 0 and would never be trained.",
    "How many biases has each of the three sums?"
  ) { $0.finish = { $1.clear([\.bhr, \.bhz, \.bhn]) } },
  wrongBackward(
    "the bias gradients beside x forgotten",
    "The three biases beside x keep the gradient 0 and would never be trained.",
    "How many biases has each of the three sums?"
  ) { $0.finish = { $1.clear([\.bxr, \.bxz, \.bxn]) } },
  wrongBackward(
    "a gate's gradient shared out between its two biases, half for each",
    "Each of the gates' biases gets half of the gradient that it has.",
    "By how much does the gate's sum grow if one of its two biases grows by 1?"
  ) {
    $0.finish = { _, output in
      for bias in [\GRUParameters.bxr, \.bxz, \.bhr, \.bhz] {
        output.gradients[keyPath: bias] *= 0.5
      }
    }
  },
  wrongBackward(
    "a forgotten dbv", "b_v keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of W_v h + b_v by b_v?"
  ) {
    $0.finish = { $1.clear([\.bv]) }
  },
  wrongBackward(
    "a forgotten dWv", "W_v keeps the gradient 0 and would never be trained; all else is right.",
    "Which matrix makes the logits?"
  ) {
    $0.finish = { $1.gradients.Wv *= 0 }
  },
  // What is turned round.
  wrongBackward(
    "dWv with the candidate",
    "dWv is built from what was new alone, though the logits saw the mixture.",
    "Which of the step's vectors does W_v multiply?"
  ) {
    $0.shownToLogits = { $0.n }
  },
  wrongBackward(
    "dWv with h_{t−1}",
    "dWv is built from states one step too early; the logits were made from the later ones.",
    "Which hidden state does W_v multiply at step t?"
  ) {
    $0.shownToLogits = { $0.old }
  },
  wrongBackward(
    "dWv transposed", "Every number of dWv is right and stands with its row and column exchanged.",
    "Which index of W_v belongs to the logits?"
  ) {
    $0.finish = { $1.gradients.Wv = $1.gradients.Wv.transposed }
  },
  wrongBackward(
    "dWhr, dWhz and dWhn transposed",
    "Every number of the three is right and stands with its row and column exchanged.",
    "Which index of W_hr belongs to h_{t−1}?"
  ) {
    $0.finish = { _, output in
      for weight in [\GRUParameters.Whr, \.Whz, \.Whn] {
        output.gradients[keyPath: weight] = output.gradients[keyPath: weight].transposed
      }
    }
  },
  wrongBackward(
    "dWxr, dWxz and dWxn transposed",
    "Every number of the three is right and stands with its row and column exchanged.",
    "Which index of W_xr belongs to x?"
  ) {
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
