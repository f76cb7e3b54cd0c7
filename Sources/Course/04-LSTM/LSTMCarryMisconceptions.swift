import Checking
import Contracts
import Recurrent
import Reference

// What goes wrong between two steps: the two gradients that step t hands back to step t − 1.
let lstmCarryMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // Their arrival.
  wrongBackward(
    "dh without what comes back from the next step",
    "Each h_t hears of its own logits only; what it does to later gates is lost.",
    "Through which two ways does h_t act on the loss?"
  ) { $0.dHidden = { $0.dOutput } },
  wrongBackward(
    "dC without what comes back from the next step",
    "Each c_t hears of its own h_t only, so nothing reaches back along the cell.",
    "Through which two ways does c_t act on the loss?"
  ) { $0.dCell = { $0.own } },
  wrongBackward(
    "both dh and dC without what comes back from the next step",
    "Nothing passes from step to step: each one is treated as if it were the last.",
    "Where do you use what step t + 1 hands back?"
  ) {
    $0.dHidden = { $0.dOutput }
    $0.dCell = { $0.own }
  },
  wrongBackward(
    "the hidden state's carry added to dC in place of dh",
    "What later gates say about h_t arrives at the cell, behind output gate and tanh.",
    "The first H elements of dz are a gradient by which vector?"
  ) {
    $0.dHidden = { $0.dOutput }
    $0.dCell = { $0.own + $0.dHiddenNext + $0.dCellNext }
  },
  wrongBackward(
    "the cell's carry added to dh in place of dC",
    "What comes back for the cell goes through output gate and tanh once more.",
    "dC ⊙ f is a gradient by which vector?"
  ) {
    $0.dHidden = { $0.dOutput + $0.dHiddenNext + $0.dCellNext }
    $0.dCell = { $0.own }
  },
  wrongBackward(
    "the two carries exchanged",
    "What belongs to h arrives at c, and what belongs to c arrives at h.",
    "Which of the two carries is a gradient by the cell?"
  ) {
    $0.dHidden = { $0.dOutput + $0.dCellNext }
    $0.dCell = { $0.own + $0.dHiddenNext }
  },
  // dC ⊙ f.
  wrongBackward(
    "a cell's carry without the forget gate",
    "Gradients flow back along the cell undiminished, even where the gate forgot everything.",
    "What lies between c_{t−1} and c_t?"
  ) {
    $0.carryCell = { $0.dCell }
  },
  wrongBackward(
    "a cell's carry through the forget gate of the wrong step",
    "What comes back from step t + 1 is weighed by the forget gate of step t.",
    "Which step's forget gate lies between c_t and c_{t+1}?"
  ) {
    $0.dCell = { $0.own + $0.dCellNext * $0.f }
    $0.carryCell = { $0.dCell }
  },
  wrongBackward(
    "a cell's carry through the input gate",
    "What passes back is weighed by how much was let in, not by how much was kept.",
    "What lies between c_{t−1} and c_t?"
  ) {
    $0.carryCell = { $0.dCell * $0.i }
  },
  wrongBackward(
    "a cell's carry of one step only",
    """
    A loss reaches the cell of the step before and no further: the long memory gets no \
    gradient.
    """,
    "Does what step t hands back contain what step t itself was handed?"
  ) { $0.carryCell = { $0.own * $0.f } },
  wrongBackward(
    "a cell's carry that is added up instead of replaced",
    "Old gradients stay in the cell's carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.carryCell = { $0.dCellNext + $0.dCell * $0.f } },
  wrongBackward(
    "a cell's carry with the forget gate's derivative",
    "A wide open gate lets hardly anything back, though it kept nearly all of the cell.",
    "Is c_{t−1} inside of σ?"
  ) {
    $0.carryCell = { $0.dCell * $0.f * (1 - $0.f) }
  },
  wrongBackward(
    "1 − f in the cell's carry", "Gradients pass where the gate forgot and stop where it kept.",
    "How much of c_{t−1} is left in c_t?"
  ) {
    $0.carryCell = { $0.dCell * (1 - $0.f) }
  },
  // dz.
  wrongBackward(
    "a hidden state's carry from the output gate alone",
    "Three of the four ways from h_{t−1} into step t are left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) {
    $0.handedBack = {
      $0.f *= 0
      $0.i *= 0
      $0.g *= 0
    }
  },
  wrongBackward(
    "a hidden state's carry that lacks the forget gate's share",
    "What h_{t−1} did to the forget gate of step t is left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.handedBack = { $0.f *= 0 } },
  wrongBackward(
    "a hidden state's carry that lacks the input gate's share",
    "What h_{t−1} did to the input gate of step t is left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.handedBack = { $0.i *= 0 } },
  wrongBackward(
    "a hidden state's carry that lacks the candidate's share",
    "What h_{t−1} did to the candidate of step t is left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.handedBack = { $0.g *= 0 } },
  wrongBackward(
    "a hidden state's carry that lacks the output gate's share",
    "What h_{t−1} did to the output gate of step t is left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.handedBack = { $0.o *= 0 } },
  wrongBackward(
    "a way back through the weights' first H columns, not through their transposes",
    "The gradient takes each connection from h to the gates in the wrong direction.",
    "What is the gradient of W h by h?"
  ) {
    $0.dz = { p, d in
      func left(_ weight: Matrix) -> Matrix {
        Matrix(rows: (0..<weight.rows).map { Vector(weight.row($0).prefix(weight.rows)) })
      }
      return left(p.Wf) * d.f + left(p.Wi) * d.i + left(p.Wg) * d.g + left(p.Wo) * d.o
    }
  },
  wrongBackward(
    "the last H elements of dz instead of the first",
    "Numbers that belong to the input are handed back as if they were the hidden state's.",
    "Where in z does h′ stand?"
  ) {
    $0.carryHidden = { dz, step in Vector(dz.suffix(step.f.count)) }
  },
  wrongBackward(
    "a hidden state's carry that is added up instead of replaced",
    "Old gradients stay in dh's carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.carryHidden = { dz, step in step.dHiddenNext + Vector(dz.prefix(step.f.count)) } },
  // The initial state and cell.
  wrongBackward(
    "dInitialHidden and dInitialCell exchanged",
    "Both vectors are right, and each is returned under the other's name.",
    "Which of the two carries belongs to the cell?"
  ) { $0.finish = { swap(&$1.dInitialHidden, &$1.dInitialCell) } },
  wrongBackward(
    "a dInitialHidden of zero",
    "The hidden state before the first step gets no gradient, as if it had no influence.",
    "Does the loss depend on the hidden state before the first step?"
  ) { $0.finish = { $1.dInitialHidden *= 0 } },
  wrongBackward(
    "a dInitialCell of zero",
    "The cell before the first step gets no gradient, as if it had no influence.",
    "Does the loss depend on the cell before the first step?"
  ) {
    $0.finish = { $1.dInitialCell *= 0 }
  },
  wrongBackward(
    "a dInitialHidden and a dInitialCell of zero",
    "What the sequence began with gets no gradient, as if it had no influence.",
    "Does the loss depend on the state and the cell before the first step?"
  ) {
    $0.finish = {
      $1.dInitialHidden *= 0
      $1.dInitialCell *= 0
    }
  },
  wrongBackward(
    "a dInitialCell before the forget gate: the gradient by the first step's cell",
    "You return the gradient by the first step's own cell, which is one step later in time.",
    "How many steps lie between the initial cell and `trace.steps[0].cell`?"
  ) { $0.initial = { (hidden: nil, cell: $0.dCell) } },
  wrongBackward(
    "a dInitialHidden that is one step late: the gradient by the first step's hidden state",
    "You return the gradient by the first step's own hidden state, one step later in time.",
    "How many steps lie between the initial state and `trace.steps[0].hidden`?"
  ) { $0.initial = { (hidden: $0.dHidden, cell: nil) } },
  wrongBackward(
    "initial gradients that are one step late: by the first step's hidden state and cell",
    "Both initial gradients are those by the first step's results, one step later in time.",
    "How many steps lie between the initial state and `trace.steps[0]`?"
  ) { $0.initial = { (hidden: $0.dHidden, cell: $0.dCell) } },
  wrongBackward(
    "initial gradients that are one step late: what the second step hands back",
    """
    Both initial gradients are the carries as they were before the first step was worked \
    through.
    """,
    "Have the carries been through the first step when you return them?"
  ) { $0.initial = { (hidden: $0.dHiddenNext, cell: $0.dCellNext) } },
]
