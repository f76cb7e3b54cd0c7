import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong inside one step: which gate is which, and what each one is multiplied with.
let gruGateMisconceptions: [GRUBackwardMisconception] = [
  // Which gate is which.
  wrongBackward(
    "the values of reset and update gate taken for each other",
    "All that the reset gate weighed is weighed by the update gate, and the other way round.",
    "Which field of the step holds z?"
  ) {
    $0.read = { .init(r: $0.updateGate, z: $0.resetGate, q: $0.recurrentTerm, n: $0.candidate) }
  },
  wrongBackward(
    "the values of candidate and recurrent term taken for each other",
    "What has been through tanh and what has not are taken for each other.",
    "Which field of the step holds n?"
  ) {
    $0.read = { .init(r: $0.resetGate, z: $0.updateGate, q: $0.candidate, n: $0.recurrentTerm) }
  },
  wrongBackward(
    "the gradients of reset and update gate exchanged",
    "The numbers are right, but each gate's stand under the other's names.",
    "Which of the weights made the reset gate?"
  ) {
    $0.finish = { _, output in
      swap(&output.gradients.Wxr, &output.gradients.Wxz)
      swap(&output.gradients.Whr, &output.gradients.Whz)
      swap(&output.gradients.bxr, &output.gradients.bxz)
      swap(&output.gradients.bhr, &output.gradients.bhz)
    }
  },
  wrongBackward(
    "the gradients of update gate and candidate exchanged",
    """
    The numbers are right, but those of update gate and candidate stand under each other's \
    names.
    """,
    "Which of the weights made the candidate?"
  ) {
    $0.finish = { _, output in
      swap(&output.gradients.Wxz, &output.gradients.Wxn)
      swap(&output.gradients.Whz, &output.gradients.Whn)
      swap(&output.gradients.bxz, &output.gradients.bxn)
      swap(&output.gradients.bhz, &output.gradients.bhn)
    }
  },
  wrongBackward(
    "dbxn and dbhn exchanged", "Both vectors are right, and each stands under the other's name.",
    "Which of the two biases does the reset gate weigh?"
  ) {
    $0.finish = { _, output in swap(&output.gradients.bxn, &output.gradients.bhn) }
  },
  // The candidate.
  wrongBackward(
    "1 − z left out of dn",
    "The candidate gets a full gradient even where the update gate kept the old state.",
    "How much of n_t is in h_t?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.n * $0.n) }
  },
  wrongBackward(
    "z where 1 − z belongs, in dn",
    """
    The candidate gets a gradient where the update gate kept the old state, and none where \
    it did not.
    """, "How much of n_t is in h_t?"
  ) {
    $0.dn = { $0.dHidden * $0.z * (1 - $0.n * $0.n) }
  },
  wrongBackward(
    "dn from the logits' share of dh alone",
    "The candidate hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.dn = { $0.dOutput * (1 - $0.z) * (1 - $0.n * $0.n) }
  },
  // The update gate.
  wrongBackward(
    "the opposite sign in dz: n − h_{t−1}", "The update gate learns to open where it should close.",
    "If z_t grows, does h_t move towards n or towards h_{t−1}?"
  ) { $0.dz = { $0.dHidden * ($0.n - $0.old) * $0.z * (1 - $0.z) } },
  wrongBackward(
    "the other sign of z throughout: z ⊙ n + (1 − z) ⊙ h_{t−1}",
    "Everywhere the update gate is read as the share of what is new, not of what is kept.",
    "What does this lesson's cell keep where z is 1?"
  ) {
    $0.dn = { $0.dHidden * $0.z * (1 - $0.n * $0.n) }
    $0.dz = { $0.dHidden * ($0.n - $0.old) * $0.z * (1 - $0.z) }
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - 2 * step.z)
    }
  },
  wrongBackward(
    "h_{t−1} left out of dz",
    "The update gate is judged by what was new alone, not by what it might have kept.",
    "In which two products does z_t occur?"
  ) {
    $0.dz = { -$0.dHidden * $0.n * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "the candidate left out of dz",
    "The update gate is judged by what it kept alone, not by what was new instead.",
    "In which two products does z_t occur?"
  ) {
    $0.dz = { $0.dHidden * $0.old * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "h_t where h_{t−1} belongs, in dz",
    "The update gate is judged by the mixture that it made, not by what it kept.",
    "Which state does z_t keep?"
  ) {
    $0.dz = { $0.dHidden * ($0.hidden - $0.n) * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "q where h_{t−1} belongs, in dz",
    "The update gate is judged by the recurrent term, which it never met.",
    "Which vector does z_t keep?"
  ) {
    $0.dz = { $0.dHidden * ($0.q - $0.n) * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "an initial state of zero, in dz",
    "At the first step the update gate is judged as if there had been nothing to keep.",
    "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last state instead of the initial one, in dz",
    "At the first step the update gate is judged by the end of the sequence.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward(
    "dz from the logits' share of dh alone",
    "The update gate hears of its own step's logits only, not of what h_t did later.",
    "What is all of h_t's gradient?"
  ) {
    $0.dz = { $0.dOutput * ($0.old - $0.n) * $0.z * (1 - $0.z) }
  },
  // The reset gate.
  wrongBackward(
    "q left out of dr", "The reset gate's gradient ignores what there was to let through.",
    "What does r_t multiply?"
  ) {
    $0.dr = { step, _ in step.dn * step.r * (1 - step.r) }
  },
  wrongBackward(
    "h_{t−1} where q belongs, in dr",
    "The reset gate is judged by h_{t−1}, though it weighed what W_hn had made of it.",
    "What does r_t multiply: h_{t−1}, or q?"
  ) {
    $0.dr = { step, _ in step.dn * step.old * step.r * (1 - step.r) }
  },
  wrongBackward(
    "r ⊙ q where q belongs, in dr",
    "The reset gate's own value is counted once more, so a closed gate can hardly open again.",
    "What is the derivative of r ⊙ q by r?"
  ) {
    $0.dr = { step, _ in step.dn * step.r * step.q * step.r * (1 - step.r) }
  },
  wrongBackward(
    "the candidate where q belongs, in dr",
    "The reset gate is judged by the candidate, which it helped to make.", "What does r_t multiply?"
  ) {
    $0.dr = { step, _ in step.dn * step.n * step.r * (1 - step.r) }
  },
  wrongBackward(
    "dr before the derivative of tanh",
    "A saturated candidate passes its gradient on to the reset gate undamped.",
    "The reset gate acts inside tanh. Where does tanh′ come in?"
  ) { $0.dr = { step, _ in step.dHidden * (1 - step.z) * step.q * step.r * (1 - step.r) } },
  wrongBackward(
    "dr from dh in place of dn",
    "The reset gate's gradient leaves out both the update gate and tanh on the way.",
    "Does the reset gate act on h_t or inside n_t?"
  ) {
    $0.dr = { step, _ in step.dHidden * step.q * step.r * (1 - step.r) }
  },
  // The recurrent term.
  wrongBackward(
    "dq without the reset gate, in weights, bias and carry",
    "W_hn, b_hn and the carry get a full gradient even where the reset gate was closed.",
    "What lies between q and tanh?"
  ) { $0.dq = { $0.dn } },
  wrongBackward(
    "dWhn and dbhn without the reset gate",
    "W_hn and b_hn get a full gradient even where the reset gate was closed.",
    "What lies between W_hn h′ and tanh?"
  ) {
    $0.dq = { $0.dn }
    $0.throughCandidate = { p, step in p.Whn.transposedProduct(step.dn * step.r) }
  },
  wrongBackward(
    "dWhn without the reset gate",
    "W_hn gets a full gradient even where the reset gate was closed; b_hn is right.",
    "What lies between W_hn h′ and tanh?"
  ) {
    $0.dWhn = { $0.dn.outer($1) }
  },
  wrongBackward(
    "a dbhn that equals dbxn", "b_hn gets a full gradient even where the reset gate was closed.",
    "Which of the two biases does the reset gate weigh?"
  ) {
    $0.finish = { _, output in output.gradients.bhn = output.gradients.bxn }
  },
  wrongBackward(
    "1 − r where r belongs, in dq",
    "W_hn, b_hn and the carry get a gradient where r is near 0, and none where r is near 1.",
    "How much of q is in the candidate's sum?"
  ) {
    $0.dq = { $0.dn * (1 - $0.r) }
  },
  wrongBackward(
    "the gradient of the other GRU, whose reset gate stands before the product",
    "Four quantities follow a cell whose reset gate weighs h_{t−1} before W_hn does.",
    "Does r multiply h_{t−1} in this lesson's cell, or what W_hn made of it?"
  ) {
    $0.dr = { step, p in p.Whn.transposedProduct(step.dn) * step.old * step.r * (1 - step.r) }
    $0.dq = { $0.dn }
    $0.dWhn = { $0.dn.outer($0.r * $1) }
    $0.throughCandidate = { p, step in step.r * p.Whn.transposedProduct(step.dn) }
  },
]

typealias GRUBackwardMisconception = Misconception<GRUBackwardInput, GRUBackwardOutput>

/// A backward pass with one decision changed.
func wrongBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenGRUBackward) -> Void
) -> GRUBackwardMisconception { wrongPass(name, explanation, question, change) }

func rightCarry(
  _ p: GRUParameters, _ step: OpenGRUBackward.Step, _ throughCandidate: Vector
) -> Vector {
  OpenGRUBackward().carry(p, step, throughCandidate)
}
