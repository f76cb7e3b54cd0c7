import Checking
import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size.

/// What must hold of the result is asked first, because it says more than a number that differs; that
/// the numbers are those which the seed gives is asked last.
let initialParametersExercise = Exercise<InitialParametersInput, RNNParameters>(
  "02.1", "Initial parameters", points: 2,
  hints: [
    """
    Look at the doc comments of `RNNParameters`: each field says its shape in terms of `hiddenSize` and \
    `vocabularySize`. `Recurrent` gives you `random.normal(rows, columns)` and `orthogonal(_:)`.
    """,
    """
    Each of U, V and W needs a Gaussian matrix of its own, drawn from the `random` that you are given, \
    in this order. The two biases need no random number.
    """,
    """
    M = orthogonal(G) with G a matrix of normal numbers in M's shape: U is H × V, V is H × H, W is \
    V × H. b_h = 0 (H numbers), b_o = 0 (V numbers).
    """,
  ],
  challenges: {
    initialParameterChallenges("02.1", sizes: [(3, 5), (7, 4), (6, 6), (50, 4)], seed: $0)
  },
  reference: { try right($0) },
  observations: {
    Observation.all(of: $0, claim: "the weights are orthogonal and random, the biases zero")
  },
  comparesWithReference: false,
  properties: OrthogonalWeights(
    exercise: "02.1", weights: ["U", "V", "W"], shapes: \.shapes, reference: { try right($0) }
  ).properties,
  misconceptions: wrongDraws(line: "column of V", filled: { $0.rnnFilled($1) })
    + wrongOrders(
      of: ["U", "V", "W"], shapes: \.shapes,
      orders: [[1, 0, 2], [0, 2, 1], [2, 1, 0], [1, 2, 0], [2, 0, 1]], filled: { $0.rnnFilled($1) })
    + [
      drawn(
        "columns of length one that are not orthogonal",
        "The columns overlap, so that some directions are stretched and others shrunk.",
        "What is the dot product of two different columns of V?"
      ) { input, random in
        input.rnnFilled { rows, columns in
          let columns = random.normal(rows, columns).transposed
          return Matrix(
            rows: (0..<columns.rows).map { columns.row($0) / columns.row($0).norm }
          ).transposed
        }
      },
      drawn(
        "orthogonal weights for the recurrence alone",
        "V is fine, but U and W stretch some directions and shrink others.",
        "Which of U, V and W are weights?"
      ) {
        input, random in
        var parameters = input.rnnFilled { random.normal($0, $1) }
        parameters.V = orthogonal(parameters.V)
        return parameters
      },
      drawn(
        "the shapes of U and W exchanged",
        "U has a column for each hidden unit, where it should have one for each word.",
        "U multiplies a one-hot vector of V elements: how many columns does it need?"
      ) { input, random in
        var parameters = input.rnnFilled { orthogonal(random.normal($1, $0)) }
        parameters.V = parameters.V.transposed
        return parameters
      },
      drawn(
        "a square of H × H for every weight",
        "U and W do not fit the vocabulary: there is no column or row for each word.",
        "How many elements does the vector have that U multiplies?"
      ) { input, random in
        input.rnnFilled { _, _ in orthogonal(random.normal(input.hiddenSize, input.hiddenSize)) }
      },
      drawn(
        "random biases", "Each unit and each word begins with a head start, by chance.",
        "What does the contract say about the biases?"
      ) { input, random in
        var parameters = input.rnnFilled { orthogonal(random.normal($0, $1)) }
        parameters.bHidden = random.normal(input.hiddenSize, 1).column(0)
        parameters.bOutput = random.normal(input.vocabularySize, 1).column(0)
        return parameters
      },
      drawn(
        "biases of one", "All units and all words begin with a head start.",
        "What does the contract say about the biases?"
      ) { input, random in
        var parameters = input.rnnFilled { orthogonal(random.normal($0, $1)) }
        parameters.bHidden = parameters.bHidden + 1
        parameters.bOutput = parameters.bOutput + 1
        return parameters
      },
    ] + initialParameterSlips)

private func right(_ input: InitialParametersInput) throws -> RNNParameters {
  try input.last {
    try initialParameters(
      hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
  }
}

extension InitialParametersInput {
  /// In the order of `RNNParameters.tensors`.
  fileprivate var shapes: [(rows: Int, columns: Int)] {
    [
      (hiddenSize, vocabularySize), (hiddenSize, hiddenSize), (vocabularySize, hiddenSize),
      (hiddenSize, 1), (vocabularySize, 1),
    ]
  }
}

// MARK: - Misconceptions

extension InitialParametersInput {
  /// Weights from `draw(rows, columns)` in the order U, V, W; zero biases.
  func rnnFilled(_ draw: (Int, Int) -> Matrix) -> RNNParameters {
    RNNParameters(
      U: draw(hiddenSize, vocabularySize), V: draw(hiddenSize, hiddenSize),
      W: draw(vocabularySize, hiddenSize), bHidden: Vector(zeros: hiddenSize),
      bOutput: Vector(zeros: vocabularySize))
  }
}

func drawn(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation:
    @escaping @Sendable (InitialParametersInput, inout SeededRandom) -> RNNParameters
) -> Misconception<InitialParametersInput, RNNParameters> {
  Misconception(name, explanation: explanation, question: question) { input in
    input.last { implementation(input, &$0) }
  }
}
