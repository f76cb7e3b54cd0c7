// 02 The forward pass of a recurrent network – the exercises of lessons/02-rnn-forward.md.
// Work here, then: swift run lesson run 02

import Recurrent
import StudentRuntime

// MARK: - 02.1 Initial parameters

/// The weights of an untrained network: orthogonal matrices and zero biases.
///
/// - Parameters:
///   - hiddenSize: H ≥ 1.
///   - vocabularySize: V ≥ 1.
///   - random: the stream to draw from; it is advanced by exactly the numbers of the three
///     matrices.
/// - Returns: U (H × V), V (H × H) and W (V × H), drawn in this order. Each is `orthogonal` of a
///   matrix of its own shape from `random.normal(rows, columns)`. The biases, H and V elements, are
///   zero.
func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  // TODO: Draw three orthogonal matrices and put zero biases beside them.
  throw NotImplemented("02.1")
}

// MARK: - 02.2 Activations

/// σ of each element, 1/(1 + e⁻ˣ).
///
/// - Parameter x: n elements, finite and of any size.
/// - Returns: n elements from 0 to 1, none of them NaN: 1 for a large positive element, 0 for a
///   large negative one.
func sigmoid(_ x: Vector) throws -> Vector {
  // TODO: Compute σ of each element without the exponential of a large positive number.
  throw NotImplemented("02.2")
}

/// The hyperbolic tangent of each element.
///
/// - Parameter x: n elements, finite and of any size.
/// - Returns: n elements from −1 to 1, none of them NaN.
func tanh(_ x: Vector) throws -> Vector {
  // TODO: Apply the library's tanh of a number to each element.
  throw NotImplemented("02.2")
}

/// eˣ/Σeˣ over the elements of one vector.
///
/// - Parameter logits: V ≥ 1 elements, finite and of any size.
/// - Returns: V elements from 0 to 1, none of them NaN, whose sum is 1 up to rounding.
func softmax(_ logits: Vector) throws -> Vector {
  // TODO: Shift by the largest logit, take exponentials, divide by their sum.
  throw NotImplemented("02.2")
}

// MARK: - 02.3 One step

/// The hidden state after one more token: tanh(U x + V h′ + b_h), x the token's one-hot vector.
///
/// - Parameters:
///   - token: the token that is read, in `0..<V`.
///   - hidden: h′, the state before the step, H elements; not always zero.
///   - parameters: U (H × V), V (H × H), bHidden (H); W and bOutput play no part in it.
/// - Returns: the state after the step, H elements.
func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  // TODO: Add the three terms and apply tanh to their sum.
  throw NotImplemented("02.3")
}

// MARK: - 02.4 The whole sequence

/// Runs the network over a sequence of T tokens.
///
/// - Parameters:
///   - inputs: T tokens, T ≥ 0, each in `0..<V`.
///   - initialHidden: the state before the first step, H elements; not always zero.
///   - parameters: U (H × V), V (H × H), W (V × H), bHidden (H), bOutput (V).
/// - Returns: a trace with `inputs` and `initialHidden` as given; `hidden[t]`, H elements, the
///   state after token t was read; `logits[t]` = W · hidden[t] + bOutput, V elements, without
///   softmax. Both lists have T elements; `initialHidden` is not one of them.
func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  // TODO: Step through the inputs and keep each state and its logits.
  throw NotImplemented("02.4")
}

// MARK: - 02.5 Cross-entropy

/// The cross-entropy of a sequence, −log softmax(logits)[target] over its steps.
///
/// - Parameters:
///   - logits: T ≥ 1 vectors of V elements, finite and of any size; not probabilities.
///   - targets: T tokens in `0..<V`.
///   - reduction: `.sum` adds the T losses, `.mean` divides their sum by T – not by V.
/// - Returns: nats per sequence, or per token. Finite for all finite logits: where the target's
///   probability is too small for a `Double`, the loss is still right, 1600 for logits (−800, 800)
///   and target 0.
func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  // TODO: Add up the log-sum-exp of each step minus the target's logit, then reduce.
  throw NotImplemented("02.5")
}
