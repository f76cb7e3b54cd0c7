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
  challenges: { seed in
    var random = SeededRandom(seed, for: "04.1")
    func sizes(_ name: String, _ hidden: Int, _ vocabulary: Int) -> Challenge<
      InitialParametersInput
    > {
      Challenge(
        name,
        InitialParametersInput(
          hiddenSize: hidden, vocabularySize: vocabulary, seed: random.nextBits()))
    }
    return [
      sizes("H 3, V 5", 3, 5), sizes("H 7, V 4", 7, 4), sizes("H 6, V 6", 6, 6),
      sizes("H 12, V 4", 12, 4),
    ]
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
  misconceptions: wrongDraws(line: "row of Wf", filled: { $0.filled($1) })
    + wrongOrders(
      of: ["Wf", "Wi", "Wg", "Wo", "Wv"], shapes: \.lstmShapes,
      orders: [
        [1, 0, 2, 3, 4], [0, 1, 3, 2, 4], [1, 0, 3, 2, 4], [4, 0, 1, 2, 3], [4, 3, 2, 1, 0],
      ], filled: { $0.filled($1) })
    + [
      wrong(
        "rows of length one that are not orthogonal",
        "The rows overlap, so that some directions are stretched and others shrunk.",
        "What is the dot product of two different rows of Wf?"
      ) { input, random in
        input.filled { rows, columns in
          let gaussian = random.normal(rows, columns)
          return Matrix(rows: (0..<rows).map { gaussian.row($0) / gaussian.row($0).norm })
        }
      },
      wrong(
        "a gate of two orthogonal matrices side by side, one for h′ and one for x",
        "The rows of a gate are longer than 1, and what passes through it grows.",
        "How long is a row of Wf if its part for h′ alone has the length 1?"
      ) { input, random in
        input.filled { rows, columns in
          guard input.isGate(rows, columns) else { return orthogonal(random.normal(rows, columns)) }
          let left = orthogonal(random.normal(rows, rows))
          let right = orthogonal(random.normal(rows, columns - rows))
          return Matrix(rows: (0..<rows).map { left.row($0).concatenated(with: right.row($0)) })
        }
      },
      wrong(
        "orthogonal gates and a Wv that is not",
        "The gates are fine, but Wv stretches some directions of h and shrinks others.",
        "Is Wv a weight?"
      ) { input, random in
        var parameters = input.filled { orthogonal(random.normal($0, $1)) }
        parameters.Wv = random.normal(input.vocabularySize, input.hiddenSize)
        return parameters
      },
      wrong(
        "one matrix for all four gates",
        "Gates and candidate begin with the same numbers, so that they all react alike.",
        "How many Gaussian matrices do you draw?"
      ) {
        input, random in
        var gate: Matrix?
        return input.filled { rows, columns in
          guard input.isGate(rows, columns) else { return orthogonal(random.normal(rows, columns)) }
          let only = gate ?? orthogonal(random.normal(rows, columns))
          gate = only
          return only
        }
      },
      wrong(
        "every weight transposed", "Rows and columns are exchanged, and no gate fits the vector z.",
        "A gate multiplies H + V elements: how many columns does it need?"
      ) { input, random in input.filled { orthogonal(random.normal($1, $0)) } },
      wrong(
        "gates of H × V, for the input alone",
        "The gates have no columns for the hidden state, so they cannot know what was read before.",
        "What does a gate see besides the input?"
      ) { input, random in
        input.filled { rows, columns in
          orthogonal(
            random.normal(rows, input.isGate(rows, columns) ? input.vocabularySize : columns))
        }
      },
      wrong(
        "gates of H × H, for the hidden state alone",
        "The gates have no columns for the input, so they cannot read a token.",
        "What does a gate see besides the hidden state?"
      ) { input, random in
        input.filled { rows, columns in
          orthogonal(random.normal(rows, input.isGate(rows, columns) ? rows : columns))
        }
      },
      wrong(
        "a Wv of V × (H + V)",
        "Wv has columns for the input, too, though the logits are made of h alone.",
        "The logits are made of h: how many elements does it have?"
      ) { input, random in
        var parameters = input.filled { orthogonal(random.normal($0, $1)) }
        parameters.Wv = orthogonal(
          random.normal(input.vocabularySize, input.hiddenSize + input.vocabularySize))
        return parameters
      },
      wrong(
        "random biases", "Each gate begins a little open or closed, by chance.",
        "What does the contract say about the biases?"
      ) { input, random in
        var parameters = input.filled { orthogonal(random.normal($0, $1)) }
        parameters.changeBiases { _ in random.normal() }
        return parameters
      },
      wrong(
        "biases of one", "Each gate begins rather open, and candidate and logits are shifted.",
        "What does the contract say about the biases?"
      ) { input, random in
        var parameters = input.filled { orthogonal(random.normal($0, $1)) }
        parameters.changeBiases { $0 + 1 }
        return parameters
      },
      wrong(
        "a forget gate's bias of one, as many LSTMs begin with",
        "The cell begins by keeping more than this course's network does.",
        "Does this course's contract make an exception for one of the biases?"
      ) { input, random in
        var parameters = input.filled { orthogonal(random.normal($0, $1)) }
        parameters.bf = parameters.bf + 1
        return parameters
      },
    ])

private func right(_ input: InitialParametersInput) throws -> LSTMParameters {
  var random = SeededRandom(seed: input.seed)
  return try initialLSTMParameters(
    hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &random)
}

extension InitialParametersInput {
  /// In the order of `LSTMParameters.tensors`.
  fileprivate var lstmShapes: [(rows: Int, columns: Int)] {
    let gate = (rows: hiddenSize, columns: hiddenSize + vocabularySize)
    let bias = (rows: hiddenSize, columns: 1)
    return [gate, gate, gate, gate, (rows: vocabularySize, columns: hiddenSize)]
      + [bias, bias, bias, bias, (rows: vocabularySize, columns: 1)]
  }
}

// MARK: - Misconceptions

extension InitialParametersInput {
  /// Weights from `draw(rows, columns)` in the order f, i, g, o, v; zero biases.
  fileprivate func filled(_ draw: (Int, Int) -> Matrix) -> LSTMParameters {
    func gate() -> Matrix { draw(hiddenSize, hiddenSize + vocabularySize) }
    let zero = Vector(zeros: hiddenSize)
    return LSTMParameters(
      Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), Wv: draw(vocabularySize, hiddenSize),
      bf: zero, bi: zero, bg: zero, bo: zero, bv: Vector(zeros: vocabularySize))
  }

  fileprivate func isGate(_ rows: Int, _ columns: Int) -> Bool {
    (rows, columns) == (hiddenSize, hiddenSize + vocabularySize)
  }
}

extension LSTMParameters {
  fileprivate mutating func changeBiases(_ change: (Double) -> Double) {
    bf = bf.map(change)
    bi = bi.map(change)
    bg = bg.map(change)
    bo = bo.map(change)
    bv = bv.map(change)
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation:
    @escaping @Sendable (InitialParametersInput, inout SeededRandom) -> LSTMParameters
) -> Misconception<InitialParametersInput, LSTMParameters> {
  Misconception(name, explanation: explanation, question: question) { input in
    var random = SeededRandom(seed: input.seed)
    return implementation(input, &random)
  }
}
