import Checking
import Contracts
import Recurrent

/// Where the mask acts in the forward pass, and which one.
let batchPassMaskMisconceptions: [Misconception<BatchedForwardInput, BatchTrace>] = [
  wrongBatchPass(
    "logits from the new states before the mask",
    "The states are right, but at padding the logits see a step that was not taken.",
    "Which states do the logits of a sequence that has ended belong to?"
  ) { $0.shown = { _, new, _ in new } },
  wrongBatchPass(
    "new states before the mask in the trace",
    "The carry and the logits are right, but at padding the trace keeps states not taken.",
    "Which states does the backward pass need at padding?"
  ) { $0.traced = { new, _, _ in new } },
  wrongBatchPass(
    "new states before the mask in trace and logits",
    "Trace and logits hold a step that padding did not take, as when the mask acts one step late.",
    "Which state does a sequence keep when it has ended?"
  ) {
    $0.shown = { _, new, _ in new }
    $0.traced = { new, _, _ in new }
  },
  wrongBatchPass(
    "states of zero at padding in the trace",
    "The carry and the logits are right, but at padding the trace holds zeros.",
    "Which states does the contract ask for at padding?"
  ) { $0.traced = { _, kept, mask in kept.scaling(columns: mask) } },
  wrongBatchPass(
    "logits of the bias alone at padding",
    "At padding the logits are b_o, as if the sequence had no state any more.",
    "Does the contract make an exception for the logits?"
  ) {
    $0.logits = { p, hidden, mask in
      (p.W * hidden.scaling(columns: mask)).adding(toColumns: p.bOutput)
    }
  },
  wrongBatchPass(
    "logits without their bias at padding",
    "The bias b_o is added where there are tokens and left out at padding.",
    "In which columns do the logits have a bias?"
  ) {
    $0.logits = { p, hidden, mask in
      p.W * hidden
        + Matrix(rows: p.bOutput.map { _ in 0 * mask }).adding(toColumns: p.bOutput)
        .scaling(columns: mask)
    }
  },
  wrongBatchPass(
    "the old state added at padding to a new one that is not masked",
    "At padding the state is a sum of the old one and of a step that should not count.",
    "How much of the new state is left where the mask is 0?"
  ) { $0.merge = { new, old, mask in new + old.scaling(columns: 1 - mask) } },
  wrongBatchPass(
    "a mean of old and new state at padding",
    "At padding the state moves halfway where it should stand still.",
    "How much of the new state is left where the mask is 0?"
  ) {
    $0.merge = { new, old, mask in
      new.scaling(columns: 0.5 + 0.5 * mask) + old.scaling(columns: 0.5 - 0.5 * mask)
    }
  },
  wrongBatchPass(
    "a mask on the token alone: padding still takes a step",
    "Where a sequence has ended, its state goes on through V and b_h without any input.",
    "What should become of the state where there is no token?"
  ) {
    $0.sum = { input, past, mask in input.scaling(columns: mask) + past }
    $0.merge = { new, _, _ in new }
  },
  wrongBatchPass(
    "a mask on the sum inside of tanh",
    "At padding the state becomes tanh(b_h), the bias alone, where it should stay as it was.",
    "What should become of the state where there is no token?"
  ) {
    $0.sum = { input, past, mask in (input + past).scaling(columns: mask) }
    $0.merge = { new, _, _ in new }
  },
  wrongBatchPass(
    "a mask on the past alone",
    "At padding the state is made of word 0 and the bias, as if a sequence began there.",
    "What should become of the state where there is no token?"
  ) {
    $0.sum = { input, past, mask in input + past.scaling(columns: mask) }
    $0.merge = { new, _, _ in new }
  },
  wrongBatchPass(
    "padding told by the id 0 instead of by the mask",
    "Word 0 is taken for padding wherever it is read, and the state stands still there.",
    "Is an input with the id 0 always padding?"
  ) { $0.mask = { batch, t in Vector(batch.inputs[t].map { $0 == 0 ? 0.0 : 1 }) } },
  wrongBatchPass(
    "padding told by targets of 0 instead of by the mask",
    "Where word 0 is the right answer the state stands still.",
    "Is a target with the id 0 always padding?"
  ) { $0.mask = { batch, t in Vector(batch.targets[t].map { $0 == 0 ? 0.0 : 1 }) } },
  wrongBatchPass(
    "the first sequence's mask for all",
    "All sequences stop and go with the first one.",
    "Which column of the mask belongs to sequence b?"
  ) { $0.mask = { batch, t in batch.mask.row(t).map { _ in batch.mask[t, 0] } } },
  wrongBatchPass(
    "all states that stand still from the first end on",
    "As soon as one sequence has ended, no other one goes on.",
    "Does sequence 1 stop where sequence 0 ends?"
  ) {
    $0.mask = { batch, t in
      let isWhole = !batch.mask.row(t).contains(0)
      return batch.mask.row(t).map { _ in isWhole ? 1 : 0 }
    }
  },
  wrongBatchPass(
    "the mask of the next step",
    "Each sequence stops one step early, and its last token is not read.",
    "Which row of the mask belongs to step t?"
  ) {
    $0.mask = { batch, t in t + 1 < batch.steps ? batch.mask.row(t + 1) : 0 * batch.mask.row(t) }
  },
  wrongBatchPass(
    "the mask of the next step, the last step whole",
    "All sequences but the longest stop one step early, and their last token is not read.",
    "Which row of the mask belongs to step t?"
  ) { $0.mask = { batch, t in batch.mask.row(min(t + 1, batch.steps - 1)) } },
]
