import Checking
import Contracts
import Recurrent

/// Wrong ways to begin an LSTM that people really take.
let initialLSTMMisconceptions: [Misconception<InitialParametersInput, LSTMParameters>] =
  wrongDraws(line: "row of Wf", filled: { $0.filled($1) })
  + wrongOrders(
    of: ["Wf", "Wi", "Wg", "Wo", "Wv"], shapes: \.lstmShapes,
    orders: [
      [1, 0, 2, 3, 4], [0, 1, 3, 2, 4], [1, 0, 3, 2, 4], [4, 0, 1, 2, 3], [4, 3, 2, 1, 0],
      [0, 2, 1, 3, 4], [0, 3, 1, 2, 4], [1, 2, 0, 3, 4], [3, 2, 1, 0, 4], [0, 3, 2, 1, 4],
    ], filled: { $0.filled($1) })
  + wrongGains(
    of: ["Wf", "Wi", "Wg", "Wo", "Wv"],
    groups: [[0], [1], [2], [3], [4], [0, 1, 3], [0, 1, 2, 3]], line: "row of Wf",
    filled: { $0.filled($1) })
  + initialGateMisconceptions + packedGateMisconceptions

private let initialGateMisconceptions: [Misconception<InitialParametersInput, LSTMParameters>] = [
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
    "each gate from a copy of the generator",
    "Gates and candidate begin with the same numbers; Wv is drawn as it should be.",
    "If each gate draws from a copy of `random`, which numbers does each of them see?"
  ) { input, random in
    let start = random
    return input.filled { rows, columns in
      let next = orthogonal(random.normal(rows, columns))
      var copy = start
      return input.isGate(rows, columns) ? orthogonal(copy.normal(rows, columns)) : next
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
]

// How the four gates are drawn, together or in parts.
private let packedGateMisconceptions: [Misconception<InitialParametersInput, LSTMParameters>] = [
  packed("f, i, g, o", [0, 1, 2, 3]),
  packed("i, f, g, o", [1, 0, 2, 3]),
  packed("i, f, o, g", [1, 0, 3, 2]),
  wrong(
    "one matrix of H × 4(H + V) for all gates, orthogonal as a whole and then cut",
    """
    The four gates' weights are drawn and made orthogonal together, side by side, where each \
    should be so by itself.
    """,
    "What is the length of a row of Wf if the length of the whole row, all four gates of it, is 1?"
  ) { input, random in
    let (h, v) = (input.hiddenSize, input.vocabularySize)
    let whole = orthogonal(random.normal(h, 4 * (h + v)))
    var parameters = input.filled { rows, columns in
      input.isGate(rows, columns)
        ? Matrix(zeros: rows, columns) : orthogonal(random.normal(rows, columns))
    }
    for (k, gate) in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo].enumerated() {
      parameters[keyPath: gate] = Matrix(
        rows: (0..<h).map { Vector(whole.row($0)[(k * (h + v))..<((k + 1) * (h + v))]) })
    }
    return parameters
  },
  wrong(
    "all gates drawn as their transposes",
    "Their shapes are right, but their numbers stand in other places than the seed gives.",
    "Which shape has the Gaussian matrix that `orthogonal` is given for a gate?"
  ) { input, random in
    input.filled { rows, columns in
      input.isGate(rows, columns)
        ? orthogonal(random.normal(columns, rows)).transposed
        : orthogonal(random.normal(rows, columns))
    }
  },
  wrong(
    "all five weights drawn as their transposes",
    "Their shapes are right, but their numbers stand in other places than the seed gives.",
    "Which shape has the Gaussian matrix that `orthogonal` is given for each weight?"
  ) { input, random in
    input.filled { orthogonal(random.normal($1, $0)).transposed }
  },
  wrong(
    "gates whose half for h′ is orthogonal and whose half for x is Gaussian",
    "Only the columns of the hidden state are orthogonal, so a gate's rows are too long.",
    "Which matrix does `orthogonal` get: a part of the gate, or all of it?"
  ) { input, random in
    input.filled { rows, columns in
      guard input.isGate(rows, columns) else { return orthogonal(random.normal(rows, columns)) }
      let left = orthogonal(random.normal(rows, rows))
      let right = random.normal(rows, columns - rows)
      return Matrix(rows: (0..<rows).map { left.row($0).concatenated(with: right.row($0)) })
    }
  },
  wrong(
    "four gates and a Wv of Gaussian weights, only the first gate made orthogonal",
    "`orthogonal` is called once, for Wf; the other four weights are as they were drawn.",
    "How often is `orthogonal` called?"
  ) { input, random in
    var isFirst = true
    return input.filled { rows, columns in
      defer { isFirst = false }
      let gaussian = random.normal(rows, columns)
      return isFirst ? orthogonal(gaussian) : gaussian
    }
  },
  wrong(
    "biases of one in the gates, zeros in bv",
    "Each gate begins rather open, and the candidate is shifted.",
    "What does the contract say about the biases?"
  ) { input, random in
    var parameters = input.filled { orthogonal(random.normal($0, $1)) }
    parameters.changeBiases { $0 + 1 }
    parameters.bv *= 0
    return parameters
  },
  wrong(
    "biases of H + V numbers", "A gate's bias has one number per column, not one per unit.",
    "How many numbers does W z have, to which the bias is added?"
  ) { input, random in
    var parameters = input.filled { orthogonal(random.normal($0, $1)) }
    let zeros = Vector(zeros: input.hiddenSize + input.vocabularySize)
    for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { parameters[keyPath: bias] = zeros }
    return parameters
  },
]

/// The gates stacked in one matrix, as frameworks keep them.
///
/// - Parameter order: which gate, of f, i, g, o, each block of H rows becomes.
private func packed(
  _ letters: String, _ order: [Int]
) -> Misconception<InitialParametersInput, LSTMParameters> {
  wrong(
    "one matrix of 4H × (H + V) for all gates, orthogonal as a whole and then cut into \(letters)",
    """
    The four gates' weights are drawn and made orthogonal together, as one stack, where each should \
    be so by itself.
    """,
    "How many rows may be orthogonal to each other if each has H + V numbers?"
  ) { input, random in
    let (h, v) = (input.hiddenSize, input.vocabularySize)
    let stack = orthogonal(random.normal(4 * h, h + v))
    var parameters = input.filled { rows, columns in
      input.isGate(rows, columns)
        ? Matrix(zeros: rows, columns) : orthogonal(random.normal(rows, columns))
    }
    let gates = [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo]
    for (block, gate) in order.enumerated() {
      parameters[keyPath: gates[gate]] = Matrix(
        rows: (0..<h).map { stack.row(block * h + $0) })
    }
    return parameters
  }
}

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
    input.last { implementation(input, &$0) }
  }
}
