// 07 The gated recurrent unit – the exercises of lessons/07-gru.md.
// Work here, then: swift run lesson run 07

import Recurrent
import StudentRuntime

// MARK: - 07.1 Initial parameters

/// Initial parameters of a GRU: orthogonal weights, zero biases.
///
/// - Parameters:
///   - hiddenSize: H ≥ 1.
///   - vocabularySize: V ≥ 1.
///   - random: every weight is `orthogonal` of a Gaussian matrix drawn from it, of the
///     weight's own shape, in the order Wxr, Wxz, Wxn, Whr, Whz, Whn, Wv.
/// - Returns: Wxr, Wxz and Wxn (H × V each), Whr, Whz and Whn (H × H each), Wv (V × H), and the
///   biases bxr, bxz, bxn, bhr, bhz, bhn (H each) and bv (V), all zero.
func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  // TODO: Draw seven weights, each from its own Gaussian matrix.
  throw NotImplemented("07.1")
}

// MARK: - 07.2 One step

/// One step of a GRU, with the reset gate behind the product.
///
/// - Parameters:
///   - token: the input, in `0..<V`.
///   - hidden: h′, the hidden state before the step, H elements, not always zero.
///   - parameters: Wxr, Wxz and Wxn (H × V), Whr, Whz and Whn (H × H); bxr, bxz, bxn, bhr, bhz and
///     bhn (H).
/// - Returns: five vectors of H elements: both gates and the candidate *after* their sigmoid or tanh,
///   the recurrent term Whn h′ + bhn *before* the reset gate, and the new hidden state.
func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  // TODO: Compute two gates, the recurrent term and the candidate, then mix old state and candidate.
  throw NotImplemented("07.2")
}

// MARK: - 07.3 The whole sequence

/// The forward pass of a GRU over a whole sequence.
///
/// - Parameters:
///   - inputs: T tokens in `0..<V`; T ≥ 1.
///   - initialHidden: the hidden state before the first step, H elements, not always zero.
///   - parameters: of the network; Wv is V × H, bv has V elements.
/// - Returns: a trace with the inputs and the initial state as given, T steps, and T vectors of V
///   logits, logits = Wv h + bv.
func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  // TODO: Take a step for each token and carry the hidden state.
  throw NotImplemented("07.3")
}

// MARK: - 07.4 The backward pass

/// The gradient of the summed cross-entropy with respect to every parameter and the initial hidden
/// state.
///
/// - Parameters:
///   - trace: what `gruForward` returned for these parameters: T ≥ 1 steps, and an initial hidden
///     state of H elements that is not always zero.
///   - targets: T tokens in `0..<V`.
///   - parameters: Wxr, Wxz, Wxn (H × V), Whr, Whz, Whn (H × H), Wv (V × H), bxr, bxz, bxn, bhr, bhz,
///     bhn (H), bv (V).
/// - Returns: `gradients` in the shapes of the parameters, each summed over the T steps, not averaged
///   and not clipped; `dInitialHidden`, H elements, with respect to `trace.initialHidden`.
func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  // TODO: Go from the last step to the first and carry one gradient, dHidden.
  throw NotImplemented("07.4")
}

// MARK: - 07.5 The training loop

/// Trains a GRU by stochastic gradient descent, one sequence at a time.
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
///     Every sequence, in both sets, starts from a hidden state of H zeros.
func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  // TODO: The loop of 03.5 and 04.5 on the functions of this lesson.
  throw NotImplemented("07.5")
}
