import Checking
import Contracts
import Recurrent
import Transcripts

private let names = ["U", "V", "W"]

/// Weights and biases that are drawn, turned or scaled otherwise than the contract says.
let initialParameterSlips: [Misconception<InitialParametersInput, RNNParameters>] =
  oppositeSigns + turnedDraws + gaussianLeft + gains + ownSeeds + otherWeights + otherBiases

private let oppositeSigns: [Misconception<InitialParametersInput, RNNParameters>] =
  ([[0], [1], [2], [0, 1, 2]] as [[Int]]).map { places in
    drawn(
      "\(listed(places)) with the opposite sign",
      "What `orthogonal` gives is negated, so that the same seed makes another network.",
      "Does the contract change the sign of what `orthogonal` gives?"
    ) { input, random in
      edited(input, &random) { k, matrix in places.contains(k) ? -1 * matrix : matrix }
    }
  }

private let turnedDraws: [Misconception<InitialParametersInput, RNNParameters>] =
  ([[0, 1], [0, 2], [1, 2], [0, 1, 2]] as [[Int]]).map { places in
    drawn(
      "\(listed(places)) drawn as their transposes",
      "The Gaussian matrices have rows and columns exchanged and are turned afterwards, so the "
        + "numbers stand in other places than the seed gives.",
      "Which shape has the Gaussian matrix that `orthogonal` is given for each weight?"
    ) { input, random in
      var k = -1
      return input.rnnFilled { rows, columns in
        k += 1
        return places.contains(k)
          ? orthogonal(random.normal(columns, rows)).transposed
          : orthogonal(random.normal(rows, columns))
      }
    }
  }

private let gaussianLeft: [Misconception<InitialParametersInput, RNNParameters>] =
  ([[0], [1], [2], [0, 1], [1, 2]] as [[Int]]).map { places in
    drawn(
      "\(listed(places)) left Gaussian, not made orthogonal",
      "The other weights are orthogonal, but \(listed(places)) may stretch some directions and "
        + "shrink others.",
      "Which of U, V and W are weights?"
    ) { input, random in
      var k = -1
      return input.rnnFilled { rows, columns in
        k += 1
        let gaussian = random.normal(rows, columns)
        return places.contains(k) ? gaussian : orthogonal(gaussian)
      }
    }
  }

private let gains = wrongGains(
  of: names, groups: [[0], [1], [2], [0, 1], [1, 2], [0, 2]], line: "column of V",
  filled: { $0.rnnFilled($1) })

private let ownSeeds: [Misconception<InitialParametersInput, RNNParameters>] =
  ([1, 7, 42, 123, 1234] as [UInt32]).map { seed in
    drawn(
      "a generator of your own with the seed \(seed)",
      "The caller's generator has no effect: every network begins with the same weights.",
      "Whose random numbers should the weights be made of?"
    ) { input, _ in
      var own = SeededRandom(seed: seed)
      return input.rnnFilled { orthogonal(own.normal($0, $1)) }
    }
  }

private let otherWeights: [Misconception<InitialParametersInput, RNNParameters>] = [
  drawn(
    "numbers drawn for the hidden bias before the weights",
    "H numbers are drawn and not used, so all weights hold numbers that stand later in the stream.",
    "What does your function draw from `random` before the first matrix?"
  ) { input, random in
    _ = random.normal(input.hiddenSize, 1)
    return edited(input, &random) { $1 }
  },
  drawn(
    "numbers drawn for both biases before the weights",
    "H + V numbers are drawn and not used, so all weights hold numbers that stand later in the "
      + "stream.",
    "What does your function draw from `random` before the first matrix?"
  ) { input, random in
    _ = random.normal(input.hiddenSize, 1)
    _ = random.normal(input.vocabularySize, 1)
    return edited(input, &random) { $1 }
  },
  drawn(
    "W as the transpose of U", "W is not drawn but tied to U, so both hold the same numbers.",
    "How many matrices are drawn from `random`?"
  ) { input, random in
    var parameters = edited(input, &random) { _, matrix in matrix }
    parameters.W = parameters.U.transposed
    return parameters
  },
  drawn(
    "a U of V × H",
    "U has rows and columns exchanged: a column for each hidden unit, not each word.",
    "U multiplies a one-hot vector of V elements: how many columns does it need?"
  ) { input, random in
    var k = -1
    return input.rnnFilled { rows, columns in
      k += 1
      return orthogonal(k == 0 ? random.normal(columns, rows) : random.normal(rows, columns))
    }
  },
  drawn(
    "a W of H × V", "W has rows and columns exchanged: a row for each hidden unit, not each word.",
    "W gives a logit for each word: how many rows does it need?"
  ) { input, random in
    var k = -1
    return input.rnnFilled { rows, columns in
      k += 1
      return orthogonal(k == 2 ? random.normal(columns, rows) : random.normal(rows, columns))
    }
  },
  drawn(
    "orthogonal weights over √H",
    "All lengths are 1/√H in place of 1, so what passes through fades.",
    "What is the length of each column of V?"
  ) { input, random in
    edited(input, &random) { (1 / Double(input.hiddenSize).squareRoot()) * $1 }
  },
  drawn(
    "an identity for V", "The recurrent matrix is not drawn, and each unit hears itself alone.",
    "Where do the numbers of V come from?"
  ) { input, random in
    edited(input, &random) { k, matrix in k == 1 ? .identity(input.hiddenSize) : matrix }
  },
  drawn(
    "an identity for V, which draws no numbers",
    "The recurrent matrix is not drawn, so W gets the numbers that belong to V.",
    "Where do the numbers of V come from?"
  ) { input, random in
    var k = -1
    return input.rnnFilled { rows, columns in
      k += 1
      return k == 1 ? .identity(rows) : orthogonal(random.normal(rows, columns))
    }
  },
  drawn(
    "a W of zeros", "The output weights are not drawn, so all words begin equally likely.",
    "Where do the numbers of W come from?"
  ) { input, random in edited(input, &random) { k, matrix in k == 2 ? 0 * matrix : matrix } },
  drawn(
    "rows of length one that are not orthogonal",
    "The rows are normalised but overlap, so some directions are stretched and others shrunk.",
    "What is the dot product of two different rows of V?"
  ) { input, random in
    input.rnnFilled { rows, columns in
      let gaussian = random.normal(rows, columns)
      return Matrix(rows: (0..<rows).map { gaussian.row($0) / gaussian.row($0).norm })
    }
  },
  drawn(
    "Gaussian matrices divided by their norm",
    "Each matrix has the norm 1 as a whole, so its columns are short and not orthogonal.",
    "What is the length of each column of V?"
  ) { input, random in
    input.rnnFilled { rows, columns in
      let gaussian = random.normal(rows, columns)
      return (1 / gaussian.sumOfSquares.squareRoot()) * gaussian
    }
  },
  drawn(
    "Gaussian weights over √H", "Lengths are about 1, but the directions overlap.",
    "What is the dot product of two different columns of V: is it 0?"
  ) { input, random in
    input.rnnFilled { (1 / Double(input.hiddenSize).squareRoot()) * random.normal($0, $1) }
  },
  drawn(
    "uniform weights made orthogonal",
    "The weights are orthogonal, but made of uniform numbers and not of normal ones.",
    "From which distribution does the contract draw?"
  ) { input, random in
    input.rnnFilled { rows, columns in
      orthogonal(Matrix(rows, columns, (0..<rows * columns).map { _ in random.uniform() }))
    }
  },
  drawn(
    "uniform weights between −1 and 1 made orthogonal",
    "The weights are orthogonal, but made of uniform numbers and not of normal ones.",
    "From which distribution does the contract draw?"
  ) { input, random in
    input.rnnFilled { rows, columns in
      orthogonal(
        Matrix(rows, columns, (0..<rows * columns).map { _ in 2 * random.uniform() - 1 }))
    }
  },
  drawn(
    "Gaussian matrices filled column by column",
    "The numbers are drawn in the right order, but stand in the columns first and not in the rows.",
    "In which order does `random.normal(rows, columns)` fill a matrix?"
  ) { input, random in
    input.rnnFilled { orthogonal(random.normal($1, $0).transposed) }
  },
]

private let otherBiases =
  bias("hidden", "unit", \.bHidden) + bias("output", "word", \.bOutput) + smallBiases

private let smallBiases: [Misconception<InitialParametersInput, RNNParameters>] =
  ([0.01, 0.1] as [Double]).map { scale in
    drawn(
      "random biases times \(scale)",
      "Each unit and each word begins with a head start, by chance.",
      "What does the contract say about the biases?"
    ) { input, random in
      var parameters = edited(input, &random) { _, matrix in matrix }
      parameters.bHidden = scale * random.normal(input.hiddenSize, 1).column(0)
      parameters.bOutput = scale * random.normal(input.vocabularySize, 1).column(0)
      return parameters
    }
  }

/// One bias that is not zero.
private func bias(
  _ name: String, _ each: String,
  _ path: any WritableKeyPath<RNNParameters, Vector> & Sendable
) -> [Misconception<InitialParametersInput, RNNParameters>] {
  [
    drawn(
      "a \(name) bias of ones", "Every \(each) begins with a head start.",
      "What does the contract say about the biases?"
    ) { input, random in
      var parameters = edited(input, &random) { _, matrix in matrix }
      parameters[keyPath: path] = parameters[keyPath: path] + 1
      return parameters
    },
    drawn(
      "a random \(name) bias", "Every \(each) begins with a head start, by chance.",
      "What does the contract say about the biases?"
    ) { input, random in
      var parameters = edited(input, &random) { _, matrix in matrix }
      let size = parameters[keyPath: path].count
      parameters[keyPath: path] = random.normal(size, 1).column(0)
      return parameters
    },
  ]
}

/// The right weights, each edited by its place in U, V, W.
private func edited(
  _ input: InitialParametersInput, _ random: inout SeededRandom,
  _ edit: (Int, Matrix) -> Matrix
) -> RNNParameters {
  var k = -1
  return input.rnnFilled { rows, columns in
    k += 1
    return edit(k, orthogonal(random.normal(rows, columns)))
  }
}

private func listed(_ places: [Int]) -> String { places.map { names[$0] }.listed }
