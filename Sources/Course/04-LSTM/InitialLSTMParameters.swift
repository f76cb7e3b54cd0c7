import Checking
import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size.

/// What must hold of the result is asked first, because it says more than a number that differs; that
/// the numbers are those which the seed gives is asked last.
let initialLSTMParametersExercise = Exercise<InitialParametersInput, LSTMParameters>(
  "04.1", "Initial parameters", points: 2,
  hints: [
    """
    Look at `initialParameters` of 02.1: it does the same for three weights. The fields of \
    `LSTMParameters` say the shapes, in terms of `hiddenSize` and `vocabularySize`.
    """,
    """
    A gate sees the hidden state and the input at once, so each of its rows has H + V elements. The \
    five weights need a Gaussian matrix each, drawn from `random` one after the other.
    """,
    """
    W_f, W_i, W_g, W_o = orthogonal(G) with a G of their own, H × (H + V); W_v = orthogonal(G) with G \
    V × H. b_f = b_i = b_g = b_o = 0 (H numbers each), b_v = 0 (V numbers).
    """,
  ],
  challenges: {
    initialParameterChallenges("04.1", sizes: [(3, 5), (7, 4), (6, 6), (12, 4)], seed: $0)
  },
  reference: { try right($0) },
  observations: {
    Observation.all(of: $0, claim: "the weights are orthogonal and random, the biases zero")
  },
  comparesWithReference: false,
  properties: OrthogonalWeights(
    exercise: "04.1", weights: ["Wf", "Wi", "Wg", "Wo", "Wv"], shapes: \.lstmShapes,
    reference: { try right($0) }
  ).properties,
  misconceptions: initialLSTMMisconceptions)

private func right(_ input: InitialParametersInput) throws -> LSTMParameters {
  try input.last {
    try initialLSTMParameters(
      hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
  }
}

extension InitialParametersInput {
  /// In the order of `LSTMParameters.tensors`.
  var lstmShapes: [(rows: Int, columns: Int)] {
    let gate = (rows: hiddenSize, columns: hiddenSize + vocabularySize)
    let bias = (rows: hiddenSize, columns: 1)
    return [gate, gate, gate, gate, (rows: vocabularySize, columns: hiddenSize)]
      + [bias, bias, bias, bias, (rows: vocabularySize, columns: 1)]
  }
}
