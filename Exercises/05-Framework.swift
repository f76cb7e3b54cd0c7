// 05 The framework – the exercises of lessons/05-framework.md.
// Work here, then: swift run lesson run 05

import Recurrent
import StudentRuntime
import Torch

// MARK: - 05.1 The network

/// A network that predicts the next token: an LSTM, and a linear layer from its hidden states to
/// logits.
///
/// - `lstm` reads V numbers per step, one-hot, and has H hidden units; one layer, one direction.
/// - `output` turns the H numbers of a hidden state into V logits.
final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear

  /// - Parameters:
  ///   - vocabularySize: V ≥ 1.
  ///   - hiddenSize: H ≥ 1.
  ///   - outputBias: whether `output` has a bias.
  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    // TODO: Make the two layers.
    throw NotImplemented("05.1")
  }

  /// The logits of a sequence.
  ///
  /// - Parameter inputs: T × V, one one-hot row per step, float64.
  /// - Returns: T × V logits, without a softmax. The state begins as zeros.
  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    // TODO: Run the LSTM, then the linear layer on all of its hidden states.
    throw NotImplemented("05.1")
  }
}

// MARK: - 05.2 One training step

/// One step of training on one sequence.
///
/// - Parameters:
///   - network: its parameters may still hold the gradients of an earlier step.
///   - optimizer: made for the network's parameters.
///   - inputs: T × V, one-hot.
///   - targets: T token ids.
///   - maximumNorm: the gradients of all parameters together are clipped to this norm.
/// - Returns: the *sum* of the sequence's cross-entropies, from before the step, in nats.
func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  // TODO: Clear the gradients, run forward, take the loss, go backward, clip, step.
  throw NotImplemented("05.2")
}

// MARK: - 05.3 The training loop

/// Trains a network, one sequence at a time.
///
/// Each epoch first takes the mean loss of `validation`, without any update and without building a
/// graph. Then it takes one `trainingStep` for each sequence of `training`, in the given order. Then
/// it calls `log.record(training:validation:)`, once.
///
/// - Parameters:
///   - network: is trained in place.
///   - optimizer: made for the network's parameters; the same one for all steps.
///   - training: one or more examples of token ids, in an order that is kept.
///   - validation: one or more examples.
///   - epochs: how often to go through `training`; 0 changes nothing and records nothing.
///   - maximumNorm: of the clipping.
///   - log: receives one record per epoch, both losses as means over sequences of sums over steps:
///     `training` from before each step, `validation` from before the epoch's first step.
func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  // TODO: For each epoch, validate inside `noGrad`, then take a step for each sequence.
  throw NotImplemented("05.3")
}

// MARK: - 05.4 Carry your weights over

/// Sets a network's weights so that it computes, and learns, exactly what lesson 04's LSTM does.
///
/// - Parameters:
///   - parameters: Wf, Wi, Wg, Wo (H × (H + V)) on [h; x], Wv (V × H), bf, bi, bg, bo (H), bv (V).
///   - network: of the same sizes, with an output bias. Afterwards its tensors hold these numbers in
///     the framework's order, row blocks i, f, g, o; of the LSTM's two biases one is zero and does
///     not require a gradient.
func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  // TODO: Stack the gates, split their columns, copy, and freeze one bias.
  throw NotImplemented("05.4")
}
