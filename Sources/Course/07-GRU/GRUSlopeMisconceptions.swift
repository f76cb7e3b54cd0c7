import Checking
import Contracts
import Recurrent
import Reference

// The derivatives of σ and tanh inside one step.
let gruSlopeMisconceptions: [GRUBackwardMisconception] = [
  wrongBackward(
    "a candidate without its derivative",
    "The candidate's gradients, and what follows from them, are too large where it is near ±1.",
    "Through what does the candidate's sum go?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) }
  },
  wrongBackward(
    "an update gate without its derivative",
    "The update gate's gradients are too large, the more so the more decided it is.",
    "Through what does its sum go?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) }
  },
  wrongBackward(
    "a reset gate without its derivative",
    "The reset gate's gradients are too large, the more so the more decided it is.",
    "Through what does its sum go?"
  ) {
    $0.dr = { step, _ in step.dn * step.q }
  },
  wrongBackward(
    "gates and candidate without any derivative",
    "All three gradients are those by the activated values, not by the sums that made them.",
    "What lies between a sum and its gate?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) }
    $0.dz = { $0.dHidden * ($0.old - $0.n) }
    $0.dr = { step, _ in step.dn * step.q }
  },
  wrongBackward(
    "1 − z where z(1 − z) belongs, in dz",
    "The update gate's gradients are too large, most of all where it is nearly closed.",
    "What is σ′ in terms of its value z?"
  ) { $0.dz = { $0.dHidden * ($0.old - $0.n) * (1 - $0.z) } },
  wrongBackward(
    "1 − r where r(1 − r) belongs, in dr",
    "The reset gate's gradients are too large, most of all where it is nearly closed.",
    "What is σ′ in terms of its value r?"
  ) { $0.dr = { step, _ in step.dn * step.q * (1 - step.r) } },
  wrongBackward(
    "n(1 − n): a sigmoid's derivative for the candidate",
    "Where the candidate is negative, its gradient changes its sign.",
    "Which function makes the candidate?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * $0.n * (1 - $0.n) } },
  wrongBackward(
    "1 − n where 1 − n² belongs",
    "Positive candidates get too little gradient, and negative ones too much.",
    "What is tanh′ in terms of its value n?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) * (1 - $0.n) }
  },
  wrongBackward(
    "1 − h² where 1 − n² belongs",
    "The slope is taken at the mixture, so a kept old state decides how steep tanh was.",
    "Which vector came out of tanh: n_t or h_t?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) * (1 - $0.hidden * $0.hidden) }
  },
  wrongBackward(
    "1 − r², 1 − z²: a tanh's derivative for the gates",
    "Both gates get too much gradient, most of all where they are nearly closed.",
    "Which function makes a gate?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) * (1 - $0.z * $0.z) }
    $0.dr = { step, _ in step.dn * step.q * (1 - step.r * step.r) }
  },
  wrongBackward(
    "tanh applied again to the candidate, in its derivative",
    "tanh is applied a second time, so its slope hardly sees where the candidate is saturated.",
    "`candidate` has been through tanh: what is tanh′ in terms of n?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * tanhSlopeTwice($0.n) } },
  wrongBackward(
    "σ applied again to the update gate, in its derivative",
    "σ is applied a second time, so its slope comes out nearly flat, whatever the gate's value.",
    "`updateGate` has been through σ: what is σ′ in terms of its value z?"
  ) { $0.dz = { $0.dHidden * ($0.old - $0.n) * sigmoidSlopeTwice($0.z) } },
  wrongBackward(
    "σ applied again to the reset gate, in its derivative",
    "σ is applied a second time, so its slope comes out nearly flat, whatever the gate's value.",
    "`resetGate` has been through σ: what is σ′ in terms of its value r?"
  ) { $0.dr = { step, _ in step.dn * step.q * sigmoidSlopeTwice(step.r) } },
  wrongBackward(
    "σ and tanh applied again to every activated value",
    "σ and tanh are applied a second time, so no derivative sees where its gate is saturated.",
    "Which values in the trace have not been through σ or tanh yet?"
  ) {
    $0.dn = { $0.dHidden * (1 - $0.z) * tanhSlopeTwice($0.n) }
    $0.dz = { $0.dHidden * ($0.old - $0.n) * sigmoidSlopeTwice($0.z) }
    $0.dr = { step, _ in step.dn * step.q * sigmoidSlopeTwice(step.r) }
  },
]
