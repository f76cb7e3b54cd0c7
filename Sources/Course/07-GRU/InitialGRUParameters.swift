import Checking
import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size.

/// What must hold of the result is asked first, because it says more than a number that differs; that
/// the numbers are those which the seed gives is asked last.
let initialGRUParametersExercise = Exercise<InitialParametersInput, GRUParameters>(
  "07.1", "Initial parameters", points: 2,
  hints: [
    """
    Look at `initialLSTMParameters` of 04.1, and then at the fields of `GRUParameters`: what met \
    [h′; x] in one wide matrix there has two matrices here, one for x and one for h′.
    """,
    """
    Seven weights of three different shapes need a Gaussian matrix each, drawn from `random` one after \
    the other in the contract's order. Each of the three sums has a bias on either side.
    """,
    """
    W_xr, W_xz, W_xn = orthogonal(G), G of their own, H × V; W_hr, W_hz, W_hn likewise, H × H; \
    W_v likewise, V × H. b_xr = b_xz = b_xn = b_hr = b_hz = b_hn = 0 (H numbers each), b_v = 0 (V \
    numbers).
    """,
  ],
  challenges: {
    initialParameterChallenges("07.1", sizes: [(3, 5), (7, 4), (6, 6), (12, 4)], seed: $0)
  },
  reference: { try right($0) },
  observations: {
    Observation.all(of: $0, claim: "the weights are orthogonal and random, the biases zero")
  },
  comparesWithReference: false,
  properties: OrthogonalWeights(
    exercise: "07.1", weights: ["Wxr", "Wxz", "Wxn", "Whr", "Whz", "Whn", "Wv"],
    shapes: \.gruShapes, reference: { try right($0) }
  ).properties,
  misconceptions: wrongDraws(line: "column of Whr", filled: { $0.filled($1) })
    + wrongOrders(
      of: ["Wxr", "Wxz", "Wxn", "Whr", "Whz", "Whn", "Wv"], shapes: \.gruShapes,
      orders: [
        [0, 3, 1, 4, 2, 5, 6], [3, 4, 5, 0, 1, 2, 6], [1, 0, 2, 4, 3, 5, 6],
        [6, 0, 1, 2, 3, 4, 5], [6, 5, 4, 3, 2, 1, 0], [1, 4, 0, 3, 2, 5, 6],
        [3, 0, 4, 1, 5, 2, 6], [4, 1, 3, 0, 5, 2, 6], [2, 0, 1, 5, 3, 4, 6],
        [2, 1, 0, 5, 4, 3, 6], [0, 1, 2, 6, 3, 4, 5], [2, 5, 0, 3, 1, 4, 6],
        [6, 3, 4, 5, 0, 1, 2], [6, 0, 3, 1, 4, 2, 5],
      ], filled: { $0.filled($1) })
    + [
      wrongGRUDraw(
        "orthogonal gates and a Wv that is not",
        "Gates and candidate are fine, but Wv stretches some directions of h and shrinks others.",
        "Is Wv a weight?"
      ) { input, random in
        input.orthogonal(&random) { $0.Wv = $1.normal(input.vocabularySize, input.hiddenSize) }
      },
      wrongGRUDraw(
        "one matrix for all three blocks",
        "Both gates and the candidate begin with the same numbers, so that they all react alike.",
        "How many Gaussian matrices do you draw?"
      ) {
        input, random in
        input.orthogonal(&random) { p, _ in
          (p.Wxz, p.Wxn) = (p.Wxr, p.Wxr)
          (p.Whz, p.Whn) = (p.Whr, p.Whr)
        }
      },
      wrongGRUDraw(
        "every weight transposed",
        "Rows and columns are exchanged, so W_xr has no column for each word of the vocabulary.",
        "W_xr multiplies a one-hot vector: how many columns does it need?"
      ) { input, random in input.filled { Recurrent.orthogonal(random.normal($1, $0)) } },
      wrongGRUDraw(
        "the shapes of Wx and Wh exchanged",
        """
        What meets the input has the shape of what meets the hidden state, and the other way \
        round.
        """, "Which of the two multiplies a vector of V elements?"
      ) { input, random in
        input.orthogonal(&random) { p, _ in
          (p.Wxr, p.Wxz, p.Wxn, p.Whr, p.Whz, p.Whn) = (p.Whr, p.Whz, p.Whn, p.Wxr, p.Wxz, p.Wxn)
        }
      },
      wrongGRUDraw(
        "wide gates as the LSTM's, H × (H + V), where W_h belongs",
        "W_hr, W_hz and W_hn have columns for the input, too, which has weights of its own here.",
        "Which vector do W_hr, W_hz and W_hn multiply?"
      ) { input, random in
        input.orthogonal(&random) { p, random in
          for weight in [\GRUParameters.Whr, \.Whz, \.Whn] {
            p[keyPath: weight] = Recurrent.orthogonal(
              random.normal(input.hiddenSize, input.hiddenSize + input.vocabularySize))
          }
        }
      },
      wrongGRUDraw(
        "random biases", "Each gate begins a little open or closed, by chance.",
        "What does the contract say about the biases?"
      ) { input, random in
        input.orthogonal(&random) { p, random in p.changeBiases { _ in random.normal() } }
      },
      wrongGRUDraw(
        "biases of one", "Each gate begins rather open, and candidate and logits are shifted.",
        "What does the contract say about the biases?"
      ) { input, random in
        input.orthogonal(&random) { p, _ in p.changeBiases { $0 + 1 } }
      },
      wrongGRUDraw(
        "an update gate's bias of one, so that the network begins by keeping",
        "The state begins by keeping more than this course's network does.",
        "Does this course's contract make an exception for one of the biases?"
      ) { input, random in input.orthogonal(&random) { p, _ in p.bxz = p.bxz + 1 } },
      wrongGRUDraw(
        "an update gate's bias of one on both sides, so that the network begins by keeping",
        "The state begins by keeping far more than this course's network does.",
        "Does this course's contract make an exception for two of the biases?"
      ) { input, random in
        input.orthogonal(&random) { p, _ in (p.bxz, p.bhz) = (p.bxz + 1, p.bhz + 1) }
      },
    ] + gruDrawMisconceptions)

private func right(_ input: InitialParametersInput) throws -> GRUParameters {
  try input.last {
    try initialGRUParameters(
      hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
  }
}

extension InitialParametersInput {
  /// In the order of `GRUParameters.tensors`.
  fileprivate var gruShapes: [(rows: Int, columns: Int)] {
    let fromInput = (rows: hiddenSize, columns: vocabularySize)
    let fromHidden = (rows: hiddenSize, columns: hiddenSize)
    let bias = (rows: hiddenSize, columns: 1)
    return Array(repeating: fromInput, count: 3) + Array(repeating: fromHidden, count: 3)
      + [(rows: vocabularySize, columns: hiddenSize)] + Array(repeating: bias, count: 6)
      + [(rows: vocabularySize, columns: 1)]
  }
}

// MARK: - Misconceptions

/// Weights from `draw(rows, columns)` in the contract's order; zero biases.
func gruWeights(
  _ input: InitialParametersInput, _ draw: (Int, Int) -> Matrix
) -> GRUParameters { input.filled(draw) }

extension InitialParametersInput {
  /// Weights from `draw(rows, columns)` in the contract's order; zero biases.
  fileprivate func filled(_ draw: (Int, Int) -> Matrix) -> GRUParameters {
    func fromInput() -> Matrix { draw(hiddenSize, vocabularySize) }
    func fromHidden() -> Matrix { draw(hiddenSize, hiddenSize) }
    let zero = Vector(zeros: hiddenSize)
    return GRUParameters(
      Wxr: fromInput(), Wxz: fromInput(), Wxn: fromInput(), Whr: fromHidden(), Whz: fromHidden(),
      Whn: fromHidden(), Wv: draw(vocabularySize, hiddenSize), bxr: zero, bxz: zero, bxn: zero,
      bhr: zero, bhz: zero, bhn: zero, bv: Vector(zeros: vocabularySize))
  }

  /// The right parameters, changed.
  fileprivate func orthogonal(
    _ random: inout SeededRandom, _ change: (inout GRUParameters, inout SeededRandom) -> Void
  ) -> GRUParameters {
    var parameters = filled { Recurrent.orthogonal(random.normal($0, $1)) }
    change(&parameters, &random)
    return parameters
  }
}

extension GRUParameters {
  fileprivate mutating func changeBiases(_ change: (Double) -> Double) {
    for bias in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv] {
      self[keyPath: bias] = self[keyPath: bias].map(change)
    }
  }
}

func wrongGRUDraw(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation:
    @escaping @Sendable (InitialParametersInput, inout SeededRandom) -> GRUParameters
) -> Misconception<InitialParametersInput, GRUParameters> {
  Misconception(name, explanation: explanation, question: question) { input in
    input.last { implementation(input, &$0) }
  }
}
