import Checking
import Contracts
import Recurrent
import Reference

// T steps, B sequences, H hidden size, V vocabulary size.

let batchedBackwardExercise = Exercise<BatchedBackwardInput, BatchedBackwardOutput>(
  "06.4", "The backward pass of a batch", points: 7,
  hints: [
    """
    Look at your `rnnBackward` of 03.1: every line has its counterpart here, a matrix with one column per \
    sequence in place of a vector. Only two things are new: `dLogits` is given, and at padding the state \
    went past the step unchanged.
    """,
    """
    `addOuter` of two matrices and `sumOfColumns` add up over the batch. Split dH by row t of the mask: \
    what belongs to tokens goes through the slope and V as before, what belongs to padding is handed to \
    step t − 1 as it is.
    """,
    """
    dH = Wᵀ dLogits_t + dNext; dA = dH ⊙ (1 − H_t²) · diag(m_t); dW += dLogits_t H_tᵀ, db_o and db_h += \
    sums of columns, dU[:, x_t,b] += dA[:, b], dV += dA H_{t−1}ᵀ; dNext = Vᵀ dA + dH · diag(1 − m_t).
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.4")
    func drawn(
      _ name: String, _ lengths: [Int], hidden: Int, vocabulary: Int, scale: Double = 0.6
    ) -> Challenge<BatchedBackwardInput> {
      challenge(
        name, random.batch(lengths, below: vocabulary),
        0.5 * random.normal(hidden, lengths.count),
        random.parameters(hiddenSize: hidden, vocabularySize: vocabulary, scale: scale), &random)
    }
    return [
      challenge(
        "two sequences, of one and two tokens, H 2, V 3",
        Batch(
          inputs: [[1, 0], [0, 2]], targets: [[2, 1], [0, 2]], mask: Matrix(2, 2, [1, 1, 0, 1])),
        Matrix(2, 2, [0.6, 0, -0.4, 0.2]), .readable, &random),
      drawn("one sequence alone", [3], hidden: 3, vocabulary: 4),
      drawn("nothing padded", [3, 3], hidden: 4, vocabulary: 3),
      drawn("two sequences, H 3, V 4", [4, 2], hidden: 3, vocabulary: 4),
      drawn("as many sequences as hidden units and words", [3, 5, 2, 1], hidden: 4, vocabulary: 4),
      drawn("saturated: large weights", [4, 2, 5], hidden: 5, vocabulary: 4, scale: 2),
      drawn(
        "random, nine sequences", (0..<8).map { _ in random.integer(in: 1...7) } + [9], hidden: 6,
        vocabulary: 4),
      drawn("random, H 11, V 3", [6, 2, 3, 1, 7], hidden: 11, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: { input in
    let (gradients, dInitialHidden) = try batchedBackward(
      input.trace, dLogits: input.dLogits, parameters: input.parameters)
    return BatchedBackwardOutput(gradients: gradients, dInitialHidden: dInitialHidden)
  },
  observations: {
    [
      Observation(
        "dW", claim: "dW sums dLogits ⊗ h over the steps and the sequences", $0.gradients.W),
      Observation(
        "dbOutput", claim: "dbOutput sums dLogits over the steps and the sequences",
        $0.gradients.bOutput),
      Observation(
        "dbHidden", claim: "dbHidden sums dA = dH ⊙ (1 − H²) over the tokens, padding left out",
        $0.gradients.bHidden),
      Observation(
        "dU", claim: "dU sums dA ⊗ x: column b of dA goes to the column of sequence b's token",
        $0.gradients.U),
      Observation(
        "dV", claim: "dV sums dA ⊗ h_{t−1}, with the initial states at t = 0", $0.gradients.V),
      Observation(
        "dInitialHidden",
        claim: "dInitialHidden is what step 0 hands back: Vᵀ dA at tokens, dH at padding",
        $0.dInitialHidden),
    ]
  },
  properties: [gradientOfOwnBatch],
  sizes: {
    [
      .steps($0.trace.batch.steps), .batch($0.trace.batch.size), .tokens($0.trace.batch.tokens),
      .hidden($0.parameters.hiddenSize), .vocabulary($0.parameters.vocabularySize),
    ]
  },
  shares: { try timeShares($0) },
  ladder: batchLadder,
  misconceptions: batchedBackwardMisconceptions)

/// Gradients at the logits of any size, at padding too: the loss might look at the last row alone.
private func challenge(
  _ name: String, _ batch: Batch, _ initialHidden: Matrix, _ parameters: RNNParameters,
  _ random: inout SeededRandom
) -> Challenge<BatchedBackwardInput> {
  guard
    let trace = try? batchedForward(batch, initialHidden: initialHidden, parameters: parameters)
  else { preconditionFailure("the challenges of 06.4 are batches") }
  return Challenge(
    name,
    BatchedBackwardInput(
      trace: trace,
      dLogits: random.matrices(batch.steps, parameters.vocabularySize, batch.size, scale: 0.5),
      parameters: parameters))
}

/// Central differences of Σ dLogits ⊙ logits, whose gradient at the logits is `dLogits`.
private let gradientOfOwnBatch = Property<BatchedBackwardInput, BatchedBackwardOutput>(
  OwnGradient.claim
) { input, got, ask in
  // One call for each number moved: the challenge with two sequences, H 3 and V 4 is small enough.
  guard input.parameters.hiddenSize == 3, input.trace.batch.size == 2 else { return nil }
  let check = OwnGradient(
    exercise: "06.4", backward: "batchedBackward", forward: "batchedForward",
    names: input.parameters.names + ["InitialHidden"],
    point: TensorList(input.parameters.tensors + [input.trace.initialHidden]),
    gradient: TensorList(got.gradients.tensors + [got.dInitialHidden]), targets: [])
  return try check.finding { point in
    var parameters = input.parameters
    parameters.tensors = Array(point.tensors.dropLast())
    let logits = try NoAnswer.catching(
      from: ask, "06.3",
      BatchedForwardInput(
        batch: input.trace.batch, initialHidden: point.tensors[point.tensors.count - 1],
        parameters: parameters),
      as: BatchTrace.self
    ).get().logits
    // A forward pass of other shapes has no such sum; 06.3 says what is wrong with it.
    guard logits.map(\.shape) == input.dLogits.map(\.shape) else { return .nan }
    return zip(logits, input.dLogits).reduce(0) { sum, pair in
      sum + Vector(pair.0.elements).dot(Vector(pair.1.elements))
    }
  }
}

extension Matrix {
  fileprivate var shape: [Int] { [rows, columns] }
}
