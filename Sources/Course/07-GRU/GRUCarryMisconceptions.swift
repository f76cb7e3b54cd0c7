import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong between two steps: the gradient that step t hands back to step t − 1.
let gruCarryMisconceptions: [GRUBackwardMisconception] = [
  wrongBackward(
    "dh without what comes back from the next step", "",
    "Through which two ways does h_t act on the loss?"
  ) { $0.dHidden = { $0.dOutput } },
  wrongBackward(
    "a carry without the straight way, dh ⊙ z", "",
    "Through what does h_{t−1} reach h_t where z is 1?"
  ) { $0.carry = { p, step, through in rightCarry(p, step, through) - step.dHidden * step.z } },
  wrongBackward(
    "a carry of the straight way alone, dh ⊙ z", "",
    "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { _, step, _ in step.dHidden * step.z } },
  wrongBackward(
    "a carry that lacks the reset gate's share", "",
    "In how many of the three sums does h_{t−1} occur?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whr.transposedProduct(step.dr)
    }
  },
  wrongBackward(
    "a carry that lacks the update gate's share", "",
    "In how many of the three sums does h_{t−1} occur?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whz.transposedProduct(step.dz)
    }
  },
  wrongBackward(
    "a carry that lacks the candidate's share", "",
    "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { p, step, through in rightCarry(p, step, through) - through } },
  wrongBackward(
    "a carry that lacks both gates' shares", "", "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { _, step, through in step.dHidden * step.z + through } },
  wrongBackward(
    "a candidate's share of the carry without the reset gate", "", "What lies between q and tanh?"
  ) { $0.throughCandidate = { p, step in p.Whn.transposedProduct(step.dn) } },
  wrongBackward(
    "a candidate's share of the carry with r on the wrong side of W_hn", "",
    "Which comes first on the way back from tanh: r, or W_hn?"
  ) { $0.throughCandidate = { p, step in step.r * p.Whn.transposedProduct(step.dn) } },
  wrongBackward("a straight way without z: dh", "", "How much of h_{t−1} is in h_t?") {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - step.z)
    }
  },
  wrongBackward("1 − z on the straight way", "", "How much of h_{t−1} is in h_t?") {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - 2 * step.z)
    }
  },
  wrongBackward(
    "the logits' share of dh alone on the straight way", "",
    "Does what step t hands back contain what step t itself was handed?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + (step.dOutput - step.dHidden) * step.z
    }
  },
  wrongBackward(
    "z of the wrong step on the straight way", "",
    "Which step's update gate lies between h_t and h_{t+1}?"
  ) {
    $0.dHidden = { $0.dOutput + $0.dHiddenNext * $0.z }
    $0.carry = { _, step, _ in step.dHidden }
  },
  wrongBackward(
    "Whr and Whz exchanged on the way back", "",
    "Which matrix did the sum go through whose gradient is dr?"
  ) {
    $0.carry = { p, step, through in
      step.dHidden * step.z + p.Whz.transposedProduct(step.dr) + p.Whr.transposedProduct(step.dz)
        + through
    }
  },
  wrongBackward(
    "Whz and Whn exchanged on the way back", "",
    "Which matrix did the sum go through whose gradient is dz?"
  ) {
    $0.carry = { p, step, _ in
      step.dHidden * step.z + p.Whr.transposedProduct(step.dr) + p.Whn.transposedProduct(step.dz)
        + p.Whz.transposedProduct(step.dq)
    }
  },
  wrongBackward(
    "a way back through the weights, not through their transposes", "",
    "What is the gradient of W h by h?"
  ) {
    $0.carry = { p, step, _ in
      step.dHidden * step.z + p.Whr * step.dr + p.Whz * step.dz + p.Whn * step.dq
    }
  },
  wrongBackward(
    "a carry that is added up instead of replaced", "",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.carry = { p, step, through in step.dHiddenNext + rightCarry(p, step, through) } },
  // The initial state.
  wrongBackward(
    "a dInitialHidden of zero", "",
    "Does the loss depend on the hidden state before the first step?"
  ) { $0.finish = { $1.dInitialHidden *= 0 } },
  wrongBackward(
    "a dInitialHidden that is one step late: the gradient by the first step's hidden state", "",
    "How many steps lie between the initial state and `trace.steps[0].hidden`?"
  ) { $0.initial = { $0.dHidden } },
  wrongBackward(
    "a dInitialHidden that is one step late: what the second step hands back", "",
    "Has the carry been through the first step when you return it?"
  ) { $0.initial = { $0.dHiddenNext } },
]
