/// What each misconception of a catalogue gives in the cases that a student answered.
struct Effects {
  struct One {
    /// Case by case; `nil` where it throws.
    var results: [[Observation]?]
  }

  private var all: [One]

  init<Input: Codable & Sendable, Output: Codable & Sendable>(
    of misconceptions: [Misconception<Input, Output>], on cases: [Evidence<Input, Output>.Case],
    _ observations: (Output) -> [Observation]
  ) {
    all = misconceptions.map { misconception in
      One(
        results: cases.map { one in
          (try? misconception.implementation(one.input)).map(observations)
        })
    }
  }

  var indices: Range<Int> { all.indices }
  subscript(index: Int) -> One { all[index] }
}

extension [Observation] {
  func isExplained(by other: [Observation]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.isExplained(by: $1) }
  }
}
