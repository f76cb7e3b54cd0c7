import Checking
import Contracts
import Recurrent

/// A mask that is forgotten in one place, or stands where it does not belong.
let batchBackwardMaskMisconceptions: [Misconception<BatchedBackwardInput, BatchedBackwardOutput>] =
  [
    countsPadding("dU", [.U]), countsPadding("dV", [.V]),
    countsPadding("dU and dV", [.U, .V]), countsPadding("dU and dbHidden", [.U, .bHidden]),
    countsPadding("dV and dbHidden", [.V, .bHidden]),
    wrongBatchBackward(
      "dU, dV and dbHidden that count padding, beside a right carry",
      "Padding is left out on the way back, but still adds to the three sums.",
      "Does a place of padding have a share in dV?"
    ) { $0.countsPadding = [.U, .V, .bHidden] },
    wrongBatchBackward(
      "a carry that takes padding through the slope and V, too",
      "At padding the carry has a second share, through V, beside what went past the step.",
      "Which two ways does the carry have, and which columns take which?"
    ) { $0.countsPadding = [.carry] },
    wrongBatchBackward(
      "padding through the slope and V in the carry, with nothing handed past",
      "The sums leave padding out, but the carry treats it like a token.",
      "What did the forward pass do with the state where there is padding?"
    ) {
      $0.countsPadding = [.carry]
      $0.past = { dHidden, _ in 0 * dHidden }
    },
    masksLogits("dW", [.W]), masksLogits("dbOutput", [.bOutput]),
    masksLogits("dW and dbOutput", [.W, .bOutput]),
    wrongBatchBackward(
      "what comes back lost at padding, its own logits' share handed on",
      "At padding the gradient of later steps is dropped, and only the step's own goes past it.",
      "Which gradient does H_{t−1} get where H_t = H_{t−1}?"
    ) { $0.dHidden = { own, next, mask in own + next.scaling(columns: mask) } },
    wrongBatchBackward(
      "what goes past padding handed on twice",
      "At padding the gradient is doubled at each step.",
      "How often does the state go past a step?"
    ) { $0.past = { dHidden, mask in 2 * dHidden.scaling(columns: 1 - mask) } },
    wrongBatchBackward(
      "the slope on what goes past",
      "What padding hands on is multiplied by 1 − H², though no tanh lay on its way.",
      "Through what did the state go where there is padding?"
    ) { $0.pastTakesSlope = true },
    wrongBatchBackward(
      "a carry at padding that goes through V without the slope",
      "What padding should hand on unchanged is multiplied by V transposed.",
      "Through what did the state go where there is padding?"
    ) { $0.pastTakesV = true },
    wrongBatchBackward(
      "the mask of the step before",
      "At each sequence's end a place of padding is taken for a token.",
      "Which row of the mask belongs to step t?"
    ) { $0.mask = { batch, t in batch.mask.row(max(t - 1, 0)) } },
    wrongBatchBackward(
      "the mask of the next step",
      "Each sequence's last token is taken for padding.",
      "Which row of the mask belongs to step t?"
    ) { $0.mask = { batch, t in batch.mask.row(min(t + 1, batch.steps - 1)) } },
    wrongBatchBackward(
      "the first sequence's mask for all",
      "All sequences go through the step or past it with the first one.",
      "Which column of the mask belongs to sequence b?"
    ) { $0.mask = { batch, t in batch.mask.row(t).map { _ in batch.mask[t, 0] } } },
    wrongBatchBackward(
      "padding told by the id 0 instead of by the mask",
      "Word 0 is taken for padding wherever it was read.",
      "Is an input with the id 0 always padding?"
    ) { $0.mask = { batch, t in Vector(batch.inputs[t].map { $0 == 0 ? 0.0 : 1 }) } },
  ]

private func countsPadding(
  _ what: String, _ uses: Set<OpenBatchedBackward.Use>
) -> Misconception<BatchedBackwardInput, BatchedBackwardOutput> {
  wrongBatchBackward(
    "padding counted in \(what)",
    "Where a sequence has ended, dA without its mask still adds to \(what).",
    "Which columns of dA belong to tokens at step t?"
  ) { $0.countsPadding = uses }
}

private func masksLogits(
  _ what: String, _ uses: Set<OpenBatchedBackward.Use>
) -> Misconception<BatchedBackwardInput, BatchedBackwardOutput> {
  wrongBatchBackward(
    "dLogits at padding left out of \(what)",
    "What the loss says at padding does not arrive in \(what), though the logits there were made.",
    "Is `dLogits` masked already where the loss is, and is it this function's to mask it?"
  ) {
    $0.logitsSeen = { dLogits, mask, use in
      uses.contains(use) ? dLogits.scaling(columns: mask) : dLogits
    }
  }
}
