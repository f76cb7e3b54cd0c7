import Checking
import Contracts
import Recurrent

// Which step, which end, which term: decisions of the backward loop beside those inside of a step.
let lstmStepChoiceMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  // The states before a step.
  wrongBackward(
    "the first hidden state where the initial one belongs, in z",
    "At step 0 the gates' gradients meet the state that this step made, not the initial one.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.steps[max(0, $1 - 1)].hidden } },
  wrongBackward(
    "the first cell where the initial one belongs, in df",
    "At step 0 the forget gate's gradient meets the cell that this step made, not the initial one.",
    "Which cell comes before the first step, and where does the trace keep it?"
  ) { $0.cellBeforeStep = { $0.steps[max(0, $1 - 1)].cell } },
  wrongBackward(
    "the first hidden state and cell where the initial ones belong",
    "At step 0 the gradients meet the state and the cell that this step made.",
    "What comes before the first step, and where does the trace keep it?"
  ) {
    $0.beforeStep = { $0.steps[max(0, $1 - 1)].hidden }
    $0.cellBeforeStep = { $0.steps[max(0, $1 - 1)].cell }
  },
  wrongBackward(
    "h_{t−2} where h_{t−1} belongs, in z",
    "The gates' gradients are built from the hidden state one step too early in time.",
    "In a list that begins with the initial state, which index has the state before step t?"
  ) { $0.beforeStep = { $1 > 1 ? $0.steps[$1 - 2].hidden : $0.initialHidden } },
  wrongBackward(
    "c_{t−2} where c_{t−1} belongs, in df, with the initial cell at the first two steps",
    "The forget gate's gradient meets the cell one step too early in time.",
    "In a list that begins with the initial cell, which index has the cell before step t?"
  ) { $0.cellBeforeStep = { $1 > 1 ? $0.steps[$1 - 2].cell : $0.initialCell } },
  wrongBackward(
    "an initial hidden state and an initial cell of zero",
    "At step 0 the gradients are made as if the sequence had begun from nothing.",
    "Are the state and the cell before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden }
    $0.cellBeforeStep = { $1 > 0 ? $0.steps[$1 - 1].cell : 0 * $0.initialCell }
  },
  wrongBackward(
    "h_t and c_t where h_{t−1} and c_{t−1} belong",
    "z and df are made with the state and the cell after the step, one step too late in time.",
    "Which state and which cell does step t begin with?"
  ) {
    $0.beforeStep = { $0.steps[$1].hidden }
    $0.cellBeforeStep = { $0.steps[$1].cell }
  },
  // The token.
  wrongBackward(
    "the column of the token before",
    "Each step's share goes to the column of the token that was read one step earlier.",
    "Which token does W_f meet at step t?"
  ) { $0.token = { $0.trace.inputs[max(0, $1 - 1)] } },
  wrongBackward(
    "the column of the token that follows",
    "Each step's share goes to the column of the token that is read one step later.",
    "Which token does W_f meet at step t?"
  ) { $0.token = { $0.trace.inputs[min($0.trace.inputs.count - 1, $1 + 1)] } },
  wrongBackward(
    "tokens counted from the end",
    "Step t's share goes to the column of the token at the same distance from the other end.",
    "If your loop counts upwards while time runs backwards, which token is step t's?"
  ) { $0.token = { $0.trace.inputs[$0.trace.inputs.count - 1 - $1] } },
  // Probabilities in the logits' gradient.
  wrongBackward(
    "dWv from the probabilities, without − onehot",
    "The target is subtracted too late for dWv, which is built from softmax alone.",
    "At which line do the probabilities become the logits' gradient?"
  ) { $0.metByWv = { $0.probabilities } },
  wrongBackward(
    "dbv from the probabilities, without − onehot",
    "The target is subtracted too late for dbv, which adds up softmax alone.",
    "At which line do the probabilities become the logits' gradient?"
  ) { $0.outputBias = { $0.probabilities } },
  wrongBackward(
    "dWv and dbv from the probabilities, without − onehot",
    "The target is subtracted too late for dWv and dbv, which are made of softmax alone.",
    "At which line do the probabilities become the logits' gradient?"
  ) {
    $0.metByWv = { $0.probabilities }
    $0.outputBias = { $0.probabilities }
  },
  wrongBackward(
    "dh from the probabilities, without − onehot",
    "What goes back through Wv is softmax alone, and the hidden state never hears of the target.",
    "What goes back through Wv: the probabilities, or the loss's gradient by the logits?"
  ) { $0.throughWv = { _, probabilities in probabilities } },
  // Sums over time.
  wrongBackward(
    "all bias gradients assigned at each step instead of added up",
    "Of each bias's sum over time only step 0's share is left, while the weights add theirs up.",
    "Does each step add its share to the bias's gradient, or put it in its place?"
  ) { $0.countsInBiases = { $0 == 0 } },
  wrongBackward(
    "all weight gradients assigned at each step instead of added up",
    "Of each weight's sum over time only step 0's share is left, while the biases add theirs up.",
    "Does each step add its share to the weight's gradient, or put it in its place?"
  ) { $0.countsInWeights = { $0 == 0 } },
  // The carries.
  wrongBackward(
    "a step's own loss left out wherever a carry arrives",
    "The hidden state's carry takes the place of the step's own share, to which it belongs added.",
    "Is what comes back from step t + 1 added to this step's own share, or put in its place?"
  ) { $0.dHidden = { $0.dHiddenNext.allSatisfy { $0 == 0 } ? $0.dOutput : $0.dHiddenNext } },
  wrongBackward(
    "the way through h_t left out of dC wherever a cell's carry arrives",
    "The cell's carry takes the place of the step's own share, to which it belongs added.",
    "Is what comes back from step t + 1 added to this step's own share, or put in its place?"
  ) { $0.dCell = { $0.dCellNext.allSatisfy { $0 == 0 } ? $0.own : $0.dCellNext } },
  wrongBackward(
    "a hidden state's carry added twice",
    "What comes back from step t + 1 to h_t counts twice, once more at every step.",
    "At which places is the hidden state's carry added?"
  ) { $0.dHidden = { $0.dOutput + 2 * $0.dHiddenNext } },
  wrongBackward(
    "a cell's carry through the output gate",
    "What passes back along the cell is weighed by how much was shown, not by how much was kept.",
    "What lies between c_{t−1} and c_t?"
  ) { $0.carryCell = { $0.dCell * $0.o } },
  wrongBackward(
    "a cell's carry through the forget gate of its own step",
    """
    What comes back from step t + 1 is weighed by f_t and not by f_{t+1}, and only dInitialCell \
    gets the first step's forget gate.
    """,
    "Which step's forget gate lies between c_t and c_{t+1}?"
  ) {
    $0.dCell = { $0.own + $0.dCellNext * $0.f }
    $0.carryCell = { $0.t == 0 ? $0.dCell * $0.f : $0.dCell }
  },
  wrongBackward(
    "both carries added up instead of replaced",
    "Old gradients stay in dh's and dC's carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carries when step t − 1 reads them?"
  ) {
    $0.carryHidden = { dz, step in step.dHiddenNext + Vector(dz.prefix(step.f.count)) }
    $0.carryCell = { $0.dCellNext + $0.dCell * $0.f }
  },
  // The initial state and cell.
  wrongBackward(
    "a dInitialHidden that is one step late: what the second step hands back",
    "dInitialHidden is the carry as it was before the first step was worked through.",
    "Has the hidden state's carry been through the first step when you return it?"
  ) { $0.initial = { (hidden: $0.dHiddenNext, cell: nil) } },
  wrongBackward(
    "a dInitialCell that is one step late: what the second step hands back",
    "dInitialCell is the carry as it was before the first step was worked through.",
    "Has the cell's carry been through the first step when you return it?"
  ) { $0.initial = { (hidden: nil, cell: $0.dCellNext) } },
  wrongBackward(
    "a dInitialCell without what came back from the second step",
    "dInitialCell holds only the first step's own share, times its forget gate.",
    "What is all of the first cell's gradient?"
  ) { $0.initial = { (hidden: nil, cell: $0.own * $0.f) } },
]
