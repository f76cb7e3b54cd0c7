import Checking
import Contracts
import Recurrent

// One term of one sum that is left out, doubled or turned round.
let gruOmissionMisconceptions: [Misconception<GRUStepInput, GRUStep>] =
  matrices.flatMap { matrix in
    [
      wrongStep(
        "\(matrix.name) left out of \(matrix.owner)",
        "The sum of \(matrix.owner) lacks its product with \(matrix.name).",
        "Of how many terms is that sum made?"
      ) { $0.weights = { $0[keyPath: matrix.path] *= 0 } }
    ]
      + (matrix.isSquare
        ? [
          wrongStep(
            "\(matrix.name) transposed, in \(matrix.owner)",
            "The past enters \(matrix.owner) along each connection in the wrong direction.",
            "Which index of \(matrix.name) belongs to what the sum gives?"
          ) { $0.weights = { $0[keyPath: matrix.path] = $0[keyPath: matrix.path].transposed } }
        ] : [])
  }
  + biases.flatMap { bias in
    // That of the recurrent term has an entry of its own.
    (bias.name == "bhn"
      ? []
      : [
        wrongStep(
          "\(bias.name) left out of \(bias.owner)",
          "The sum of \(bias.owner) lacks one of its two biases, \(bias.name).",
          "How many biases has each of the three sums?"
        ) { $0.weights = { $0[keyPath: bias.path] *= 0 } }
      ]) + [
        wrongStep(
          "\(bias.name) added twice, in \(bias.owner)",
          "The sum of \(bias.owner) counts \(bias.name) a second time.",
          "How often does each bias stand in its sum?"
        ) { $0.weights = { $0[keyPath: bias.path] *= 2 } }
      ]
  }
  + [("the reset gate", "r"), ("the update gate", "z"), ("the candidate", "n")].map {
    owner, letter in
    wrongStep(
      "\(owner) without both of its biases",
      "The sum of \(owner) has no bias at all, while the other two have theirs.",
      "How many biases has each of the three sums?"
    ) {
      $0.weights = { p in
        for bias in biases where bias.name.hasSuffix(letter) { p[keyPath: bias.path] *= 0 }
      }
    }
  }

private struct Part<Value>: @unchecked Sendable {
  var name: String
  /// "the reset gate".
  var owner: String
  /// Key paths of structs hold nothing that could be shared.
  var path: WritableKeyPath<GRUParameters, Value>
  var isSquare = false

  init(
    _ name: String, _ owner: String, _ path: WritableKeyPath<GRUParameters, Value>,
    isSquare: Bool = false
  ) {
    (self.name, self.owner, self.path, self.isSquare) = (name, owner, path, isSquare)
  }
}

private let matrices = [
  Part("Wxr", "the reset gate", \GRUParameters.Wxr),
  Part("Wxz", "the update gate", \.Wxz), Part("Wxn", "the candidate", \.Wxn),
  Part("Whr", "the reset gate", \.Whr, isSquare: true),
  Part("Whz", "the update gate", \.Whz, isSquare: true),
  Part("Whn", "the recurrent term", \.Whn, isSquare: true),
]

private let biases = [
  Part("bxr", "the reset gate", \GRUParameters.bxr), Part("bhr", "the reset gate", \.bhr),
  Part("bxz", "the update gate", \.bxz), Part("bhz", "the update gate", \.bhz),
  Part("bxn", "the candidate", \.bxn), Part("bhn", "the recurrent term", \.bhn),
]
