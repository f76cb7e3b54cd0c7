import Checking
import Contracts
import Recurrent
import Reference

/// Wrong one-hot vectors, and matrices that are not made of right ones.
let oneHotMisconceptions: [Misconception<OneHotInput, OneHotOutput>] = [
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
  changed(
    "ids counted from the end", "Token 0 marks the last element, so that each word is another.",
    "Which element of the vector belongs to token 0?"
  ) { input, output in
    for t in input.ids.indices { output.vectors[t] = Vector(output.vectors[t].reversed()) }
    output.matrix = stacked(output.vectors, input.size)
  },
  changed(
    "ids counted from 1: the element after the token's is marked",
    "Each token marks its neighbour's place.", "Which element of the vector belongs to token 0?"
  ) { input, output in
    for (t, id) in input.ids.enumerated() {
      output.vectors[t] = Vector(zeros: input.size)
      output.vectors[t][(id + 1) % input.size] = 1
    }
    output.matrix = stacked(output.vectors, input.size)
  },
  changed(
    "a vector one element too long",
    "There is a place for a word that the vocabulary does not have.",
    "How many elements does a vector of the vocabulary's size have?"
  ) { input, output in
    output.vectors = output.vectors.map { $0.concatenated(with: [0]) }
    output.matrix = stacked(output.vectors, input.size + 1)
  },
  changed(
    "ones up to the token, as on a thermometer",
    "Larger ids have more ones, so that words are no longer equally far apart.",
    "How many ones does one token need?"
  ) { input, output in
    for (t, id) in input.ids.enumerated() {
      for j in 0...id {
        output.vectors[t][j] = 1
        output.matrix[t, j] = 1
      }
    }
  },
  row(
    "a last row without its one", "The last token has left no mark in the matrix.",
    "At which index does your loop over the tokens end?"
  ) { $1 < $0.count - 1 ? $1 : nil },
  row(
    "a first row without its one", "The first token has left no mark in the matrix.",
    "At which index does your loop over the tokens begin?"
  ) { $1 > 0 ? $1 : nil },
  row(
    "the first token in every row", "All rows show the token that came first.",
    "Which token does row t belong to?"
  ) { _, _ in 0 },
  row(
    "rows one step late", "Each row shows the token before its own, and the first shows none.",
    "Which token does row t belong to?"
  ) { $1 > 0 ? $1 - 1 : nil },
  row(
    "rows one step early", "Each row shows the token after its own, and the last shows none.",
    "Which token does row t belong to?"
  ) { $1 < $0.count - 1 ? $1 + 1 : nil },
  row(
    "no one in the rows of tokens that come again",
    "A token is found where it first occurs, so the rows of its later copies stay empty.",
    "Which row does the second copy of a token belong to?"
  ) { ids, t in ids.firstIndex(of: ids[t]) == t ? t : nil },
  changed(
    "a row that holds the token before as well",
    "Each row has a second one, that of the token before its own.",
    "How many ones are in the second row, and where does each come from?"
  ) { input, output in
    for t in input.ids.indices.dropFirst() { output.matrix[t, input.ids[t - 1]] = 1 }
  },
  changed(
    "all ones in the first row", "The other rows stay empty, and the order of the tokens is lost.",
    "Which row does token t mark?"
  ) { input, output in
    output.matrix *= 0
    for id in input.ids { output.matrix[0, id] = 1 }
  },
  changed(
    "rows that add up: a count of the tokens so far",
    "Each row is added to the one before, so tokens that come again count more.",
    "How many ones are in the second row, and where does each come from?"
  ) { input, output in
    for t in input.ids.indices.dropFirst() {
      for j in 0..<input.size { output.matrix[t, j] += output.matrix[t - 1, j] }
    }
  },
  changed(
    "a matrix with the ids in place of ones",
    "Single vectors are right, but in the matrix larger ids speak louder than small ones.",
    "Which number marks the place of the token?"
  ) { input, output in
    for (t, id) in input.ids.enumerated() { output.matrix[t, id] = Double(id) }
  },
  changed(
    "a matrix of T × T", "There is a column for every step, where every word needs one.",
    "How many columns does the matrix have?"
  ) { input, output in
    let count = input.ids.count
    output.matrix = Matrix(zeros: count, count)
    for (t, id) in input.ids.enumerated() where id < count { output.matrix[t, id] = 1 }
  },
]

// MARK: - Helpers

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
    name, explanation: explanation, question: question, editing: { try rightOneHot($0) }, change)
}

/// A matrix whose row t shows the token of another step; of none for `nil`.
private func row(
  _ name: String, _ explanation: String, _ question: String,
  _ step: @escaping @Sendable (_ ids: [Int], _ t: Int) -> Int?
) -> Misconception<OneHotInput, OneHotOutput> {
  changed(name, explanation, question) { input, output in
    output.matrix *= 0
    for t in input.ids.indices {
      if let step = step(input.ids, t) { output.matrix[t, input.ids[step]] = 1 }
    }
  }
}
