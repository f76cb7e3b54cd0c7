// 03 Backpropagation through time – the exercises of lessons/03-bptt.md.
// Work here, then: swift run lesson run 03

import Recurrent
import StudentRuntime

// MARK: - 03.1 The backward pass

/// The gradient of the summed cross-entropy with respect to every parameter and to the initial
/// state.
///
/// - Parameters:
///   - trace: what `rnnForward` returned for these parameters: T inputs in `0..<V`, T hidden states
///     of H, T vectors of V logits, and an initial state of H elements that is not always zero. T ≥
///     1.
///   - targets: T tokens in `0..<V`.
///   - parameters: U (H × V), V (H × H), W (V × H), bHidden (H), bOutput (V).
/// - Returns: `gradients` in the shapes of the parameters: U (H × V), V (H × H), W (V × H), bHidden
///   (H), bOutput (V), each summed over the T steps, not averaged and not clipped.
///   `dInitialHidden`, H elements, is the gradient with respect to `trace.initialHidden`.
func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  // TODO: Go from the last step to the first, carry the state's gradient, and add up the shares.
  throw NotImplemented("03.1")
}

// MARK: - 03.2 The gradient check

/// The gradient of any loss by central differences, (L(p + s) − L(p − s)) / 2s for each single
/// number p.
///
/// - Parameters:
///   - loss: the function to differentiate; it may throw.
///   - parameters: where; one or more tensors of any shapes.
///   - step: s > 0, the same for every number.
/// - Returns: one derivative for each number, in the shapes of `parameters`. While one number is
///   moved, all others have their original values.
func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  // TODO: Move each number up and down by the step and divide the difference of the losses by 2s.
  throw NotImplemented("03.2")
}

/// The largest relative error between two gradients, over all numbers of all tensors.
///
/// - Parameters:
///   - analytic: a gradient from a formula.
///   - numerical: a gradient of the same shapes.
/// - Returns: the largest |a − n| / max(|a|, |n|) over all pairs, where a pair of two zeros counts
///   as 0. NaN if any number is NaN: a NaN must not hide behind a comparison that is false.
func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  // TODO: Find the worst pair.
  throw NotImplemented("03.2")
}

// MARK: - 03.3 Clipping

/// A gradient, scaled down where its norm is beyond a limit.
///
/// - Parameters:
///   - gradients: one or more tensors.
///   - maximumNorm: c > 0.
/// - Returns: every number of every tensor times the one factor min(1, c/(‖g‖ + 1e-6)), where ‖g‖
///   is the Euclidean norm over all numbers of all tensors together. A gradient well within the
///   limit comes back as it is.
func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  // TODO: Compute the global norm and scale all tensors by one factor.
  throw NotImplemented("03.3")
}

// MARK: - 03.4 The SGD step

/// One step of gradient descent, in place.
///
/// - Parameters:
///   - parameters: one or more tensors; afterwards every number p is p − learningRate · g.
///   - gradients: the same shapes; used as they are, without clipping.
///   - learningRate: r > 0.
func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  // TODO: Move every number a little against its gradient.
  throw NotImplemented("03.4")
}

// MARK: - 03.5 The training loop

/// Trains a network by stochastic gradient descent, one sequence at a time.
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
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  // TODO: For each epoch, take the validation loss, update once per training sequence, record both.
  throw NotImplemented("03.5")
}

// MARK: - 03.6 Generation

/// Continues a prompt greedily.
///
/// - Parameters:
///   - prompt: tokens in `0..<V`, read one after the other from a hidden state of H zeros.
///   - parameters: of the network.
///   - endOfSequence: the token after which nothing more is generated.
///   - limit: the largest number of new tokens, ≥ 0.
/// - Returns: the new tokens only, without the prompt. Each is the one with the largest logit, the
///   smallest id among equals, and is then read as the next input. `endOfSequence`, once generated,
///   is included and is the last; otherwise there are exactly `limit` tokens. An empty prompt gives
///   no tokens.
func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  // TODO: Read the prompt, then choose, keep and read the likeliest token until the end or limit.
  throw NotImplemented("03.6")
}

// MARK: - 03.7 Your check on trial

/// Puts a gradient on trial: which of its tensors are not the derivatives of the loss.
///
/// - Parameters:
///   - gradient: what a backward pass gave at `parameters`. A right tensor is right to rounding, and
///     its numbers may have any size, zeros among them. A wrong one holds a number that is off by a
///     thousandth of the tensor's largest or more, and by at least 5e-7; or a NaN or an infinity; or
///     it has another shape than its parameter.
///   - loss: the loss at any parameters of these shapes, smooth, in full float64.
///   - parameters: where the gradient was taken; one or more tensors of any shapes.
/// - Returns: the names of the wrong tensors, out of `parameters.names`, in any order. None for a
///   right gradient.
func wrongTensors<P: ParameterSet>(
  in gradient: P, of loss: (P) throws -> Double, at parameters: P
) throws -> [String] {
  // TODO: Take a numerical gradient, and name the tensors that do not agree with it.
  throw NotImplemented("03.7")
}
