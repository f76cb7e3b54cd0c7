import Checking
import Contracts
import Recurrent
import Reference

/// What the step is taken on, how the gradient is clipped, and what moves.
let batchStepUpdateMisconceptions: [Misconception<BatchTrainingInput, BatchTrainingOutput>] =
  [
    // The clipping.
    wrongBatchStep(
      "each tensor clipped by its own norm",
      "Each tensor shrinks by another factor, so the step goes in another direction.",
      "How many norms has a gradient?"
    ) {
      $0.clip = { g, limit, _ in
        var clipped = g
        clipped.tensors = try g.tensors.map {
          try Reference.clip(TensorList([$0]), maximumNorm: limit).tensors[0]
        }
        return clipped
      }
    },
    wrongBatchStep(
      "each element of the gradient clipped",
      "Large elements are cut and small ones are not, so the step turns another way.",
      "Does your gradient keep its direction?"
    ) {
      $0.clip = { g, limit, _ in
        var clipped = g
        clipped.tensors = g.tensors.map { $0.map { min(limit, max(-limit, $0)) } }
        return clipped
      }
    },
    wrongBatchStep(
      "a gradient that is always brought to the limit",
      "Short gradients are made longer, where only long ones should be cut.",
      "What should become of a gradient whose norm is below the limit?"
    ) {
      $0.clip = { g, limit, _ in
        var scaled = g
        let norm = g.tensors.reduce(0) { $0 + Vector($1.elements).dot(Vector($1.elements)) }
          .squareRoot()
        if norm > 0 { scaled.tensors = g.tensors.map { (limit / norm) * $0 } }
        return scaled
      }
    },
    wrongBatchStep(
      "the step clipped in place of the gradient: clip(r g)",
      "The limit acts on the step, so that it is hardly ever reached.",
      "What is compared with `maximumNorm`: g or r g?"
    ) {
      $0.clip = { g, limit, rate in
        try Reference.clip(g, maximumNorm: limit / max(rate, 1e-300))
      }
    },
    wrongBatchStep(
      "parameters clipped in place of gradients",
      "The parameters are held near zero, while the step may be of any length.",
      "What does `clip` get from you: the gradient or the parameters?"
    ) {
      $0.clip = { gradients, _, _ in gradients }
      $0.moved = { _, after, limit in try Reference.clip(after, maximumNorm: limit) }
    },
    // What the step is taken on.
    wrongBatchStep(
      "a step without the mask: padding is read and judged like tokens",
      "Loss and gradient go over all places of the batch, those without a token, too.",
      "Which of your calls sees `batch.mask`?"
    ) {
      $0.batch = { Batch(inputs: $0.inputs, targets: $0.targets, mask: $0.mask.map { _ in 1 }) }
    },
    wrongBatchStep(
      "inputs in place of targets", "The network is taught to repeat what it has just read.",
      "Which of the two should the network predict?"
    ) { $0.batch = { Batch(inputs: $0.inputs, targets: $0.inputs, mask: $0.mask) } },
    wrongBatchStep(
      "the first sequence of the batch alone",
      "The other sequences of the batch are neither judged nor learnt from.",
      "How many sequences does the step learn from?"
    ) {
      $0.batch = {
        Batch(
          inputs: $0.inputs.map { [$0[0]] }, targets: $0.targets.map { [$0[0]] },
          mask: Matrix(columns: [$0.mask.column(0)]))
      }
    },
    wrongBatchStep(
      "initial states of ones", "Every sequence begins as if much had been read already.",
      "From which states does the contract let each sequence begin?"
    ) { $0.initial = { Matrix(zeros: $0, $1).map { _ in 1 } } },
    wrongBatchStep(
      "a mean of the sequences' own means, in loss and gradient",
      "Every sequence weighs the same, so a token of a short one weighs more.",
      "Should a token of a short sequence weigh more than one of a long sequence?"
    ) { $0.weighsSequences = true },
    wrongBatchStep(
      "the loss of all places: divided by T · B",
      "The parameters move rightly, but padding counts in the mean that is returned.",
      "How many of the places of the batch are tokens?"
    ) { $0.loss = { $0 * Double($1.tokens) / Double($1.steps * $1.size) } },
    wrongBatchStep(
      "the loss of a step: divided by T",
      "The parameters move rightly, but the loss returned grows with the number of sequences.",
      "By what is the loss divided?"
    ) { $0.loss = { $0 * Double($1.tokens) / Double($1.steps) } },
    wrongBatchStep(
      "a loss divided by the tokens once more",
      "The parameters move rightly, but the mean that is returned has been divided twice.",
      "What does `maskedCrossEntropy` return: a sum or a mean?"
    ) { $0.loss = { $0 / Double($1.tokens) } },
    wrongBatchStep(
      "a loss divided by B once more",
      "The parameters move rightly, but the mean that is returned is divided by the sequences, too.",
      "What does `maskedCrossEntropy` return: a sum or a mean?"
    ) { $0.loss = { $0 / Double($1.size) } },
    wrongBatchStep(
      "a loss of zero", "The parameters move rightly, but the loss is lost on its way out.",
      "Which number does the caller get?"
    ) { $0.loss = { _, _ in 0 } },
    // The gradient.
    wrongBatchStep(
      "dLogits masked by their first sequence alone",
      "What all sequences but the first have to say is left out of the gradient.",
      "How many columns of `dLogits[t]` does the backward pass need?"
    ) {
      $0.dLogits = { dLogits, _ in
        dLogits.map { d in
          d.scaling(columns: Vector((0..<d.columns).map { $0 == 0 ? 1.0 : 0 }))
        }
      }
    },
    wrongBatchStep(
      "dLogits of the last step alone",
      "The loss is right, but only the longest sequences' last predictions leave a gradient.",
      "At how many steps does the loss have a gradient?"
    ) {
      $0.dLogits = { dLogits, _ in
        dLogits.enumerated().map { $0 == dLogits.count - 1 ? $1 : 0 * $1 }
      }
    },
    // The update.
    wrongBatchStep(
      "two steps on one batch", "The parameters move twice for each batch.",
      "How many updates does one batch make?"
    ) { $0.updates = 2 },
    wrongBatchStep(
      "a step of twice the length", "The parameters move by −2 r clip(g).",
      "How often is the step subtracted?"
    ) { $0.rate = { rate, _ in 2 * rate } },
    wrongBatchStep(
      "a rate that is left out: a step of the whole gradient",
      "The parameters move by −clip(g), whatever the rate is.",
      "Where is `learningRate` used?"
    ) { $0.rate = { _, _ in 1 } },
  ] + keptMisconceptions

/// Tensors that the update forgets.
private let keptMisconceptions: [Misconception<BatchTrainingInput, BatchTrainingOutput>] =
  [
    ("U", [0]), ("V", [1]), ("W", [2]), ("b_h", [3]), ("b_o", [4]), ("b_h and b_o", [3, 4]),
  ].map { (what: String, places: [Int]) in
    wrongBatchStep(
      "\(what) left out of the update",
      "\(what) never \(places.count > 1 ? "move" : "moves"); all other parameters learn.",
      "Which of the parameters does your step move?"
    ) {
      $0.moved = { before, after, _ in
        var moved = after
        for place in places { moved.tensors[place] = before.tensors[place] }
        return moved
      }
    }
  }
