import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong inside one step: which gate is which, what each one is multiplied with, and the
// derivatives of σ and tanh.
let gruGateMisconceptions: [GRUBackwardMisconception] = [
  // Which gate is which.
  wrongBackward(
    "the values of reset and update gate taken for each other", "",
    "Which field of the step holds z?"
  ) {
    $0.read = { .init(r: $0.updateGate, z: $0.resetGate, q: $0.recurrentTerm, n: $0.candidate) }
  },
  wrongBackward(
    "the values of candidate and recurrent term taken for each other", "",
    "Which field of the step holds n?"
  ) {
    $0.read = { .init(r: $0.resetGate, z: $0.updateGate, q: $0.candidate, n: $0.recurrentTerm) }
  },
  wrongBackward(
    "the gradients of reset and update gate exchanged", "",
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
    "the gradients of update gate and candidate exchanged", "",
    "Which of the weights made the candidate?"
  ) {
    $0.finish = { _, output in
      swap(&output.gradients.Wxz, &output.gradients.Wxn)
      swap(&output.gradients.Whz, &output.gradients.Whn)
      swap(&output.gradients.bxz, &output.gradients.bxn)
      swap(&output.gradients.bhz, &output.gradients.bhn)
    }
  },
  wrongBackward("dbxn and dbhn exchanged", "", "Which of the two biases does the reset gate weigh?")
  {
    $0.finish = { _, output in swap(&output.gradients.bxn, &output.gradients.bhn) }
  },
  // The candidate.
  wrongBackward("1 − z left out of dn", "", "How much of n_t is in h_t?") {
    $0.dn = { $0.dHidden * (1 - $0.n * $0.n) }
  },
  wrongBackward("z where 1 − z belongs, in dn", "", "How much of n_t is in h_t?") {
    $0.dn = { $0.dHidden * $0.z * (1 - $0.n * $0.n) }
  },
  wrongBackward("dn from the logits' share of dh alone", "", "What is all of h_t's gradient?") {
    $0.dn = { $0.dOutput * (1 - $0.z) * (1 - $0.n * $0.n) }
  },
  // The update gate.
  wrongBackward(
    "the opposite sign in dz: n − h_{t−1}", "",
    "If z_t grows, does h_t move towards n or towards h_{t−1}?"
  ) { $0.dz = { $0.dHidden * ($0.n - $0.old) * $0.z * (1 - $0.z) } },
  wrongBackward(
    "the other sign of z throughout: z ⊙ n + (1 − z) ⊙ h_{t−1}", "",
    "What does this lesson's cell keep where z is 1?"
  ) {
    $0.dn = { $0.dHidden * $0.z * (1 - $0.n * $0.n) }
    $0.dz = { $0.dHidden * ($0.n - $0.old) * $0.z * (1 - $0.z) }
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - 2 * step.z)
    }
  },
  wrongBackward("h_{t−1} left out of dz", "", "In which two products does z_t occur?") {
    $0.dz = { -$0.dHidden * $0.n * $0.z * (1 - $0.z) }
  },
  wrongBackward("the candidate left out of dz", "", "In which two products does z_t occur?") {
    $0.dz = { $0.dHidden * $0.old * $0.z * (1 - $0.z) }
  },
  wrongBackward("h_t where h_{t−1} belongs, in dz", "", "Which state does z_t keep?") {
    $0.dz = { $0.dHidden * ($0.hidden - $0.n) * $0.z * (1 - $0.z) }
  },
  wrongBackward("q where h_{t−1} belongs, in dz", "", "Which vector does z_t keep?") {
    $0.dz = { $0.dHidden * ($0.q - $0.n) * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "an initial state of zero, in dz", "", "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
  },
  wrongBackward(
    "h[−1] at t = 0: the last state instead of the initial one, in dz", "",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.steps[$1 > 0 ? $1 - 1 : $0.steps.count - 1].hidden } },
  wrongBackward("dz from the logits' share of dh alone", "", "What is all of h_t's gradient?") {
    $0.dz = { $0.dOutput * ($0.old - $0.n) * $0.z * (1 - $0.z) }
  },
  // The reset gate.
  wrongBackward("q left out of dr", "", "What does r_t multiply?") {
    $0.dr = { step, _ in step.dn * step.r * (1 - step.r) }
  },
  wrongBackward("h_{t−1} where q belongs, in dr", "", "What does r_t multiply: h_{t−1}, or q?") {
    $0.dr = { step, _ in step.dn * step.old * step.r * (1 - step.r) }
  },
  wrongBackward("r ⊙ q where q belongs, in dr", "", "What is the derivative of r ⊙ q by r?") {
    $0.dr = { step, _ in step.dn * step.r * step.q * step.r * (1 - step.r) }
  },
  wrongBackward("the candidate where q belongs, in dr", "", "What does r_t multiply?") {
    $0.dr = { step, _ in step.dn * step.n * step.r * (1 - step.r) }
  },
  wrongBackward(
    "dr before the derivative of tanh", "",
    "The reset gate acts inside tanh. Where does tanh′ come in?"
  ) { $0.dr = { step, _ in step.dHidden * (1 - step.z) * step.q * step.r * (1 - step.r) } },
  wrongBackward("dr from dh in place of dn", "", "Does the reset gate act on h_t or inside n_t?") {
    $0.dr = { step, _ in step.dHidden * step.q * step.r * (1 - step.r) }
  },
  // The recurrent term.
  wrongBackward(
    "dq without the reset gate, in weights, bias and carry", "", "What lies between q and tanh?"
  ) { $0.dq = { $0.dn } },
  wrongBackward("dWhn and dbhn without the reset gate", "", "What lies between W_hn h′ and tanh?") {
    $0.dq = { $0.dn }
    $0.throughCandidate = { p, step in p.Whn.transposedProduct(step.dn * step.r) }
  },
  wrongBackward("dWhn without the reset gate", "", "What lies between W_hn h′ and tanh?") {
    $0.dWhn = { $0.dn.outer($1) }
  },
  wrongBackward("a dbhn that equals dbxn", "", "Which of the two biases does the reset gate weigh?")
  {
    $0.finish = { _, output in output.gradients.bhn = output.gradients.bxn }
  },
  wrongBackward("1 − r where r belongs, in dq", "", "How much of q is in the candidate's sum?") {
    $0.dq = { $0.dn * (1 - $0.r) }
  },
  wrongBackward(
    "the gradient of the other GRU, whose reset gate stands before the product", "",
    "Does r multiply h_{t−1} in this lesson's cell, or what W_hn made of it?"
  ) {
    $0.dr = { step, p in p.Whn.transposedProduct(step.dn) * step.old * step.r * (1 - step.r) }
    $0.dq = { $0.dn }
    $0.dWhn = { $0.dn.outer($0.r * $1) }
    $0.throughCandidate = { p, step in step.r * p.Whn.transposedProduct(step.dn) }
  },
  // The activations' derivatives.
  wrongBackward(
    "a candidate without its derivative", "", "Through what does the candidate's sum go?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) }
  },
  wrongBackward("an update gate without its derivative", "", "Through what does its sum go?") {
    $0.dz = { $0.dHidden * ($0.old - $0.n) }
  },
  wrongBackward("a reset gate without its derivative", "", "Through what does its sum go?") {
    $0.dr = { step, _ in step.dn * step.q }
  },
  wrongBackward(
    "gates and candidate without any derivative", "", "What lies between a sum and its gate?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) }
    $0.dz = { $0.dHidden * ($0.old - $0.n) }
    $0.dr = { step, _ in step.dn * step.q }
  },
  wrongBackward(
    "n(1 − n): a sigmoid's derivative for the candidate", "", "Which function makes the candidate?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * $0.n * (1 - $0.n) } },
  wrongBackward("1 − n where 1 − n² belongs", "", "What is tanh′ in terms of its value n?") {
    $0.dn = { $0.dHidden * (1 - $0.z) * (1 - $0.n) }
  },
  wrongBackward("1 − h² where 1 − n² belongs", "", "Which vector came out of tanh: n_t or h_t?") {
    $0.dn = { $0.dHidden * (1 - $0.z) * (1 - $0.hidden * $0.hidden) }
  },
  wrongBackward(
    "1 − r², 1 − z²: a tanh's derivative for the gates", "", "Which function makes a gate?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) * (1 - $0.z * $0.z) }
    $0.dr = { step, _ in step.dn * step.q * (1 - step.r * step.r) }
  },
  wrongBackward(
    "tanh applied again to the candidate, in its derivative", "",
    "`candidate` has been through tanh: what is tanh′ in terms of n?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * tanhSlope($0.n) } },
  wrongBackward(
    "σ applied again to the update gate, in its derivative", "",
    "`updateGate` has been through σ: what is σ′ in terms of its value z?"
  ) { $0.dz = { $0.dHidden * ($0.old - $0.n) * sigmoidSlope($0.z) } },
  wrongBackward(
    "σ applied again to the reset gate, in its derivative", "",
    "`resetGate` has been through σ: what is σ′ in terms of its value r?"
  ) { $0.dr = { step, _ in step.dn * step.q * sigmoidSlope(step.r) } },
  wrongBackward(
    "σ and tanh applied again to every activated value", "",
    "Which values in the trace have not been through σ or tanh yet?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) * tanhSlope($0.n) }
    $0.dz = { $0.dHidden * ($0.old - $0.n) * sigmoidSlope($0.z) }
    $0.dr = { step, _ in step.dn * step.q * sigmoidSlope(step.r) }
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

/// The slope of tanh at y, which is tanh's value already.
private func tanhSlope(_ y: Vector) -> Vector { y.map { 1 - tanh($0) * tanh($0) } }

/// σ(y)(1 − σ(y)) of a y that is σ's value already.
private func sigmoidSlope(_ y: Vector) -> Vector {
  y.map { 1 / (1 + exp(-$0)) * (1 - 1 / (1 + exp(-$0))) }
}
