import Checking
import Contracts
import Recurrent

/// Weights that are not each an orthogonal matrix of its own, and biases that are not zero.
let gruDrawMisconceptions: [Misconception<InitialParametersInput, GRUParameters>] =
  gaussianMisconceptions + scaledMisconceptions + biasMisconceptions + [
    wrongGRUDraw(
      "Whr, Whz and Whn as blocks of one orthogonal matrix of 3H × H",
      "The three recurrent matrices are orthogonal together as one tall stack, none by itself.",
      "Is the length of each column of Whr one?"
    ) { input, random in
      let H = input.hiddenSize
      let Wx = (0..<3).map { _ in orthogonal(random.normal(H, input.vocabularySize)) }
      let Wh = blocks(orthogonal(random.normal(3 * H, H)))
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "Wxr, Wxz and Wxn as blocks of one orthogonal matrix of 3H × V",
      "The three input matrices are orthogonal together as one tall stack, none by itself.",
      "Is the length of each column of Wxr one?"
    ) { input, random in
      let H = input.hiddenSize
      let Wx = blocks(orthogonal(random.normal(3 * H, input.vocabularySize)))
      let Wh = (0..<3).map { _ in orthogonal(random.normal(H, H)) }
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "input and recurrent weights as blocks of two orthogonal stacks, 3H × V and 3H × H",
      "The matrices of all gates are orthogonal together as one stack, none of them by itself.",
      "Is the length of each column of Whr one?"
    ) { input, random in
      let H = input.hiddenSize
      let Wx = blocks(orthogonal(random.normal(3 * H, input.vocabularySize)))
      let Wh = blocks(orthogonal(random.normal(3 * H, H)))
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "Wx and Wh of a gate cut out of one orthogonal matrix of H × (V + H)",
      "Each gate's two matrices are orthogonal together as one wide matrix, neither by itself.",
      "Is the length of each column of Whr one?"
    ) { input, random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      let wide = (0..<3).map { _ in orthogonal(random.normal(H, V + H)) }
      let Wx = wide.map { w in Matrix(columns: (0..<V).map { w.column($0) }) }
      let Wh = wide.map { w in Matrix(columns: (V..<V + H).map { w.column($0) }) }
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "Wh and Wx of a gate cut out of one orthogonal matrix of H × (H + V)",
      "Each gate's two matrices are orthogonal together as one wide matrix, neither by itself.",
      "Is the length of each column of Whr one?"
    ) { input, random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      let wide = (0..<3).map { _ in orthogonal(random.normal(H, H + V)) }
      let Wh = wide.map { w in Matrix(columns: (0..<H).map { w.column($0) }) }
      let Wx = wide.map { w in Matrix(columns: (H..<H + V).map { w.column($0) }) }
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "one recurrent matrix for reset gate, update gate and candidate",
      "Whr, Whz and Whn begin with the same numbers; the input matrices are drawn one by one.",
      "How many Gaussian matrices do you draw for h′?"
    ) { input, random in
      let Wx = (0..<3).map { _ in
        orthogonal(random.normal(input.hiddenSize, input.vocabularySize))
      }
      let Wh = orthogonal(random.normal(input.hiddenSize, input.hiddenSize))
      return placed(Wx + [Wh, Wh, Wh], input, &random)
    },
    wrongGRUDraw(
      "one input and one recurrent matrix drawn, and used for all three",
      "Both gates and the candidate begin with the same numbers, and Wv gets those of another.",
      "How many Gaussian matrices do you draw?"
    ) { input, random in
      let Wx = orthogonal(random.normal(input.hiddenSize, input.vocabularySize))
      let Wh = orthogonal(random.normal(input.hiddenSize, input.hiddenSize))
      return placed([Wx, Wx, Wx, Wh, Wh, Wh], input, &random)
    },
    wrongGRUDraw(
      "identity matrices for the recurrent weights",
      "Whr, Whz and Whn are not drawn at all, so Wv gets numbers that belong to Whr.",
      "How are Whr, Whz and Whn drawn?"
    ) { input, random in
      let Wx = (0..<3).map { _ in
        orthogonal(random.normal(input.hiddenSize, input.vocabularySize))
      }
      let Wh = Matrix.identity(input.hiddenSize)
      return placed(Wx + [Wh, Wh, Wh], input, &random)
    },
    wrongGRUDraw(
      "the three input weights drawn as their transposes",
      "Their shapes are right, but their numbers stand in other places than the seed gives.",
      "Which shape has the Gaussian matrix that `orthogonal` is given for Wxr?"
    ) { input, random in
      let Wx = (0..<3).map { _ in
        orthogonal(random.normal(input.vocabularySize, input.hiddenSize)).transposed
      }
      let Wh = (0..<3).map { _ in orthogonal(random.normal(input.hiddenSize, input.hiddenSize)) }
      return placed(Wx + Wh, input, &random)
    },
    wrongGRUDraw(
      "all weights drawn as their transposes",
      "Their shapes are right, but their numbers stand in other places than the seed gives.",
      "Which shape has the Gaussian matrix that `orthogonal` is given for a weight?"
    ) { input, random in
      gruWeights(input) { orthogonal(random.normal($1, $0)).transposed }
    },
  ]

// MARK: - Families

/// Some weights without `orthogonal`.
private let gaussianMisconceptions: [Misconception<InitialParametersInput, GRUParameters>] =
  [
    ("Wxr", [0]), ("Wxz", [1]), ("Wxn", [2]), ("Whr", [3]), ("Whz", [4]), ("Whn", [5]),
    ("Wv", [6]), ("Wxr, Wxz and Wxn", [0, 1, 2]), ("Whr, Whz and Whn", [3, 4, 5]),
    ("Wxr, Wxz, Wxn and Wv", [0, 1, 2, 6]), ("all weights but Wv", [0, 1, 2, 3, 4, 5]),
    ("Whn and Wxn", [2, 5]),
  ].map { (what: String, places: [Int]) in
    wrongGRUDraw(
      "\(what) Gaussian, not made orthogonal",
      "Some directions are stretched and others shrunk in \(what), not in the other weights.",
      "Which of the weights go through `orthogonal`?"
    ) { input, random in
      var place = 0
      return gruWeights(input) {
        defer { place += 1 }
        let drawn = random.normal($0, $1)
        return places.contains(place) ? drawn : orthogonal(drawn)
      }
    }
  }

private let scaledMisconceptions: [Misconception<InitialParametersInput, GRUParameters>] =
  wrongGains(
    of: ["Wxr", "Wxz", "Wxn", "Whr", "Whz", "Whn", "Wv"],
    groups: [[2], [5], [6], [2, 5], [0, 1, 2], [3, 4, 5], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5]],
    line: "column of Whr", filled: { gruWeights($0, $1) }) + [
    wrongGRUDraw(
      "orthogonal weights of uniform numbers",
      "The weights are orthogonal, but made of uniform numbers, not of Gaussian ones.",
      "Which distribution does the contract draw from?"
    ) { input, random in
      gruWeights(input) { rows, columns in
        orthogonal(
          Matrix(rows, columns, (0..<rows * columns).map { _ in random.uniform() }))
      }
    },
    wrongGRUDraw(
      "Gaussian numbers filled in column by column before they are made orthogonal",
      "The weights are orthogonal, but each holds its Gaussian numbers in another order.",
      "In which order does `random.normal` fill a matrix?"
    ) { input, random in
      gruWeights(input) { orthogonal(random.normal($1, $0).transposed) }
    },
  ]

private let biasMisconceptions: [Misconception<InitialParametersInput, GRUParameters>] = {
  let biases: [(String, any WritableKeyPath<GRUParameters, Vector> & Sendable)] = [
    ("bxr", \.bxr), ("bhr", \.bhr), ("bhz", \.bhz), ("bxn", \.bxn), ("bhn", \.bhn), ("bv", \.bv),
  ]
  let single = biases.map { name, path in
    wrongBias("\(name) of one") { $0[keyPath: path] = $0[keyPath: path] + 1 }
  }
  return single + [
    wrongBias("bxr and bhr of one, so that the network begins by resetting nothing") {
      ($0.bxr, $0.bhr) = ($0.bxr + 1, $0.bhr + 1)
    },
    wrongBias("bxr and bxz of one, so that both gates begin open") {
      ($0.bxr, $0.bxz) = ($0.bxr + 1, $0.bxz + 1)
    },
    wrongBias("bxz of −1, so that the network begins by renewing") { $0.bxz = $0.bxz + -1 },
    wrongBias("bhz of −1, so that the network begins by renewing") { $0.bhz = $0.bhz + -1 },
    wrongBias("bxz and bhz of −1, so that the network begins by renewing") {
      ($0.bxz, $0.bhz) = ($0.bxz + -1, $0.bhz + -1)
    },
    wrongBias("bxz of 2, so that the network begins by keeping") { $0.bxz = $0.bxz + 2 },
    wrongBias("bxz and bhz of one half, together one") {
      ($0.bxz, $0.bhz) = ($0.bxz + 0.5, $0.bhz + 0.5)
    },
    wrongBias("biases of 0.1") { p in
      for path in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv] {
        p[keyPath: path] = p[keyPath: path] + 0.1
      }
    },
    wrongBias("biases of 0.01") { p in
      for path in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv] {
        p[keyPath: path] = p[keyPath: path] + 0.01
      }
    },
  ]
}()

private func wrongBias(
  _ name: String, _ change: @escaping @Sendable (inout GRUParameters) -> Void
) -> Misconception<InitialParametersInput, GRUParameters> {
  wrongGRUDraw(
    name, "The weights are right, but not all biases of the network begin at zero.",
    "What does the contract say about the biases?"
  ) { input, random in
    var parameters = gruWeights(input) { orthogonal(random.normal($0, $1)) }
    change(&parameters)
    return parameters
  }
}

/// Six given weights of gates and candidate, and an orthogonal Wv drawn behind them.
private func placed(
  _ weights: [Matrix], _ input: InitialParametersInput, _ random: inout SeededRandom
) -> GRUParameters {
  let all = weights + [orthogonal(random.normal(input.vocabularySize, input.hiddenSize))]
  var place = 0
  return gruWeights(input) { _, _ in
    defer { place += 1 }
    return all[place]
  }
}

/// Three matrices that lie on top of each other.
private func blocks(_ tall: Matrix) -> [Matrix] {
  let rows = tall.rows / 3
  return (0..<3).map { k in Matrix(rows: (k * rows..<(k + 1) * rows).map { tall.row($0) }) }
}
