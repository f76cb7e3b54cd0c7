import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong between two steps: the gradient that step t hands back to step t − 1.
let gruCarryMisconceptions: [GRUBackwardMisconception] = [
  wrongBackward(
    "dh without what comes back from the next step",
    "Each h_t hears of its own logits only; what it does to later steps is lost.",
    "Through which two ways does h_t act on the loss?"
  ) { $0.dHidden = { $0.dOutput } },
  wrongBackward(
    "a carry without the straight way, dh ⊙ z",
    "What the update gate kept of h_{t−1} gets no gradient, though it went into h_t as it was.",
    "Through what does h_{t−1} reach h_t where z is 1?"
  ) { $0.carry = { p, step, through in rightCarry(p, step, through) - step.dHidden * step.z } },
  wrongBackward(
    "a carry of the straight way alone, dh ⊙ z",
    "What h_{t−1} did to gates and candidate of step t is left out.",
    "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { _, step, _ in step.dHidden * step.z } },
  wrongBackward(
    "a carry that lacks the reset gate's share",
    "What h_{t−1} did to the reset gate of step t is left out.",
    "In how many of the three sums does h_{t−1} occur?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whr.transposedProduct(step.dr)
    }
  },
  wrongBackward(
    "a carry that lacks the update gate's share",
    "What h_{t−1} did to the update gate of step t is left out.",
    "In how many of the three sums does h_{t−1} occur?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) - p.Whz.transposedProduct(step.dz)
    }
  },
  wrongBackward(
    "a carry that lacks the candidate's share",
    "What h_{t−1} did to the candidate of step t is left out.",
    "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { p, step, through in rightCarry(p, step, through) - through } },
  wrongBackward(
    "a carry that lacks both gates' shares",
    "What h_{t−1} did to the two gates of step t is left out.",
    "In how many of the three sums does h_{t−1} occur?"
  ) { $0.carry = { _, step, through in step.dHidden * step.z + through } },
  wrongBackward(
    "a candidate's share of the carry without the reset gate",
    "What passes back through the candidate is not weighed by the reset gate that it met.",
    "What lies between q and tanh?"
  ) { $0.throughCandidate = { p, step in p.Whn.transposedProduct(step.dn) } },
  wrongBackward(
    "a candidate's share of the carry with r on the wrong side of W_hn",
    "The reset gate weighs the units of h_{t−1}, where it had weighed those of q.",
    "Which comes first on the way back from tanh: r, or W_hn?"
  ) { $0.throughCandidate = { p, step in step.r * p.Whn.transposedProduct(step.dn) } },
  wrongBackward(
    "a straight way without z: dh",
    "Gradients pass straight back undiminished, even where the update gate kept nothing.",
    "How much of h_{t−1} is in h_t?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - step.z)
    }
  },
  wrongBackward(
    "1 − z on the straight way",
    "Gradients pass straight back where the gate let something new in, and stop where it kept.",
    "How much of h_{t−1} is in h_t?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + step.dHidden * (1 - 2 * step.z)
    }
  },
  wrongBackward(
    "the logits' share of dh alone on the straight way",
    "Along the straight way a loss reaches the step before it and no further.",
    "Does what step t hands back contain what step t itself was handed?"
  ) {
    $0.carry = { p, step, through in
      rightCarry(p, step, through) + (step.dOutput - step.dHidden) * step.z
    }
  },
  wrongBackward(
    "z of the wrong step on the straight way",
    "The straight way alone leads back, and what comes from step t + 1 is weighed by step t's z.",
    "Which step's update gate lies between h_t and h_{t+1}?"
  ) {
    $0.dHidden = { $0.dOutput + $0.dHiddenNext * $0.z }
    $0.carry = { _, step, _ in step.dHidden }
  },
  wrongBackward(
    "Whr and Whz exchanged on the way back",
    "dr goes back through the update gate's weights, and dz through the reset gate's.",
    "Which matrix did the sum go through whose gradient is dr?"
  ) {
    $0.carry = { p, step, through in
      step.dHidden * step.z + p.Whz.transposedProduct(step.dr) + p.Whr.transposedProduct(step.dz)
        + through
    }
  },
  wrongBackward(
    "Whz and Whn exchanged on the way back",
    "dz goes back through the candidate's weights, and dq through the update gate's.",
    "Which matrix did the sum go through whose gradient is dz?"
  ) {
    $0.carry = { p, step, _ in
      step.dHidden * step.z + p.Whr.transposedProduct(step.dr) + p.Whn.transposedProduct(step.dz)
        + p.Whz.transposedProduct(step.dq)
    }
  },
  wrongBackward(
    "a way back through the weights, not through their transposes",
    "The gradient takes each connection from h to gates and candidate in the wrong direction.",
    "What is the gradient of W h by h?"
  ) {
    $0.carry = { p, step, _ in
      step.dHidden * step.z + p.Whr * step.dr + p.Whz * step.dz + p.Whn * step.dq
    }
  },
  wrongBackward(
    "a carry that is added up instead of replaced",
    "Old gradients stay in the carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.carry = { p, step, through in step.dHiddenNext + rightCarry(p, step, through) } },
  // The initial state.
  wrongBackward(
    "a dInitialHidden of zero",
    "The hidden state before the first step gets no gradient, as if it had no influence.",
    "Does the loss depend on the hidden state before the first step?"
  ) { $0.finish = { $1.dInitialHidden *= 0 } },
  wrongBackward(
    "a dInitialHidden that is one step late: the gradient by the first step's hidden state",
    "You return the gradient by the first step's own hidden state, one step later in time.",
    "How many steps lie between the initial state and `trace.steps[0].hidden`?"
  ) { $0.initial = { $0.dHidden } },
  wrongBackward(
    "a dInitialHidden that is one step late: what the second step hands back",
    "You return the carry as it was before the first step was worked through.",
    "Has the carry been through the first step when you return it?"
  ) { $0.initial = { $0.dHiddenNext } },
]
