// 06 Batches – the exercises of lessons/06-batches.md.
// Work here, then: swift run lesson run 06

import Recurrent
import StudentRuntime

// MARK: - 06.1 Padding and mask

/// Sequences side by side, the shorter ones padded at their ends.
///
/// - Parameter examples: B ≥ 1 sequences of one or more tokens, each with a target for every input.
/// - Returns: a batch of T × B, T the length of the longest. Row t of `inputs` and of `targets`
///   holds token t of every sequence, in the order given, and 0 where the sequence has ended;
///   `mask[t, b]` is 1 where sequence b has a token and 0 beyond its end. The mask follows from the
///   lengths, not from the ids: 0 is also the id of a word.
func pad(_ examples: [Example]) throws -> Batch {
  // TODO: Begin with zeros, T rows of B, and write the tokens and the ones of the mask.
  throw NotImplemented("06.1")
}

// MARK: - 06.2 The loss of a batch

/// The mean cross-entropy over the tokens of a batch, and its gradient at the logits.
///
/// - Parameters:
///   - logits: T matrices of V × B, one column per sequence.
///   - batch: T steps of B sequences; N of its T · B places are tokens, N ≥ 1.
/// - Returns: `loss`, the sum of the cross-entropies at the N tokens divided by N, nats per token;
///   and `dLogits`, T matrices of V × B: (softmax − onehot) / N where there is a token, zeros where
///   there is padding.
func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  // TODO: Go through the places with mask 1 and add up losses and gradients, each divided by N.
  throw NotImplemented("06.2")
}

// MARK: - 06.3 The forward pass of a batch

/// The forward pass of a recurrent network over a batch.
///
/// - Parameters:
///   - batch: T steps of B sequences, padded at their ends.
///   - initialHidden: the states before the first step, H × B, one column per sequence, not always
///     zero.
///   - parameters: U (H × V), V (H × H), W (V × H), bHidden (H), bOutput (V).
/// - Returns: a trace with the batch and the initial states as given, T matrices of H × B states and
///   T of V × B logits. Where the mask is 1, a column of `hidden[t]` is tanh(U x + V h′ + b_h), h′
///   the same column of the step before; where it is 0, the column is h′ itself. The logits are
///   W h + b_o in every column.
func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  // TODO: Take each step for all sequences at once; where the mask is 0, keep the state.
  throw NotImplemented("06.3")
}

// MARK: - 06.4 The backward pass of a batch

/// The gradient, with respect to every parameter and to the initial states, of any loss whose
/// gradient at the logits is given.
///
/// - Parameters:
///   - trace: what `batchedForward` returned for these parameters.
///   - dLogits: T matrices of V × B; not always zero at padding.
///   - parameters: U (H × V), V (H × H), W (V × H), bHidden (H), bOutput (V).
/// - Returns: `gradients` in the shapes of the parameters, each summed over the steps and over the
///   sequences, not divided by anything and not clipped; `dInitialHidden`, H × B, with respect to
///   `trace.initialHidden`.
func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  // TODO: Go from the last step to the first; part what went through the step from what went past.
  throw NotImplemented("06.4")
}

// MARK: - 06.5 One step on a batch

/// One step of stochastic gradient descent on a batch.
///
/// - Parameters:
///   - parameters: before the call as they were, afterwards moved by one step, −learningRate times
///     the gradient of the batch's mean loss, clipped by `maximumNorm`.
///   - batch: T steps of B sequences, each from a hidden state of H zeros.
///   - learningRate: of the SGD step.
///   - maximumNorm: of the clipping.
/// - Returns: the mean loss per token before the update.
func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  // TODO: Forward, loss, backward, clip, step.
  throw NotImplemented("06.5")
}

// MARK: - 06.6 Buckets

/// Sequences of like length together.
///
/// - Parameters:
///   - examples: any number of sequences.
///   - size: B ≥ 1.
/// - Returns: the examples sorted by the number of their inputs, the shortest first, those of one
///   length in the order in which they were given, and cut into groups of B. Only the last group may
///   be smaller, and none is empty.
func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  // TODO: Sort by length, then cut.
  throw NotImplemented("06.6")
}
