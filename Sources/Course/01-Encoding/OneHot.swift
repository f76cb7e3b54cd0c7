import Checking
import Contracts
import Recurrent
import Reference

let oneHotExercise = Exercise<OneHotInput, OneHotOutput>(
  "01.3", "One-hot vectors", points: 2,
  hints: [
    """
    Look at the shapes first: one token gives a vector of `size` numbers, a sequence gives a matrix with \
    one row per token and `size` columns.
    """,
    """
    Each row of the matrix sums to 1. Begin with zeros everywhere; then exactly one element per token \
    changes, and `id` says which.
    """,
    """
    x[j] = 1 where j = `id`, else 0. For the sequence: X[t, j] = 1 where j = `ids[t]`, else 0, with \
    T = `ids.count` rows.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.3")
    func sequence(_ name: String, _ ids: [Int], _ size: Int) -> Challenge<OneHotInput> {
      Challenge(name, OneHotInput(ids: ids, size: size))
    }
    return [
      sequence("tokens 1 2 0 of 4", [1, 2, 0], 4),
      sequence("one token", [2], 3),
      sequence("the last id", [4, 0], 5),
      sequence("a token twice in a row", [1, 1, 3, 0], 6),
      sequence("as many tokens as words", [2, 0, 3, 2], 4),
      sequence("more tokens than words", [0, 1, 0, 0, 1, 2, 1], 3),
      sequence("no tokens: 0 rows of 4", [], 4),
      sequence("random, size 9", random.tokens(6, below: 9), 9),
      sequence("random, size 31", random.tokens(12, below: 31), 31),
    ]
  },
  reference: { try right($0) },
  observations: {
    [
      Observation(
        "vector", claim: "a token's vector has a one at its id and zeros elsewhere",
        overTime: $0.vectors),
      Observation(
        "matrix", claim: "row t of the T × size matrix has its one at ids[t]", $0.matrix),
    ]
  },
  misconceptions: [
    changed(
      "one token per column",
      "Rows are words and columns are steps, so a loop over the rows does not meet the tokens.",
      "How many rows does the matrix of `ids.count` tokens have?"
    ) {
      $1.matrix = $1.matrix.transposed
    },
    changed(
      "a vector that is not cleared between tokens",
      "Each row holds the ones of all tokens before it as well.",
      "How many ones are in the second row, and where does each come from?"
    ) { input, output in
      for t in 1..<max(1, input.ids.count) {
        for id in input.ids[..<t] { output.matrix[t, id] = 1 }
      }
    },
    changed(
      "the id itself as the element",
      "Token 0 becomes a vector of zeros, and larger ids speak louder than small ones.",
      "Which number marks the place of the token?"
    ) {
      input, output in
      for (t, id) in input.ids.enumerated() {
        output.matrix[t, id] = Double(id)
        output.vectors[t][id] = Double(id)
      }
    },
    changed(
      "zeros and ones exchanged", "Every word but the right one is marked.",
      "How many ones does one token need?"
    ) {
      $1.matrix = $1.matrix.map { 1 - $0 }
      $1.vectors = $1.vectors.map { 1 - $0 }
    },
    changed(
      "a width that follows from the largest id",
      "The matrix has too few columns wherever the rarest words do not occur.",
      "If the rarest word is missing in a sequence, does the vocabulary become smaller?"
    ) { input, output in
      let width = (input.ids.max() ?? 0) + 1
      output.matrix = stacked(output.vectors.map { Vector($0.prefix(width)) }, width)
    },
    changed(
      "the time step where the token should be",
      "The ones stand on a diagonal, whatever the tokens are.",
      "In row t, which picks the column: the step or the token?"
    ) { input, output in
      for (t, id) in input.ids.enumerated() {
        output.matrix[t, id] = 0
        output.matrix[t, t % input.size] = 1
      }
    },
    changed(
      "rows put together without a width",
      "A sequence without tokens gives a matrix that has lost its number of columns.",
      "How many columns has a matrix without rows?"
    ) { $1.matrix = Matrix(rows: $1.vectors) },
    changed(
      "a count of the tokens", "The order of the tokens is lost, and only their numbers are left.",
      "Can you read from your matrix which token came first?"
    ) { input, output in
      output.matrix = Matrix(
        rows: [output.vectors.reduce(Vector(zeros: input.size), +)])
    },
    changed(
      "a sequence read backwards", "The first row belongs to the last token.",
      "Which token does row 0 belong to?"
    ) { input, output in
      output.matrix = stacked(output.vectors.reversed(), input.size)
    },
    changed(
      "one vector for all rows: the last token's", "All rows show the token that came last.",
      "What is in a row when the next token changes the vector that you put there?"
    ) { input, output in
      output.matrix = stacked(
        input.ids.map { _ in output.vectors[input.ids.count - 1] }, input.size)
    },
    changed(
      "the first row alone", "Only the first token has left a mark in the matrix.",
      "How many ones should a matrix of `ids.count` tokens hold?"
    ) { input, output in
      for (t, id) in input.ids.enumerated().dropFirst() { output.matrix[t, id] = 0 }
    },
    changed(
      "−1 where there should be 0", "Each word but the right one speaks against itself.",
      "What are all elements but one?"
    ) {
      $1.matrix = $1.matrix.map { 2 * $0 - 1 }
      $1.vectors = $1.vectors.map { $0.map { 2 * $0 - 1 } }
    },
  ])

private func right(_ input: OneHotInput) throws -> OneHotOutput {
  OneHotOutput(
    vectors: try input.ids.map { try oneHot($0, size: input.size) },
    matrix: try oneHot(input.ids, size: input.size))
}

/// The vectors as rows, also where there are none.
private func stacked(_ rows: [Vector], _ width: Int) -> Matrix {
  rows.isEmpty ? Matrix(zeros: 0, width) : Matrix(rows: rows)
}

/// The right result, edited.
private func changed(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (OneHotInput, inout OneHotOutput) -> Void
) -> Misconception<OneHotInput, OneHotOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try right($0) }, change)
}
