import Checking
import Contracts
import Recurrent

/// What step t hands back to step t − 1.
let layerCarryMisconceptions: [Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>] = [
  wrongLayerBackward(
    "no way back at all, neither through the hidden state nor through the cell",
    "Nothing passes from step to step: each one is treated as if it were the last.",
    "Where do you use what step t + 1 hands back?"
  ) {
    $0.carriesHidden = false
    $0.carriesCell = false
  },
  wrongLayerBackward(
    "the two carries exchanged",
    "What belongs to h arrives at c, and what belongs to c arrives at h.",
    "Which of the two carries is a gradient by the cell?"
  ) { $0.exchangesCarries = true },
  wrongLayerBackward(
    "a cell's carry of one step only",
    "What step t hands back along the cell leaves out what it was handed itself.",
    "Does what step t hands back contain what step t itself was handed?"
  ) { $0.carriesOwnOnly = true },
  wrongLayerBackward(
    "a cell's carry that is added up instead of replaced",
    "Old gradients stay in the cell's carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.addsUpCell = true },
  wrongLayerBackward(
    "a hidden state's carry that is added up instead of replaced",
    "Old gradients stay in dh's carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.addsUpHidden = true },
  wrongLayerBackward(
    "a cell's carry with 1 − f",
    "Gradients flow back where the gate forgot, and stop where it kept.",
    "How much of c_{t−1} is left in c_t?"
  ) { $0.cellBack = { dCell, f in dCell * (1 - f) } },
  wrongLayerBackward(
    "a cell's carry with the forget gate's derivative",
    "A wide open gate lets hardly anything back, though it kept nearly all of the cell.",
    "Is c_{t−1} inside of σ?"
  ) { $0.cellBack = { dCell, f in dCell * f * (1 - f) } },
  wrongLayerBackward(
    "a cell's carry with the forget gate squared",
    "The forget gate is met twice on the way from one step to the one before.",
    "How often does c_{t−1} meet the forget gate of step t?"
  ) { $0.cellBack = { dCell, f in dCell * f * f } },
  wrongLayerBackward(
    "a cell's carry through the forget gate of the step before",
    "What step t hands back is weighed by the gate of step t − 1, which never met c_{t−1}.",
    "Which step's forget gate does c_{t−1} pass on its way into c_t?"
  ) { $0.carriesThroughEarlierForgetGate = true },
  wrongLayerBackward(
    "the last step's dOutputs counted twice",
    "The carry begins with it, and the loop adds it again.",
    "What does the last step get from the step after it?"
  ) { $0.beginsWithLastOutput = true },
  // Through the weights.
  wrongLayerBackward(
    "a way back through the weights' first H columns, not through their transposes",
    "The gradient takes each connection from h to the gates in the wrong direction.",
    "What is the gradient of W h by h?"
  ) {
    $0.goesThrough = { weights, d in
      let columns = (0..<d.count).map { weights.column($0) }
      let product = Matrix(columns: columns) * d
      return product.concatenated(with: Vector(zeros: weights.columns - d.count))
    }
  },
  exchangedBack("Wf", "Wi", 0, 1), exchangedBack("Wf", "Wg", 0, 2),
  exchangedBack("Wf", "Wo", 0, 3), exchangedBack("Wi", "Wg", 1, 2),
  exchangedBack("Wi", "Wo", 1, 3), exchangedBack("Wg", "Wo", 2, 3),
  sameBack("Wf", "Wi", 0, 1), sameBack("Wi", "Wf", 1, 0), sameBack("Wi", "Wg", 1, 2),
  sameBack("Wg", "Wi", 2, 1), sameBack("Wg", "Wo", 2, 3), sameBack("Wo", "Wg", 3, 2),
  // What comes before the first step, and the loop.
  wrongLayerBackward(
    "index −1 at t = 0 for the hidden state alone",
    "The first step's weights meet the last hidden state, where zeros belong.",
    "What comes before the first step, and what does an index of −1 find?"
  ) { $0.wrapsHidden = true },
  wrongLayerBackward(
    "index −1 at t = 0 for the cell alone",
    "The first step's forget gate meets the last cell, where zeros belong.",
    "What comes before the first step, and what does an index of −1 find?"
  ) { $0.wrapsCell = true },
  wrongLayerBackward(
    "h_t and c_t where those of step t − 1 belong",
    "Weights and forget gate meet what the step made, not what it began with.",
    "Which state and which cell does step t begin with?"
  ) {
    $0.usesNewCell = true
    $0.usesNewHidden = true
  },
  wrongLayerBackward(
    "the input above the state in dW",
    "Each column of dW stands where another one's belongs; what goes back and down is right.",
    "Which comes first in z, the state or the input?"
  ) { $0.join = { h, x in x.concatenated(with: h) } },
  wrongLayerBackward(
    "dW without the state's part", "The first H columns of dW stay zero.",
    "Which two vectors stand in z?"
  ) { $0.join = { h, x in (0 * h).concatenated(with: x) } },
  wrongLayerBackward(
    "dW without the input's part", "The last D columns of dW stay zero.",
    "Which two vectors stand in z?"
  ) { $0.join = { h, x in h.concatenated(with: 0 * x) } },
  wrongLayerBackward(
    "a loop that stops before t = 0",
    "Step 0 adds nothing to any sum and hands nothing down.",
    "At which t does your loop end: does `to:` include it?"
  ) { $0.order = { (1..<max($0, 1)).reversed() } },
  wrongLayerBackward(
    "a loop that begins one step too early",
    "The last step adds nothing to any sum, and its gradient reaches no state.",
    "At which t does your loop begin?"
  ) { $0.order = { (0..<max($0 - 1, 0)).reversed() } },
  wrongLayerBackward(
    "a loop that runs forwards in time",
    "The carries arrive from the past, so no step hears of what comes after it.",
    "Which step's gradient can be known first?"
  ) { $0.order = { Array(0..<$0) } },
  wrongLayerBackward(
    "gradients of the last step alone",
    "All steps but the last leave nothing in the weights' gradients; what goes back is right.",
    "Wf is used at every step: what does `gradients.Wf` hold after two of them?"
  ) { $0.counts = { t, steps in t == steps - 1 } },
]

private func exchangedBack(
  _ one: String, _ two: String, _ first: Int, _ second: Int
) -> Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>> {
  wrongLayerBackward(
    "\(one) and \(two) exchanged on the way back",
    "Two gates' gradients go back and down through each other's weights.",
    "Which matrix did the sum go through that \(one) made?"
  ) {
    $0.weightsBack = { weights in
      var changed = weights
      changed.swapAt(first, second)
      return changed
    }
  }
}

private func sameBack(
  _ wrong: String, _ right: String, _ taken: Int, _ place: Int
) -> Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>> {
  wrongLayerBackward(
    "\(wrong) where \(right) belongs, on the way back",
    "One gate's gradient goes back and down through the weights of its neighbour, \(wrong).",
    "Which matrix did the sum go through that \(right) made?"
  ) {
    $0.weightsBack = { weights in
      var changed = weights
      changed[place] = weights[taken]
      return changed
    }
  }
}
