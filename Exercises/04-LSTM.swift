// 04 Long short-term memory – the exercises of lessons/04-lstm.md.
// Work here, then: swift run lesson run 04

import Recurrent

// MARK: - 04.1 Initial parameters

/// Initial parameters of an LSTM: orthogonal weights, zero biases.
///
/// - Parameters:
///   - hiddenSize: H ≥ 1.
///   - vocabularySize: V ≥ 1.
///   - random: every weight is `orthogonal` of a Gaussian matrix drawn from it, in the order Wf, Wi,
///     Wg, Wo, Wv.
/// - Returns: Wf, Wi, Wg and Wo (H × (H + V) each), Wv (V × H), and the biases bf, bi, bg, bo (H
///   each) and bv (V), all zero.
func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  // TODO: Draw five weights, each from its own Gaussian matrix.
  throw NotImplemented("04.1")
}

// MARK: - 04.2 One step

