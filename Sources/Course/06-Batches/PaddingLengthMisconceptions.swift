import Checking
import Recurrent
import Reference

// How many rows there are, which sequence stands where, and in which order its tokens come.
let paddingLengthMisconceptions: [Misconception<[Example], Batch>] = [
  arranged(
    "the longest sequence first",
    "Columns are sorted by falling length, so a result can no longer be matched with its sequence.",
    "Which column belongs to the sequence that was given first?"
  ) { examples in
    examples.indices.sorted {
      (-examples[$0].inputs.count, $0) < (-examples[$1].inputs.count, $1)
    }
    .map { examples[$0] }
  },
  arranged(
    "the sequences from last to first",
    "Columns stand in reverse order, so a result is matched with another sequence.",
    "Which column belongs to the sequence that was given first?"
  ) { $0.reversed() },
  arranged(
    "each sequence from its end to its beginning",
    "The network reads every sequence backwards.", "Which token is read at t = 0?"
  ) {
    $0.map { Example(inputs: $0.inputs.reversed(), targets: $0.targets.reversed()) }
  },
  arranged(
    "inputs and targets exchanged", "The network reads what it should predict.",
    "Which of the two does the network read?"
  ) { $0.map { Example(inputs: $0.targets, targets: $0.inputs) } },
  arranged(
    "targets made from the inputs, one step on",
    "The given targets are not used, and the last target of each sequence is lost.",
    "Where does the target of a sequence's last token stand?"
  ) {
    $0.map { Example(inputs: $0.inputs, targets: Array($0.inputs.dropFirst()) + [0]) }
  },
  arranged(
    "targets shifted once more",
    "Each target stands one step early, though `targets` were shifted already.",
    "Which target belongs to the input at step t?"
  ) {
    $0.map { Example(inputs: $0.inputs, targets: Array($0.targets.dropFirst()) + [0]) }
  },
  cut(
    "as many rows as the first sequence has tokens",
    "Longer sequences lose their end where the first one is not the longest.",
    "Which sequence decides how many rows there are?"
  ) { $0[0].inputs.count },
  cut(
    "as many rows as the last sequence has tokens",
    "Longer sequences lose their end where the last one is not the longest.",
    "Which sequence decides how many rows there are?"
  ) { $0[$0.count - 1].inputs.count },
  cut(
    "as many rows as the mean length",
    "Sequences longer than the mean lose their end.",
    "Which sequence decides how many rows there are?"
  ) { examples in examples.reduce(0) { $0 + $1.inputs.count } / examples.count },
  cut(
    "as many rows as there are sequences",
    "The batch is square: long sequences lose their end, or all are padded beyond the longest.",
    "Which sequence decides how many rows there are?"
  ) { $0.count },
  cut(
    "a last row that is left out", "The longest sequence loses its last token.",
    "How many inputs has the longest sequence?"
  ) { examples in (examples.map(\.inputs.count).max() ?? 1) - 1 },
  wrongPadding(
    "tokens of B × T beside a mask of T × B",
    "Tokens and mask do not fit each other, except where the batch is square.",
    "Which index of the tokens is the step?"
  ) { right, _ in
    right.inputs = transposedRows(right.inputs)
    right.targets = transposedRows(right.targets)
  },
  wrongPadding(
    "inputs of B × T", "Each row of the inputs holds one sequence, where each step reads one row.",
    "Which index of `inputs` is the step?"
  ) { right, _ in right.inputs = transposedRows(right.inputs) },
  wrongPadding(
    "targets of B × T",
    "Each row of the targets holds one sequence, where each step is judged by one row.",
    "Which index of `targets` is the step?"
  ) { right, _ in right.targets = transposedRows(right.targets) },
]

/// The right batch of other examples.
private func arranged(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable ([Example]) -> [Example]
) -> Misconception<[Example], Batch> {
  Misconception(name, explanation: explanation, question: question) { try pad(change($0)) }
}

/// The right batch with as many rows as `steps` says, cut or padded.
private func cut(
  _ name: String, _ explanation: String, _ question: String,
  _ steps: @escaping @Sendable ([Example]) -> Int
) -> Misconception<[Example], Batch> {
  wrongPadding(name, explanation, question) { right, examples in
    let steps = steps(examples)
    let missing = max(0, steps - right.steps)
    func fitted(_ rows: [[Int]]) -> [[Int]] {
      Array((rows + Array(repeating: examples.map { _ in 0 }, count: missing)).prefix(steps))
    }
    let mask = (0..<steps).map { t in
      Vector(examples.map { t < $0.inputs.count ? 1.0 : 0 })
    }
    right.inputs = fitted(right.inputs)
    right.targets = fitted(right.targets)
    right.mask =
      mask.isEmpty ? Matrix(zeros: 0, examples.count) : Matrix(rows: mask)
  }
}
