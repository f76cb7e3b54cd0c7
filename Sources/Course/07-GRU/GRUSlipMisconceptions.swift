import Checking
import Contracts
import Recurrent
import Reference

// A letter or a factor of the neighbouring line, in one step of the way back.
let gruSlipMisconceptions: [GRUBackwardMisconception] = [
  // Which gate.
  wrongBackward(
    "r(1 − r) in dz: the reset gate's slope", "dz is taken with the slope of the other gate.",
    "Which gate went through the σ whose slope stands in dz?"
  ) { $0.dz = { $0.dHidden * ($0.old - $0.n) * $0.r * (1 - $0.r) } },
  wrongBackward(
    "z(1 − z) in dr: the update gate's slope", "dr is taken with the slope of the other gate.",
    "Which gate went through the σ whose slope stands in dr?"
  ) { $0.dr = { step, _ in step.dn * step.q * step.z * (1 - step.z) } },
  wrongBackward(
    "the slopes of the two gates exchanged",
    "dz is taken with the reset gate's slope, and dr with the update gate's.",
    "Which gate went through which σ?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) * $0.r * (1 - $0.r) }
    $0.dr = { step, _ in step.dn * step.q * step.z * (1 - step.z) }
  },
  wrongBackward(
    "z where r belongs, in dq", "What q gets is decided by the gate that it never met.",
    "Which gate multiplies q?"
  ) { $0.dq = { $0.dn * $0.z } },
  wrongBackward(
    "1 − r where 1 − z belongs, in dn",
    "How much the candidate gets is decided by the gate that acts inside of it.",
    "Which gate mixes n and h_{t−1}?"
  ) { $0.dn = { $0.dHidden * (1 - $0.r) * (1 - $0.n * $0.n) } },
  wrongBackward(
    "r where 1 − z belongs, in dn",
    "How much the candidate gets is decided by the gate that acts inside of it.",
    "Which gate mixes n and h_{t−1}?"
  ) { $0.dn = { $0.dHidden * $0.r * (1 - $0.n * $0.n) } },
  wrongBackward(
    "r on the straight way, where z belongs",
    "What passes straight back is weighed by the gate of the candidate's past.",
    "Which gate decides how much of h_{t−1} is kept?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (step.r - step.z)
    }
  },
  // Slopes.
  wrongBackward(
    "1 − z²: a tanh's derivative for the update gate",
    "The update gate gets too much gradient, most of all where it is nearly closed.",
    "Which function makes a gate?"
  ) { $0.dz = { $0.dHidden * ($0.old - $0.n) * (1 - $0.z * $0.z) } },
  wrongBackward(
    "1 − r²: a tanh's derivative for the reset gate",
    "The reset gate gets too much gradient, most of all where it is nearly closed.",
    "Which function makes a gate?"
  ) { $0.dr = { step, _ in step.dn * step.q * (1 - step.r * step.r) } },
  wrongBackward(
    "1 − z and 1 − r where z(1 − z) and r(1 − r) belong",
    "Both gates get too much gradient, most of all where they are nearly closed.",
    "What is σ′ in terms of its value?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) * (1 - $0.z) }
    $0.dr = { step, _ in step.dn * step.q * (1 - step.r) }
  },
  wrongBackward(
    "update and reset gate without their derivatives",
    "dz and dr are those by the gates' values, not by the sums that made them.",
    "Through what do the gates' sums go?"
  ) {
    $0.dz = { $0.dHidden * ($0.old - $0.n) }
    $0.dr = { step, _ in step.dn * step.q }
  },
  wrongBackward(
    "1 − q² where 1 − n² belongs",
    "The slope is taken at the recurrent term, which has not been through tanh.",
    "Which vector came out of tanh?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * (1 - $0.q * $0.q) } },
  wrongBackward(
    "1 + n² where 1 − n² belongs", "Saturated candidates get the most gradient of all.",
    "Is tanh steepest at 0 or far from it?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * (1 + $0.n * $0.n) } },
  wrongBackward(
    "n² where 1 − n² belongs", "Candidates near zero get no gradient, and saturated ones most.",
    "Is tanh steepest at 0 or far from it?"
  ) { $0.dn = { $0.dHidden * (1 - $0.z) * $0.n * $0.n } },
  wrongBackward(
    "the reset gate's derivative in dq: r(1 − r)",
    "What goes back to q is damped as if q stood inside of the reset gate's σ.",
    "What is the derivative of r ⊙ q by q?"
  ) { $0.dq = { $0.dn * $0.r * (1 - $0.r) } },
  wrongBackward(
    "r twice in dq", "A half open reset gate lets only a quarter back to q.",
    "How often does r stand beside q?"
  ) { $0.dq = { $0.dn * $0.r * $0.r } },
  wrongBackward(
    "dq and dr without tanh′",
    "dWxn is right, but reset gate and recurrent term hear what has not been back through tanh.",
    "On which side of tanh do r and q stand?"
  ) {
    $0.dr = { step, _ in step.dHidden * (1 - step.z) * step.q * step.r * (1 - step.r) }
    $0.dq = { $0.dHidden * (1 - $0.z) * $0.r }
  },
  // Products.
  wrongBackward(
    "h_{t−1} + n where h_{t−1} − n belongs, in dz",
    "What was new speaks for keeping, as if both shares grew with z.",
    "With which sign does z stand before n?"
  ) { $0.dz = { $0.dHidden * ($0.old + $0.n) * $0.z * (1 - $0.z) } },
  wrongBackward(
    "dz from dn in place of dh",
    "The update gate's gradient goes through the candidate, which stands beside it.",
    "Does z act inside of tanh or behind it?"
  ) { $0.dz = { $0.dn * ($0.old - $0.n) * $0.z * (1 - $0.z) } },
  wrongBackward(
    "dh weighed by z before gates and candidate see it",
    "Only what passes straight back should meet z, but dn and dz have met it, too.",
    "Which of the four gradients of a step contain z itself as a factor?"
  ) {
    $0.dn = { $0.dHidden * $0.z * (1 - $0.z) * (1 - $0.n * $0.n) }
    $0.dz = { $0.dHidden * $0.z * ($0.old - $0.n) * $0.z * (1 - $0.z) }
  },
  wrongBackward(
    "dh weighed by 1 − z before dz sees it",
    "The update gate hears only of what was let in.",
    "What is the derivative of the mixture by z?"
  ) { $0.dz = { $0.dHidden * (1 - $0.z) * ($0.old - $0.n) * $0.z * (1 - $0.z) } },
  // The carry.
  wrongBackward(
    "Whz for both gates on the way back",
    "dr goes back through the update gate's weights, as dz does.",
    "Which matrix did the sum go through whose gradient is dr?"
  ) {
    $0.carry = { p, step, through in
      step.dHidden * step.z + p.Whz.transposedProduct(step.dr + step.dz) + through
    }
  },
  wrongBackward(
    "Whr for both gates on the way back",
    "dz goes back through the reset gate's weights, as dr does.",
    "Which matrix did the sum go through whose gradient is dz?"
  ) {
    $0.carry = { p, step, through in
      step.dHidden * step.z + p.Whr.transposedProduct(step.dr + step.dz) + through
    }
  },
  wrongBackward(
    "Whr and Whn exchanged on the way back",
    "dr goes back through the candidate's weights, and dq through the reset gate's.",
    "Which matrix did the sum go through whose gradient is dr?"
  ) {
    $0.carry = { p, step, _ in
      step.dHidden * step.z + p.Whn.transposedProduct(step.dr) + p.Whz.transposedProduct(step.dz)
        + p.Whr.transposedProduct(step.dq)
    }
  },
  wrongBackward(
    "a way back through Whr itself, not through its transpose",
    "The gradient takes each connection from h to the reset gate in the wrong direction.",
    "What is the gradient of W h by h?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whr.transposedProduct(step.dr) + p.Whr * step.dr
    }
  },
  wrongBackward(
    "a way back through Whz itself, not through its transpose",
    "The gradient takes each connection from h to the update gate in the wrong direction.",
    "What is the gradient of W h by h?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whz.transposedProduct(step.dz) + p.Whz * step.dz
    }
  },
  wrongBackward(
    "a way back through Whn itself, not through its transpose",
    "The gradient takes each connection from h to the candidate in the wrong direction.",
    "What is the gradient of W h by h?"
  ) { $0.throughCandidate = { p, step in p.Whn * step.dq } },
  wrongBackward(
    "what came back alone on the straight way",
    "The step's own logits have no share in what passes straight back.",
    "Does what step t hands back contain what its own logits say?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + (step.dHiddenNext - step.dHidden) * step.z
    }
  },
  wrongBackward(
    "a carry weighed by z as a whole",
    "What comes back through gates and candidate is weighed by the update gate, too.",
    "Which of the four ways back meets z once more?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) * step.z + step.dHidden * step.z * (1 - step.z)
    }
  },
]
