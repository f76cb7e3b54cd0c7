import Checking
import Contracts
import Recurrent
import Reference

/// Wrong backward passes over a batch that people really write.
let batchedBackwardMisconceptions: [Misconception<BatchedBackwardInput, BatchedBackwardOutput>] = [
  // Padding.
  wrong(
    "a mask forgotten: padding goes through the slope and V like a token",
    "What padding should hand on as it is goes through the slope and V at each step.",
    "What did the forward pass do with the state where there is padding?"
  ) {
    $0.masked = { dActivation, _ in dActivation }
    $0.past = { dHidden, _ in 0 * dHidden }
  },
  wrong(
    "a mask forgotten in dA, though what is at padding is handed on",
    "Places of padding add to dV, dU and dbHidden, though no token was read there.",
    "Does a place of padding have a share in dV?"
  ) { $0.masked = { dActivation, _ in dActivation } },
  wrong(
    "a mask forgotten in the carry: what padding should hand on is lost",
    "A sequence that ends early loses all gradient that comes from behind its end.",
    "H_t = H_{t−1} at padding. What is the gradient of the one by the other?"
  ) { $0.past = { dHidden, _ in 0 * dHidden } },
  wrong(
    "everything handed on unchanged, at tokens too",
    "At tokens the carry has a second share that went past the step, so it grows too large.",
    "Where did the state go past the step, and where did it not?"
  ) { $0.past = { dHidden, _ in dHidden } },
  wrong(
    "a mask the wrong way round", "Padding goes through the slope and V, and tokens are passed by.",
    "Which columns of dH go through the slope and V?"
  ) {
    $0.masked = { dActivation, mask in dActivation.scaling(columns: 1 - mask) }
    $0.past = { dHidden, mask in dHidden.scaling(columns: mask) }
  },
  wrong(
    "dLogits at padding left out",
    "What the loss says at padding is thrown away, though the caller may have meant it.",
    "Is `dLogits` masked already where the loss is, and is it this function's to mask it?"
  ) { $0.dLogits = { dLogits, mask in dLogits.scaling(columns: mask) } },
  // Sums over the batch.
  wrong(
    "bias gradients of the first sequence alone",
    "dbHidden and dbOutput hear of one sequence of the batch, whatever the others say.",
    "How many columns does a bias act on?"
  ) { $0.biasSum = { $0.column(0) } },
  wrong(
    "bias gradients that are means over the batch",
    "dbHidden and dbOutput are B times too small; the weights' gradients are right.",
    "How often is the bias used in one step?"
  ) { $0.biasSum = { (1 / Double($0.columns)) * $0.sumOfColumns } },
  wrong(
    "gradients that are means over the batch: 1/B", "All gradients are B times too small.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { $1.scale(by: 1 / Double($0.trace.batch.size)) }
  },
  wrong(
    "gradients that are divided by the tokens once more",
    "All gradients are too small by the number of tokens, which divides them twice.",
    "Where was the mean taken already?"
  ) {
    $0.finish = { $1.scale(by: 1 / Double($0.trace.batch.tokens)) }
  },
  wrong(
    "dU in which one token of two equal ones is lost",
    "Where several sequences read the same token, all but one are lost in dU.",
    "What becomes of a column of dU if two sequences read the same token?"
  ) {
    $0.addInputs = { dU, dActivation, ids in
      for (b, id) in ids.enumerated() where ids.lastIndex(of: id) == b {
        for i in 0..<dU.rows { dU[i, id] += dActivation[i, b] }
      }
    }
  },
  wrong(
    "dU in the columns of the targets",
    "Each share of dU goes to a word that the network did not read there.",
    "Which tokens does U meet at step t?"
  ) {
    $0.usesTargets = true
  },
  // As in lesson 03.
  wrong(
    "no way back through time",
    "Each state hears of its own step's loss only; the losses after it are not felt.",
    "Through which two ways does a state act on the loss?"
  ) {
    $0.carries = false
  },
  wrong(
    "h_t where h_{t−1} belongs, in dV",
    "Each step's share of dV is built from the states that it made, not those it began with.",
    "Which hidden states does V multiply when it makes H_t?"
  ) { $0.before = { $0.hidden[$1] } },
  wrong(
    "initial states of zero, in dV",
    "The first step adds nothing to dV, though it began from `trace.initialHidden`.",
    "Are the states before the first step always zero?"
  ) {
    $0.before = { $1 > 0 ? $0.hidden[$1 - 1] : 0 * $0.initialHidden }
  },
  wrong(
    "a carry through V, not through its transpose",
    "The gradient takes each connection between two units in the wrong direction.",
    "What is the gradient of V h by h?"
  ) {
    $0.back = { p, dActivation in p.V * dActivation }
  },
  wrong(
    "a missing slope of tanh", "Saturated units get as much gradient as all the others.",
    "What lies between the sum and H_t?"
  ) {
    $0.slope = { $0.map { _ in 1 } }
  },
  wrong(
    "1 − h in place of 1 − h²",
    "Units with a negative state get too much gradient, units with a positive one too little.",
    "What is the derivative of tanh(a), in terms of h = tanh(a)?"
  ) {
    $0.slope = { $0.map { 1 - $0 } }
  },
  wrong(
    "gradients that are assigned at each step instead of added up",
    "Each step overwrites what later steps had added, so only step 0 is left in the end.",
    "U is used at every step: what does `gradients.U` hold after two of them?"
  ) { $0.counts = { $0 == 0 } },
  wrong(
    "a loop that stops before t = 0",
    "Step 0 adds nothing to any sum, and the carry never passes through it.",
    "At which t does your loop end: does `to:` include it?"
  ) { $0.stopsEarly = true },
  wrong(
    "gradients that lack the first step",
    "What step 0 has to add is missing in every sum over time.",
    "Does your loop add to the gradients at t = 0?"
  ) { $0.counts = { $0 > 0 } },
  wrong(
    "a dbHidden that counts padding, too",
    "Where a sequence has ended, what passes by still adds to the bias's gradient.",
    "Which columns of dA belong to tokens at step t?"
  ) { $0.countsPaddingInBias = true },
  wrong(
    "h[−1] at t = 0: the last hidden states in place of the initial ones",
    "The first step's share of dV meets states that lie in its future.",
    "Which states come before the first step, and where does the trace keep them?"
  ) { $0.before = { $0.hidden[$1 > 0 ? $1 - 1 : $0.hidden.count - 1] } },
  wrong(
    "a forgotten dbHidden",
    "b_h keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of U x + V h + b_h by b_h?"
  ) {
    $0.finish = { $1.gradients.bHidden *= 0 }
  },
  wrong(
    "a forgotten dbOutput",
    "b_o keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of W h + b_o by b_o?"
  ) {
    $0.finish = { $1.gradients.bOutput *= 0 }
  },
  wrong(
    "dV transposed", "Every number of dV is right and stands with its row and column exchanged.",
    "Which index of V belongs to H_t, and which to H_{t−1}?"
  ) {
    $0.finish = { $1.gradients.V = $1.gradients.V.transposed }
  },
  wrong(
    "a dInitialHidden of zero",
    "The states before the first step get no gradient, as if they had no influence.",
    "Does the loss depend on the states before the first step?"
  ) {
    $0.finish = { $1.dInitialHidden *= 0 }
  },
  wrong(
    "a dInitialHidden of B × H",
    "Every number is right, but a row belongs to each sequence where a column should.",
    "Which shape has the gradient of a matrix of H × B?"
  ) { $0.finish = { $1.dInitialHidden = $1.dInitialHidden.transposed } },
  wrong(
    "a dInitialHidden that is the same for all sequences",
    "Each sequence's beginning gets what belongs to all of them together.",
    "Does sequence 0 know where sequence 1 began?"
  ) {
    $0.finish = {
      let sum = $1.dInitialHidden.sumOfColumns
      $1.dInitialHidden = Matrix(columns: (0..<$1.dInitialHidden.columns).map { _ in sum })
    }
  },
  wrong(
    "clipping inside the backward pass",
    "Long gradients come out shortened, and no finite difference can agree with them.",
    "Is a clipped gradient still the gradient of the loss?"
  ) { $0.finish = { $1.gradients = try clip($1.gradients, maximumNorm: 0.25) } },
]

// MARK: - A backward pass with its decisions laid open

struct OpenBatchedBackward: Sendable {
  // The defaults are the right ones.
  var dLogits: @Sendable (Matrix, _ mask: Vector) -> Matrix = { dLogits, _ in dLogits }
  var slope: @Sendable (_ hidden: Matrix) -> Matrix = { $0.map { 1 - $0 * $0 } }
  /// What goes through the step, and what goes past it.
  var masked: @Sendable (_ dActivation: Matrix, _ mask: Vector) -> Matrix = {
    $0.scaling(columns: $1)
  }
  var past: @Sendable (_ dHidden: Matrix, _ mask: Vector) -> Matrix = {
    $0.scaling(columns: 1 - $1)
  }
  var back: @Sendable (RNNParameters, _ dActivation: Matrix) -> Matrix = {
    $0.V.transposedProduct($1)
  }
  var biasSum: @Sendable (Matrix) -> Vector = { $0.sumOfColumns }
  var addInputs: @Sendable (_ dU: inout Matrix, _ dActivation: Matrix, _ ids: [Int]) -> Void = {
    $0.addColumns($1, at: $2)
  }
  /// H_{t−1} as dV takes it.
  var before: @Sendable (BatchTrace, Int) -> Matrix = {
    $1 > 0 ? $0.hidden[$1 - 1] : $0.initialHidden
  }
  /// Whether step t counts in the sums over time.
  var counts: @Sendable (Int) -> Bool = { _ in true }
  var usesTargets = false
  var countsPaddingInBias = false
  var carries = true
  var stopsEarly = false
  var finish: @Sendable (BatchedBackwardInput, inout BatchedBackwardOutput) throws -> Void = {
    _, _ in
  }
  {
    didSet {
      finish = { [oldValue, finish] input, output in
        try oldValue(input, &output)
        try finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: BatchedBackwardInput) throws -> BatchedBackwardOutput {
    let (trace, p) = (input.trace, input.parameters)
    let batch = trace.batch
    var gradients = p.zeros
    var dNext = Matrix(zeros: p.hiddenSize, batch.size)
    for t in ((stopsEarly ? 1 : 0)..<batch.steps).reversed() {
      let mask = batch.mask.row(t)
      let dOutput = dLogits(input.dLogits[t], mask)
      var dHidden = p.W.transposedProduct(dOutput)
      if carries { dHidden += dNext }
      let unmasked = dHidden.hadamard(slope(trace.hidden[t]))
      let dActivation = masked(unmasked, mask)
      if counts(t) {
        gradients.W.addOuter(dOutput, trace.hidden[t])
        gradients.bOutput += biasSum(dOutput)
        gradients.bHidden += biasSum(countsPaddingInBias ? unmasked : dActivation)
        addInputs(&gradients.U, dActivation, usesTargets ? batch.targets[t] : batch.inputs[t])
        gradients.V.addOuter(dActivation, before(trace, t))
      }
      dNext = back(p, dActivation) + past(dHidden, mask)
    }
    var output = BatchedBackwardOutput(gradients: gradients, dInitialHidden: dNext)
    try finish(input, &output)
    return output
  }
}

extension BatchedBackwardOutput {
  fileprivate mutating func scale(by factor: Double) {
    gradients.tensors = gradients.tensors.map { factor * $0 }
    dInitialHidden *= factor
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenBatchedBackward) -> Void
) -> Misconception<BatchedBackwardInput, BatchedBackwardOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenBatchedBackward(),
    run: { try $0($1) },
    change: change)
}
