import Checking
import Contracts
import Recurrent
import Reference

// T steps, B sequences.

let paddingExercise = Exercise<[Example], Batch>(
  "06.1", "Padding and mask", points: 3,
  hints: [
    """
    Look at a column of the batch from top to bottom: it is one sequence, from its first token on, and \
    then nothing but padding. Which of the sequences decides how many rows there are?
    """,
    """
    Begin with T rows of B zeros three times over, T the length of the longest sequence, and then go \
    through each sequence and write its tokens. What you never write to stays padding. The mask knows \
    *where* a token is, not which one.
    """,
    """
    T = max_b T_b; `inputs[t][b]` = x_t of sequence b and `targets[t][b]` = y_t for t < T_b, 0 beyond; \
    `mask[t, b]` = 1 for t < T_b, 0 beyond. Column b is sequence b, in the order given.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.1")
    func drawn(
      _ name: String, _ lengths: [Int], vocabulary: Int = 4
    ) -> Challenge<[Example]> {
      Challenge(name, lengths.map { random.example($0, below: vocabulary) })
    }
    return [
      Challenge(
        "two sequences, of two and four tokens",
        [
          Example(inputs: [0, 1], targets: [1, 2]),
          Example(inputs: [0, 0, 1, 1], targets: [0, 1, 1, 2]),
        ]),
      Challenge("one sequence alone", [Example(inputs: [0, 1, 1], targets: [1, 1, 2])]),
      drawn("three sequences of the same length", [4, 4, 4]),
      drawn("the longest first, one of a single token", [6, 1, 4]),
      drawn("as many sequences as steps", [2, 5, 3, 1, 4]),
      drawn("the longest last", [3, 2, 3, 7], vocabulary: 6),
      drawn("random, eight sequences", (0..<8).map { _ in random.integer(in: 1...9) }),
    ]
  },
  reference: { try pad($0) },
  observations: {
    [
      Observation("inputs", claim: "inputs[t][b] is token t of sequence b, then 0", ids: $0.inputs),
      Observation(
        "targets", claim: "targets[t][b] is target t of sequence b, then 0", ids: $0.targets),
      Observation("mask", claim: "the mask is 1 for t < T_b and 0 beyond, T × B", $0.mask),
    ]
  },
  misconceptions: [
    wrongPadding(
      "padding in front of the sequences",
      "Short sequences begin late, after steps that read padding.",
      "At which step does a network read the first token of the shorter sequence?"
    ) { right, examples in
      for (b, example) in examples.enumerated() {
        let gap = right.steps - example.inputs.count
        for t in 0..<right.steps {
          right.inputs[t][b] = t >= gap ? example.inputs[t - gap] : 0
          right.targets[t][b] = t >= gap ? example.targets[t - gap] : 0
          right.mask[t, b] = t >= gap ? 1 : 0
        }
      }
    },
    wrongPadding(
      "sequences in rows: B × T where T × B belongs",
      "Each row holds one sequence, where each step should read one row.",
      "What does one step of the network read: one row of your batch?"
    ) { right, _ in
      right.inputs = transposedRows(right.inputs)
      right.targets = transposedRows(right.targets)
      right.mask = right.mask.transposed
    },
    wrongPadding(
      "a mask of B × T beside tokens of T × B",
      "Tokens and mask do not fit each other, except where the batch is square.",
      "Which index of the mask is the step?"
    ) {
      right, _ in right.mask = right.mask.transposed
    },
    wrongPadding(
      "a mask of ones", "Padding counts like a token, in the loss and in the states.",
      "How can the loss know which places are padding?"
    ) { right, _ in
      right.mask = right.mask.map { _ in 1 }
    },
    wrongPadding(
      "a mask that is 1 at padding", "The loss will judge the padding and nothing else.",
      "What should 1 times the loss of a place mean?"
    ) {
      right, _ in right.mask = right.mask.map { 1 - $0 }
    },
    wrongPadding(
      "a mask that takes every 0 for padding",
      "Word 0 is taken for padding wherever it occurs in a sequence.",
      "Which token of the vocabulary has the id 0?"
    ) { right, _ in
      for t in 0..<right.steps {
        for b in 0..<right.size { right.mask[t, b] = right.inputs[t][b] == 0 ? 0 : 1 }
      }
    },
    wrongPadding(
      "a mask that takes every target of 0 for padding",
      "Word 0 is taken for padding wherever it is the right answer.",
      "Which token of the vocabulary has the id 0?"
    ) { right, _ in
      for t in 0..<right.steps {
        for b in 0..<right.size { right.mask[t, b] = right.targets[t][b] == 0 ? 0 : 1 }
      }
    },
    wrongPadding(
      "all sequences cut to the shortest",
      "Long sequences lose their end, which holds most of what there is to learn.",
      "What becomes of the last tokens of the longest sequence?"
    ) { right, examples in
      let shortest = examples.map(\.inputs.count).min() ?? 0
      right.inputs = Array(right.inputs.prefix(shortest))
      right.targets = Array(right.targets.prefix(shortest))
      right.mask = Matrix(
        rows: (0..<shortest).map { _ in Vector(examples.map { _ in 1.0 }) })
    },
    wrongPadding(
      "a mask that ends one step early", "The last token of each sequence is never judged.",
      "How many targets has a sequence of T_b inputs?"
    ) {
      right, examples in
      for (b, example) in examples.enumerated() { right.mask[example.inputs.count - 1, b] = 0 }
    },
    wrongPadding(
      "a mask that ends one step late",
      "One place of padding behind each shorter sequence is judged like a token.",
      "For which t is `inputs[t][b]` the last token of sequence b?"
    ) { right, examples in
      for (b, example) in examples.enumerated() where example.inputs.count < right.steps {
        right.mask[example.inputs.count, b] = 1
      }
    },
    wrongPadding(
      "one row too many", "The batch ends with a row in which nobody reads anything.",
      "How many inputs has the longest sequence?"
    ) { right, examples in
      let zeros = examples.map { _ in 0 }
      right.inputs.append(zeros)
      right.targets.append(zeros)
      right.mask = Matrix(
        right.steps + 1, right.size, right.mask.elements + zeros.map { Double($0) })
    },
    Misconception(
      "sequences sorted by their length",
      explanation: "Columns change places, so a result can no longer be matched with its sequence.",
      question: "Which column belongs to the sequence that was given first?"
    ) { examples in
      try pad(
        examples.indices.sorted {
          (examples[$0].inputs.count, $0) < (examples[$1].inputs.count, $1)
        }
        .map { examples[$0] })
    },
    wrongPadding(
      "inputs in place of targets",
      "The network is taught to repeat the token that it has just read.",
      "Which of the two should the network predict?"
    ) { right, _ in right.targets = right.inputs },
    wrongPadding(
      "the last token repeated where there should be 0",
      "Padding looks like tokens, and only the mask tells them apart.",
      "Which id does the contract ask for at padding?"
    ) { right, examples in
      for (b, example) in examples.enumerated() {
        for t in example.inputs.count..<max(right.steps, example.inputs.count) {
          right.inputs[t][b] = example.inputs[example.inputs.count - 1]
          right.targets[t][b] = example.targets[example.targets.count - 1]
        }
      }
    },
    wrongPadding(
      "−1 at padding",
      "A one-hot vector or a column of U at −1 would crash; the contract's 0 would not.",
      "Which id does the contract ask for at padding?"
    ) { right, examples in right.fill(-1, -1, behind: examples) },
    wrongPadding(
      "targets of −100 at padding, as a framework marks them",
      "The targets at padding are no tokens of the vocabulary.",
      "What tells the loss here which places are padding?"
    ) { right, examples in right.fill(0, -100, behind: examples) },
  ] + paddingIdMisconceptions + paddingLengthMisconceptions)

extension SeededRandom {
  /// A sequence of random tokens with random targets; its last input and target are not 0, so that a
  /// mask that is made from the tokens comes out short.
  mutating func example(_ steps: Int, below vocabulary: Int) -> Example {
    func ids() -> [Int] {
      tokens(steps - 1, below: vocabulary) + [integer(in: 1...vocabulary - 1)]
    }
    return Example(inputs: ids(), targets: ids())
  }
}

extension Observation {
  /// T rows of token ids; rows of unlike length never pass for a rectangle.
  init(_ name: String, claim: String, ids rows: [[Int]]) {
    let first = rows.first?.count ?? 0
    let width = rows.first { $0.count != first }?.count ?? first
    self.init(
      name, claim: claim, shape: [rows.count, width], values: .integers(rows.flatMap(\.self)),
      hasTimeAxis: true)
  }
}

extension Batch {
  /// Other ids where a sequence has ended.
  mutating func fill(_ input: Int, _ target: Int, behind examples: [Example]) {
    fill(behind: examples) { _, _ in (input, target) }
  }

  /// - Parameter ids: of input and target at step t, behind the sequence's end; `nil` for 0.
  mutating func fill(
    behind examples: [Example], _ ids: (_ ended: Example, _ t: Int) -> (input: Int?, target: Int?)
  ) {
    for (b, example) in examples.enumerated() {
      for t in example.inputs.count..<max(steps, example.inputs.count) {
        let (input, target) = ids(example, t)
        inputs[t][b] = input ?? 0
        targets[t][b] = target ?? 0
      }
    }
  }

  /// The sequence once more, from its first token on.
  mutating func repeatSequences(_ examples: [Example]) {
    fill(behind: examples) { example, t in
      let place = t % example.inputs.count
      return (example.inputs[place], example.targets[place])
    }
  }
}

func transposedRows(_ rows: [[Int]]) -> [[Int]] {
  (0..<(rows.first?.count ?? 0)).map { b in rows.map { $0[b] } }
}

/// The right batch with one thing changed.
func wrongPadding(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout Batch, [Example]) -> Void
) -> Misconception<[Example], Batch> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try pad($0) }
  ) { examples, batch in change(&batch, examples) }
}
