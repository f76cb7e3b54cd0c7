import Recurrent
import Reference

// The activations, the update gate and what it acts on.
let gruUpdateMisconceptions = [
  wrongStep(
    "a candidate through sigmoid",
    "The candidate can never be negative, so the state drifts upwards.",
    "Can the candidate be negative?"
  ) {
    $0.activateCandidate = { sum, _ in try sigmoid(sum) }
  },
  wrongStep(
    "a candidate without its activation",
    "A single token may write a number of any size into the state.",
    "In which range does the candidate lie?"
  ) {
    $0.activateCandidate = { sum, _ in sum }
  },
  wrongStep(
    "a candidate through ReLU", "The candidate can never be negative, so the state drifts upwards.",
    "Can the candidate be negative?"
  ) {
    $0.activateCandidate = { sum, _ in sum.map { max(0, $0) } }
  },
  wrongStep(
    "gates through tanh",
    "Both gates may become negative, and then turn round the sign of what they weigh.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in try tanh(gate) }
  },
  wrongStep(
    "a reset gate through tanh",
    "The reset gate may become negative, and then turns round the sign of the past.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .reset ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep(
    "an update gate through tanh",
    "The update gate may become negative, so the two shares are no shares any more.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .update ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep(
    "gates through sigmoid twice",
    "Both gates are at least half open, so that nothing can be shut out or renewed whole.",
    "What is the smallest value of σ(σ(x))?"
  ) {
    $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
  },
  wrongStep(
    "gates through softmax", "The units of a gate compete, so that only one of them can be open.",
    "Does the gate of one unit depend on those of the others?"
  ) {
    $0.activateGate = { gate, _ in try softmax(gate) }
  },
  wrongStep(
    "gates without their activation",
    "A gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in gate }
  },
  wrongStep(
    "the other sign of the update gate: z ⊙ n + (1 − z) ⊙ h′, as in Chung et al. 2014",
    "An update gate near 1 takes everything new in, where it should keep the old state.",
    "What should be left of h′ where z is 1?"
  ) { $0.hidden = { $0.z * $0.n + (1 - $0.z) * $0.old } },
  wrongStep(
    "the reset gate where the update gate belongs",
    "The gate that should weigh the candidate's past decides how much is kept, too.",
    "Which gate mixes n and h′?"
  ) {
    $0.hidden = { (1 - $0.r) * $0.n + $0.r * $0.old }
  },
  wrongStep(
    "a new state without 1 − z: n + z ⊙ h′",
    "The candidate enters whole, so the state can grow beyond −1 and 1.",
    "Do the two shares add up to 1?"
  ) {
    $0.hidden = { $0.n + $0.z * $0.old }
  },
  wrongStep(
    "a new state that keeps all: (1 − z) ⊙ n + h′",
    "The old state stays whole and can only be added to.", "Do the two shares add up to 1?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n + $0.old }
  },
  wrongStep(
    "a new state that forgets all: (1 − z) ⊙ n",
    "Nothing of the old state is kept, wherever the gate stands.",
    "What is z for, where it is near 1?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n }
  },
  wrongStep(
    "a new state that takes in nothing: z ⊙ h′",
    "The state can only fade, since nothing new is ever written into it.",
    "Where does the candidate come in?"
  ) {
    $0.hidden = { $0.z * $0.old }
  },
  wrongStep(
    "the candidate as the new state", "The old state is kept nowhere but inside of the candidate.",
    "Where does the update gate come in?"
  ) {
    $0.hidden = { $0.n }
  },
  wrongStep(
    "the reset old state in the mixture: z ⊙ r ⊙ h′",
    "What is kept is weighed by the reset gate as well, and fades where that is closed.",
    "Does the reset gate change what is kept?"
  ) { $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.r * $0.old } },
  wrongStep(
    "q in the mixture in place of h′",
    "What is kept has been through W_hn first, so it changes at every step.",
    "What is kept: h′, or what W_hn made of it?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.q }
  },
  wrongStep(
    "the new state through tanh",
    "The state is squeezed once more at every step, so what is kept fades.",
    "Can a mixture of n and h′ leave their range?"
  ) {
    $0.hidden = { try tanh((1 - $0.z) * $0.n + $0.z * $0.old) }
  },
  wrongStep(
    "a product of the two shares",
    "Where there is nothing to keep, nothing new can come in either.",
    "How are what is kept and what is new combined?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n * ($0.z * $0.old) }
  },
]
