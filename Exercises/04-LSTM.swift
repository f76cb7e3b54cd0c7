// 04 Long short-term memory – the exercises of lessons/04-lstm.md.
// Work here, then: swift run lesson run 04

import Recurrent
import StudentRuntime

// MARK: - 04.1 Initial parameters

/// Initial parameters of an LSTM: orthogonal weights, zero biases.
///
/// - Parameters:
///   - hiddenSize: H ≥ 1.
///   - vocabularySize: V ≥ 1.
///   - random: every weight is `orthogonal` of a Gaussian matrix drawn from it, of the
///     weight's own shape, in the order Wf, Wi, Wg, Wo, Wv.
/// - Returns: Wf, Wi, Wg and Wo (H × (H + V) each), Wv (V × H), and the biases bf, bi, bg, bo (H
///   each) and bv (V), all zero.
func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  // TODO: Draw five weights, each from its own Gaussian matrix.
  throw NotImplemented("04.1")
}

// MARK: - 04.2 One step

/// One step of an LSTM.
///
/// - Parameters:
///   - token: the input, in `0..<V`.
///   - hidden: h′, the hidden state before the step, H elements.
///   - cell: c′, the memory cell before the step, H elements.
///   - parameters: Wf, Wi, Wg and Wo (H × (H + V)), whose first H columns meet h′ and whose last V
///     columns meet the one-hot vector of the token; bf, bi, bg and bo (H).
/// - Returns: six vectors of H elements: the gates and the candidate *after* their sigmoid or tanh,
///   the new cell and the new hidden state.
func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  // TODO: Join h′ and x, compute three gates and a candidate, then the cell, then the hidden state.
  throw NotImplemented("04.2")
}

// MARK: - 04.3 The whole sequence

/// The forward pass of an LSTM over a whole sequence.
///
/// - Parameters:
///   - inputs: T tokens in `0..<V`; T ≥ 1.
///   - initialHidden: the hidden state before the first step, H elements, not always zero.
///   - initialCell: the memory cell before the first step, H elements, not always zero.
///   - parameters: of the network; Wv is V × H, bv has V elements.
/// - Returns: a trace with the inputs and the initial state and cell as given, T steps, and T
///   vectors of V logits, logits = Wv h + bv.
func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  // TODO: Take a step for each token and carry both the hidden state and the cell.
  throw NotImplemented("04.3")
}

// MARK: - 04.4 The backward pass

/// The gradient of the summed cross-entropy with respect to every parameter, the initial hidden
/// state and the initial cell.
///
/// - Parameters:
///   - trace: what `lstmForward` returned for these parameters: T ≥ 1 steps, and an initial hidden
///     state and cell of H elements each that are not always zero.
///   - targets: T tokens in `0..<V`.
///   - parameters: Wf, Wi, Wg, Wo (H × (H + V)), Wv (V × H), bf, bi, bg, bo (H), bv (V).
/// - Returns: `gradients` in the shapes of the parameters, each summed over the T steps, not averaged
///   and not clipped; `dInitialHidden` and `dInitialCell`, H elements each, with respect to
///   `trace.initialHidden` and `trace.initialCell`.
func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  // TODO: Go from the last step to the first and carry two gradients, dHidden and dCell.
  throw NotImplemented("04.4")
}

// MARK: - 04.5 The training loop

/// Trains an LSTM by stochastic gradient descent, one sequence at a time.
///
/// Each epoch first takes the mean loss of `validation`, without any update. Then, for each
/// sequence of `training` in the given order: forward pass, loss, backward pass, clipping by
/// `maximumNorm`, SGD step. Then it calls `log.record(training:validation:)`, once.
///
/// - Parameters:
///   - parameters: the weights to begin with; afterwards the trained ones. They are not drawn anew.
///   - training: one or more examples, each of one or more steps, in an order that is kept.
///   - validation: one or more examples.
///   - epochs: how often to go through `training`; 0 changes nothing and records nothing.
///   - learningRate: of the SGD step.
///   - maximumNorm: of the clipping.
///   - log: receives one record per epoch. `training` is the mean over the sequences of the loss
///     met just before that sequence's update; `validation` the mean over the validation sequences
///     before the epoch's first update. A sequence's loss is the *sum* of its cross-entropies.
///     Every sequence, in both sets, starts from a hidden state and a cell of H zeros.
func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  // TODO: The loop of 03.5, with two states to begin from instead of one.
  throw NotImplemented("04.5")
}

// MARK: - 04.6 A check of shapes and ranges

/// What is impossible about a trace, whatever the weights.
///
/// - Parameters:
///   - trace: what a forward pass gave, right or wrong; T is the number of its inputs.
///   - hiddenSize: H of the network that should have made it.
///   - vocabularySize: V of that network.
/// - Returns: `nil` for every trace of a right LSTM. Otherwise a sentence of yours, if one of these is
///   not so: T ≥ 1 tokens in `0..<V`; T steps, and T vectors of V finite logits; an initial state and
///   an initial cell of H finite numbers, of any size; six vectors of H numbers in each step; f, i and
///   o from 0 to 1, g and h from −1 to 1, the ends included; and |c_t[k]| ≤ |c_{t−1}[k]| + 1 for each
///   element k, from the initial cell on, which rounding may exceed in the last digits.
func complaint(
  about trace: LSTMTrace, hiddenSize: Int, vocabularySize: Int
) throws -> String? {
  // TODO: Compare all lengths, then all ranges, and say what is not as it must be.
  throw NotImplemented("04.6")
}
