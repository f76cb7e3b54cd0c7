import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways to carry the weights over that people really write.
let carryOverMisconceptions: [Misconception<CarryOverInput, CarryOverOutput>] = [
  carrying(
    "the bias in both of the framework's biases",
    "Each gate's bias acts twice, since the framework adds the two.",
    "What does the framework do with its two biases?"
  ) { p, weights in weights.hiddenBias = weights.inputBias },
  carrying(
    "biases that are forgotten", "All gates begin without a bias: both of the LSTM's are zero.",
    "Which of your parameters, besides the weights, does the network have?"
  ) { p, weights in weights.inputBias *= 0 },
  carrying(
    "an output bias of zero",
    "The logits lack b_v, and frequent words lose their lead.",
    "Which parameters has the layer `output`?"
  ) { p, weights in weights.outputBias = Vector(zeros: p.vocabularySize) },
  carrying(
    "the columns taken as [x; h]",
    "The columns are split as if the input came first, so what should meet the hidden state meets "
      + "the input, and the other way round.",
    "Which columns of your gates meet the hidden state?"
  ) { p, weights in weights = NetworkModel.layout(p.withInputsFirst) },
  carrying(
    "the first V columns in weight_ih",
    "weight_hh is right, but weight_ih begins at column 0 and takes what should meet the hidden "
      + "state.",
    "Which columns of your gates meet the input?"
  ) { p, weights in
    weights.inputHidden = NetworkModel.layout(p.withInputsFirst).inputHidden
  },
  carrying(
    "the last H columns in weight_hh",
    "weight_ih is right, but weight_hh begins at column V and takes what should meet the input.",
    "Which columns of your gates meet the hidden state?"
  ) { p, weights in
    weights.hiddenHidden = NetworkModel.layout(p.withInputsFirst).hiddenHidden
  },
  carrying(
    "each gate's recurrent block transposed",
    "weight_hh holds the right numbers with the rows and columns of each gate exchanged, so the past "
      + "enters along every connection in the wrong direction.",
    "Which index of a gate's matrix runs over the elements of h?"
  ) { p, weights in
    let hidden = p.hiddenSize
    var turned = weights.hiddenHidden
    for row in 0..<4 * hidden {
      for column in 0..<hidden {
        turned[row, column] =
          weights.hiddenHidden[row / hidden * hidden + column, row % hidden]
      }
    }
    weights.hiddenHidden = turned
  },
  carrying(
    "an output weight that is transposed and reshaped",
    "W_v is turned to H × V and its numbers are poured into V × H again, so nearly all stand in wrong "
      + "places.",
    "Does reshaping a matrix exchange its rows and columns?"
  ) { p, weights in weights.output = poured(weights.output) },
  carrying(
    "a weight_ih that is transposed and reshaped",
    "The numbers of weight_ih are turned and poured into its shape again, so they stand in wrong "
      + "places.",
    "Does reshaping a matrix exchange its rows and columns?"
  ) { p, weights in weights.inputHidden = poured(weights.inputHidden) },
  carrying(
    "a weight_hh that is transposed and reshaped",
    "The numbers of weight_hh are turned and poured into its shape again, so they stand in wrong "
      + "places.",
    "Does reshaping a matrix exchange its rows and columns?"
  ) { p, weights in weights.hiddenHidden = poured(weights.hiddenHidden) },
  carrying(
    "weight_ih and weight_hh transposed and reshaped",
    "The numbers of both are turned and poured into the same shape again, so they stand in wrong "
      + "places.",
    "Does reshaping a matrix exchange its rows and columns?"
  ) { p, weights in
    weights.inputHidden = poured(weights.inputHidden)
    weights.hiddenHidden = poured(weights.hiddenHidden)
  },
  carrying(
    "the gates' rows interleaved: unit by unit in place of gate by gate",
    "The four gates of each unit stand together, where the framework wants the blocks of all gates "
      + "one above the other.",
    "How many rows of one gate stand together in the framework's matrices?"
  ) { p, weights in
    weights.inputHidden = interleaved(weights.inputHidden)
    weights.hiddenHidden = interleaved(weights.hiddenHidden)
    weights.inputBias = interleaved(Matrix(column: weights.inputBias)).column(0)
  },
  carrying(
    "the weights' rows interleaved: unit by unit in place of gate by gate",
    "The four gates of each unit stand together in both matrices, though the biases are in blocks.",
    "How many rows of one gate stand together in the framework's matrices?"
  ) { p, weights in
    weights.inputHidden = interleaved(weights.inputHidden)
    weights.hiddenHidden = interleaved(weights.hiddenHidden)
  },
  carrying(
    "the biases interleaved: unit by unit in place of gate by gate",
    "The four biases of each unit stand together, though the rows of the weights are in blocks.",
    "How many elements of one gate's bias stand together in the framework?"
  ) { p, weights in
    weights.inputBias = interleaved(Matrix(column: weights.inputBias)).column(0)
  },
  carrying(
    "half of the bias in one of the two alone",
    "Each gate's bias is halved, as if the other half stood in the second bias.",
    "What do the framework's two biases add up to?"
  ) { p, weights in weights.inputBias *= 0.5 },
  carrying(
    "the gates' biases with the opposite sign", "Each gate is shifted to the other side.",
    "Does the framework add its biases or subtract them?"
  ) { p, weights in weights.inputBias *= -1 },
  trained(
    "two biases that are both trained",
    "The second bias is not frozen, so each gate's bias moves twice as far in a step and counts "
      + "twice in the gradient's norm.",
    "By how much does a gate's bias move in one step if both of its biases move?", 2),
  trained(
    "no bias that is trained",
    "Both biases are frozen: the gates' biases stay what they were, however long the training takes.",
    "Which of the two biases should still learn?", 0),
]

/// The numbers of the transpose, row by row, in the old shape.
private func poured(_ matrix: Matrix) -> Matrix {
  Matrix(matrix.rows, matrix.columns, Array(matrix.transposed.elements))
}

/// Row r of gate k at place 4 r + k.
private func interleaved(_ blocks: Matrix) -> Matrix {
  let hidden = blocks.rows / 4
  return Matrix(rows: (0..<blocks.rows).map { blocks.row($0 % 4 * hidden + $0 / 4) })
}

/// Other orders of the gates, in all tensors or in some of them.
let carryOverOrders: [Misconception<CarryOverInput, CarryOverOutput>] =
  orders.map { name, order in
    carrying(
      "gates in \(name)",
      "Each gate runs with the weights of another, though every number is right.",
      "In which order do the framework's row blocks stand?"
    ) { p, weights in weights = NetworkModel.layout(p, order: order) }
  }
  + orders.prefix(4).flatMap { name, order in
    [
      carrying(
        "biases in \(name), under weights in the right one",
        "The weights' blocks stand in the framework's order and the biases' do not, so gates run with "
          + "each other's bias.",
        "In which order do the framework's biases stand?"
      ) { p, weights in
        weights.inputBias = NetworkModel.layout(p, order: order).inputBias
      },
      carrying(
        "weights in \(name), with biases in the right one",
        "The biases' blocks stand in the framework's order and the weights' do not, so gates run with "
          + "each other's weights.",
        "In which order do the framework's row blocks stand?"
      ) { p, weights in
        let other = NetworkModel.layout(p, order: order)
        weights.inputHidden = other.inputHidden
        weights.hiddenHidden = other.hiddenHidden
      },
      carrying(
        "weight_hh alone in \(name)",
        "The gates hear the hidden state through each other's weights.",
        "In which order do the row blocks of weight_hh stand?"
      ) { p, weights in
        weights.hiddenHidden = NetworkModel.layout(p, order: order).hiddenHidden
      },
      carrying(
        "weight_ih alone in \(name)", "The gates hear the input through each other's weights.",
        "In which order do the row blocks of weight_ih stand?"
      ) { p, weights in
        weights.inputHidden = NetworkModel.layout(p, order: order).inputHidden
      },
    ]
  }

private let orders: [(name: String, order: [NetworkModel.Gate])] = [
  ("your own order f, i, g, o", [.f, .i, .g, .o]), ("the order i, f, o, g", [.i, .f, .o, .g]),
  ("the order f, i, o, g", [.f, .i, .o, .g]), ("the order i, g, f, o", [.i, .g, .f, .o]),
  ("the order o, g, f, i", [.o, .g, .f, .i]), ("the order g, i, f, o", [.g, .i, .f, .o]),
  ("the order i, o, f, g", [.i, .o, .f, .g]), ("the order f, g, i, o", [.f, .g, .i, .o]),
]

private func carrying(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (LSTMParameters, inout NetworkWeights) -> Void
) -> Misconception<CarryOverInput, CarryOverOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: Carrying(), run: { try $0($1) }
  ) { $0.change = change }
}

private func trained(
  _ name: String, _ explanation: String, _ question: String, _ count: Int
) -> Misconception<CarryOverInput, CarryOverOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: Carrying(), run: { try $0($1) }
  ) { $0.trainedBiases = count }
}
