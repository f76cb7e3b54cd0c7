import Checking
import Contracts
import Recurrent

/// The sums over steps and sequences: what they are made of, and how.
let batchBackwardSumMisconceptions: [Misconception<BatchedBackwardInput, BatchedBackwardOutput>] = [
  // dU.
  wrongBatchBackward(
    "dU in which of several equal tokens of a step only the last counts",
    "Where several sequences read the same token, their shares overwrite each other in dU.",
    "What becomes of a column of dU if two sequences read the same token?"
  ) {
    $0.addInputs = { dU, dActivation, ids, mask in
      for (b, id) in ids.enumerated() where mask[b] > 0 {
        guard !ids.indices.contains(where: { $0 > b && ids[$0] == id && mask[$0] > 0 })
        else { continue }
        for i in 0..<dU.rows { dU[i, id] += dActivation[i, b] }
      }
    }
  },
  wrongBatchBackward(
    "dU in which of several equal tokens of a step only the first counts",
    "Where several sequences read the same token, all but the first are left out of dU.",
    "What becomes of a column of dU if two sequences read the same token?"
  ) {
    $0.addInputs = { dU, dActivation, ids, mask in
      for (b, id) in ids.enumerated() where mask[b] > 0 {
        guard !ids.indices.contains(where: { $0 < b && ids[$0] == id && mask[$0] > 0 })
        else { continue }
        for i in 0..<dU.rows { dU[i, id] += dActivation[i, b] }
      }
    }
  },
  wrongBatchBackward(
    "columns of dU that are assigned instead of added to",
    "Each share overwrites what other steps and sequences had put into its token's column.",
    "What becomes of a column of dU if a token is read more than once?"
  ) {
    $0.addInputs = { dU, dActivation, ids, mask in
      for (b, id) in ids.enumerated() where mask[b] > 0 {
        for i in 0..<dU.rows { dU[i, id] = dActivation[i, b] }
      }
    }
  },
  wrongBatchBackward(
    "columns of dU that are assigned, by padding too",
    "Each share overwrites its token's column, and padding overwrites that of word 0 with zeros.",
    "What becomes of a column of dU if a token is read more than once?"
  ) {
    $0.addInputs = { dU, dActivation, ids, _ in
      for (b, id) in ids.enumerated() {
        for i in 0..<dU.rows { dU[i, id] = dActivation[i, b] }
      }
    }
  },
  wrongBatchBackward(
    "columns of dU that get the sum over all sequences",
    "The column of each token gets what belongs to all sequences of the step.",
    "Whose share goes to the column of sequence b's token?"
  ) {
    $0.addInputs = { dU, dActivation, ids, mask in
      let sum = dActivation.sumOfColumns
      for (b, id) in ids.enumerated() where mask[b] > 0 {
        for i in 0..<dU.rows { dU[i, id] += sum[i] }
      }
    }
  },
  wrongBatchBackward(
    "dU of the first sequence alone",
    "What the other sequences read leaves no gradient in dU.",
    "How many tokens are read in one step?"
  ) {
    $0.addInputs = { dU, dActivation, ids, _ in
      for i in 0..<dU.rows { dU[i, ids[0]] += dActivation[i, 0] }
    }
  },
  wrongBatchBackward(
    "dU in the column of the first sequence's token",
    "What every sequence adds goes to the token that the first one read.",
    "Which tokens does U meet at step t?"
  ) { $0.ids = { batch, t in batch.inputs[t].map { _ in batch.inputs[t][0] } } },
  wrongBatchBackward(
    "dU in the columns of the next step's inputs",
    "Each share of dU goes to a word that is read only one step later.",
    "Which tokens does U meet at step t?"
  ) { $0.ids = { $0.inputs[min($1 + 1, $0.steps - 1)] } },
  wrongBatchBackward(
    "dU in the columns of the inputs one step before",
    "Each share of dU goes to a word that was read one step earlier.",
    "Which tokens does U meet at step t?"
  ) { $0.ids = { $0.inputs[max($1 - 1, 0)] } },
  // dW.
  wrongBatchBackward(
    "h_{t−1} where h_t belongs, in dW",
    "dW is built from states one step too early; the logits were made from the later ones.",
    "Which hidden states does W multiply at step t?"
  ) { $0.shown = { OpenBatchedBackward.rightBefore($0, $1) } },
  wrongBatchBackward(
    "the last states in dW at every step",
    "dW is built as if all logits had been made from the last hidden states.",
    "Which hidden states does W multiply at step t?"
  ) { $0.shown = { trace, _ in trace.hidden[trace.hidden.count - 1] } },
  wrongBatchBackward(
    "the initial states at every step, in dV",
    "Each step's share of dV meets the states from which the sequences began.",
    "Which hidden states does V multiply when it makes H_t?"
  ) { $0.before = { trace, _ in trace.initialHidden } },
  wrongBatchBackward(
    "the first sequence's states for all, in dV",
    "What every sequence adds to dV meets the state of the first one.",
    "Which column of H_{t−1} belongs to sequence b?"
  ) {
    $0.before = {
      let before = OpenBatchedBackward.rightBefore($0, $1)
      return before.selecting(columns: (0..<before.columns).map { _ in 0 })
    }
  },
  // The slope in one place.
  leavesOutSlope("dbHidden", [.bHidden]), leavesOutSlope("dV", [.V]),
  leavesOutSlope("dU", [.U]), leavesOutSlope("dU and dV", [.U, .V]),
  wrongBatchBackward(
    "dU, dV and dbHidden without the slope of tanh, beside a right carry",
    "The way back is right, but the three sums are built from dH, not from dA.",
    "Which gradient do the weights meet: that of H or that of the sum inside of tanh?"
  ) { $0.leavesOutSlope = [.U, .V, .bHidden] },
  // Over the batch.
  wrongBatchBackward(
    "a mean over all places: 1/(T · B)", "All gradients are T · B times too small.",
    "Where was the mean taken already?"
  ) {
    $0.finish = {
      $1.scale(by: 1 / Double($0.trace.batch.size * $0.trace.batch.steps))
    }
  },
  wrongBatchBackward(
    "weights' gradients divided by B, dInitialHidden not",
    "The parameters' gradients are means over the batch; what goes to the initial states is right.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { input, output in
      let factor = 1 / Double(input.trace.batch.size)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
    }
  },
  wrongBatchBackward(
    "weights' gradients divided by the tokens, dInitialHidden not",
    "The parameters' gradients are divided by N once more; what goes to the initial states is right.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { input, output in
      let factor = 1 / Double(input.trace.batch.tokens)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
    }
  },
  wrongBatchBackward(
    "a dbHidden of the first sequence alone",
    "dbHidden hears of one sequence of the batch; dbOutput is right.",
    "How many columns does b_h act on?"
  ) { $0.firstColumnOnly = [.bHidden] },
  wrongBatchBackward(
    "a dbOutput of the first sequence alone",
    "dbOutput hears of one sequence of the batch; dbHidden is right.",
    "How many columns does b_o act on?"
  ) { $0.firstColumnOnly = [.bOutput] },
  wrongBatchBackward(
    "both bias gradients forgotten",
    "b_h and b_o keep the gradient 0 and would never be trained; the weights' are right.",
    "What is the gradient of U x + V h + b_h by b_h?"
  ) {
    $0.finish = {
      $1.gradients.bHidden *= 0
      $1.gradients.bOutput *= 0
    }
  },
]

private func leavesOutSlope(
  _ what: String, _ uses: Set<OpenBatchedBackward.Use>
) -> Misconception<BatchedBackwardInput, BatchedBackwardOutput> {
  wrongBatchBackward(
    "\(what) without the slope of tanh",
    "\(what) is built from dH, not from dA, which has been back through tanh; all else is right.",
    "Which gradient does it meet: that of H or that of the sum inside of tanh?"
  ) { $0.leavesOutSlope = uses }
}
