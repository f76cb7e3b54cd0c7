import Checking
import Contracts
import Recurrent
import Reference

/// Wrong backward passes over a batch that people really write.
let batchBackwardMisconceptions: [Misconception<BatchedBackwardInput, BatchedBackwardOutput>] = [
  // Padding.
  wrongBatchBackward(
    "a mask forgotten: padding goes through the slope and V like a token",
    "What padding should hand on as it is goes through the slope and V at each step.",
    "What did the forward pass do with the state where there is padding?"
  ) {
    $0.masked = { dActivation, _ in dActivation }
    $0.past = { dHidden, _ in 0 * dHidden }
  },
  wrongBatchBackward(
    "a mask forgotten in dA, though what is at padding is handed on",
    "Places of padding add to dV, dU and dbHidden, though no token was read there.",
    "Does a place of padding have a share in dV?"
  ) { $0.masked = { dActivation, _ in dActivation } },
  wrongBatchBackward(
    "a mask forgotten in the carry: what padding should hand on is lost",
    "A sequence that ends early loses all gradient that comes from behind its end.",
    "H_t = H_{t−1} at padding. What is the gradient of the one by the other?"
  ) { $0.past = { dHidden, _ in 0 * dHidden } },
  wrongBatchBackward(
    "everything handed on unchanged, at tokens too",
    "At tokens the carry has a second share that went past the step, so it grows too large.",
    "Where did the state go past the step, and where did it not?"
  ) { $0.past = { dHidden, _ in dHidden } },
  wrongBatchBackward(
    "a mask the wrong way round", "Padding goes through the slope and V, and tokens are passed by.",
    "Which columns of dH go through the slope and V?"
  ) {
    $0.masked = { dActivation, mask in dActivation.scaling(columns: 1 - mask) }
    $0.past = { dHidden, mask in dHidden.scaling(columns: mask) }
  },
  wrongBatchBackward(
    "dLogits at padding left out",
    "What the loss says at padding is thrown away, though the caller may have meant it.",
    "Is `dLogits` masked already where the loss is, and is it this function's to mask it?"
  ) {
    $0.logitsSeen = { dLogits, mask, _ in dLogits.scaling(columns: mask) }
  },
  // Sums over the batch.
  wrongBatchBackward(
    "bias gradients of the first sequence alone",
    "dbHidden and dbOutput hear of one sequence of the batch, whatever the others say.",
    "How many columns does a bias act on?"
  ) { $0.biasSum = { $0.column(0) } },
  wrongBatchBackward(
    "bias gradients that are means over the batch",
    "dbHidden and dbOutput are B times too small; the weights' gradients are right.",
    "How often is the bias used in one step?"
  ) { $0.biasSum = { (1 / Double($0.columns)) * $0.sumOfColumns } },
  wrongBatchBackward(
    "gradients that are means over the batch: 1/B", "All gradients are B times too small.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { $1.scale(by: 1 / Double($0.trace.batch.size)) }
  },
  wrongBatchBackward(
    "gradients that are divided by the tokens once more",
    "All gradients are too small by the number of tokens, which divides them twice.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { $1.scale(by: 1 / Double($0.trace.batch.tokens)) }
  },
  wrongBatchBackward(
    "dU in which one token of two equal ones is lost",
    "Where several sequences read the same token, all but one are lost in dU.",
    "What becomes of a column of dU if two sequences read the same token?"
  ) {
    $0.addInputs = { dU, dActivation, ids, _ in
      for (b, id) in ids.enumerated() where ids.lastIndex(of: id) == b {
        for i in 0..<dU.rows { dU[i, id] += dActivation[i, b] }
      }
    }
  },
  wrongBatchBackward(
    "dU in the columns of the targets",
    "Each share of dU goes to a word that the network did not read there.",
    "Which tokens does U meet at step t?"
  ) {
    $0.usesTargets = true
  },
  // As in lesson 03.
  wrongBatchBackward(
    "no way back through time",
    "Each state hears of its own step's loss only; the losses after it are not felt.",
    "Through which two ways does a state act on the loss?"
  ) {
    $0.carries = false
  },
  wrongBatchBackward(
    "h_t where h_{t−1} belongs, in dV",
    "Each step's share of dV is built from the states that it made, not those it began with.",
    "Which hidden states does V multiply when it makes H_t?"
  ) { $0.before = { $0.hidden[$1] } },
  wrongBatchBackward(
    "initial states of zero, in dV",
    "The first step adds nothing to dV, though it began from `trace.initialHidden`.",
    "Are the states before the first step always zero?"
  ) {
    $0.before = { $1 > 0 ? $0.hidden[$1 - 1] : 0 * $0.initialHidden }
  },
  wrongBatchBackward(
    "a carry through V, not through its transpose",
    "The gradient takes each connection between two units in the wrong direction.",
    "What is the gradient of V h by h?"
  ) {
    $0.back = { p, dActivation in p.V * dActivation }
  },
  wrongBatchBackward(
    "a missing slope of tanh", "Saturated units get as much gradient as all the others.",
    "What lies between the sum and H_t?"
  ) {
    $0.slope = { trace, t in trace.hidden[t].map { _ in 1 } }
  },
  wrongBatchBackward(
    "1 − h in place of 1 − h²",
    "Units with a negative state get too much gradient, units with a positive one too little.",
    "What is the derivative of tanh(a), in terms of h = tanh(a)?"
  ) {
    $0.slope = { trace, t in trace.hidden[t].map { 1 - $0 } }
  },
  wrongBatchBackward(
    "gradients that are assigned at each step instead of added up",
    "Each step overwrites what later steps had added, so only step 0 is left in the end.",
    "U is used at every step: what does `gradients.U` hold after two of them?"
  ) { $0.counts = { $0 == 0 } },
  wrongBatchBackward(
    "a loop that stops before t = 0",
    "Step 0 adds nothing to any sum, and the carry never passes through it.",
    "At which t does your loop end: does `to:` include it?"
  ) { $0.order = { (1..<max($0, 1)).reversed() } },
  wrongBatchBackward(
    "gradients that lack the first step",
    "What step 0 has to add is missing in every sum over time.",
    "Does your loop add to the gradients at t = 0?"
  ) { $0.counts = { $0 > 0 } },
  wrongBatchBackward(
    "a dbHidden that counts padding, too",
    "Where a sequence has ended, what passes by still adds to the bias's gradient.",
    "Which columns of dA belong to tokens at step t?"
  ) { $0.countsPadding = [.bHidden] },
  wrongBatchBackward(
    "h[−1] at t = 0: the last hidden states in place of the initial ones",
    "The first step's share of dV meets states that lie in its future.",
    "Which states come before the first step, and where does the trace keep them?"
  ) { $0.before = { $0.hidden[$1 > 0 ? $1 - 1 : $0.hidden.count - 1] } },
  wrongBatchBackward(
    "a forgotten dbHidden",
    "b_h keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of U x + V h + b_h by b_h?"
  ) {
    $0.finish = { $1.gradients.bHidden *= 0 }
  },
  wrongBatchBackward(
    "a forgotten dbOutput",
    "b_o keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of W h + b_o by b_o?"
  ) {
    $0.finish = { $1.gradients.bOutput *= 0 }
  },
  wrongBatchBackward(
    "dV transposed", "Every number of dV is right and stands with its row and column exchanged.",
    "Which index of V belongs to H_t, and which to H_{t−1}?"
  ) {
    $0.finish = { $1.gradients.V = $1.gradients.V.transposed }
  },
  wrongBatchBackward(
    "a dInitialHidden of zero",
    "The states before the first step get no gradient, as if they had no influence.",
    "Does the loss depend on the states before the first step?"
  ) {
    $0.finish = { $1.dInitialHidden *= 0 }
  },
  wrongBatchBackward(
    "a dInitialHidden of B × H",
    "Every number is right, but a row belongs to each sequence where a column should.",
    "Which shape has the gradient of a matrix of H × B?"
  ) { $0.finish = { $1.dInitialHidden = $1.dInitialHidden.transposed } },
  wrongBatchBackward(
    "a dInitialHidden that is the same for all sequences",
    "Each sequence's beginning gets what belongs to all of them together.",
    "Does sequence 0 know where sequence 1 began?"
  ) {
    $0.finish = {
      let sum = $1.dInitialHidden.sumOfColumns
      $1.dInitialHidden = Matrix(columns: (0..<$1.dInitialHidden.columns).map { _ in sum })
    }
  },
  wrongBatchBackward(
    "clipping inside the backward pass",
    "Long gradients come out shortened, and no finite difference can agree with them.",
    "Is a clipped gradient still the gradient of the loss?"
  ) { $0.finish = { $1.gradients = try clip($1.gradients, maximumNorm: 0.25) } },
]
