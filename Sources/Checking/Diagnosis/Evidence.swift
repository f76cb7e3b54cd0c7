/// What a student's program answered, beside what is right: tensor by tensor in every case.
struct Evidence<Input: Codable & Sendable, Output: Codable & Sendable> {
  struct Case {
    var input: Input
    var right: [Observation]
    var got: [Observation]
    /// The lengths that the lesson has letters for, such as T.
    var sizes: [Size]
    /// The right tensors' shares, step by step, where they are sums over time.
    var shares: [[Observation]] = []
  }

  var cases: [Case]
  /// The tensors by name, the same in every case.
  var names: [String]
  /// The tensors, by their place in `names`, that differ from the right ones in some case.
  var wrong: Set<Int>

  /// - Returns: `nil` when the results are not made of the same tensors as the right ones.
  init?(_ cases: [Case]) {
    guard let first = cases.first else { return nil }
    names = first.right.map(\.name)
    for one in cases where one.right.map(\.name) != names || one.got.map(\.name) != names {
      return nil
    }
    self.cases = cases
    wrong = []
    for one in cases {
      for i in names.indices where !one.got[i].isExplained(by: one.right[i]) { wrong.insert(i) }
    }
  }
}
