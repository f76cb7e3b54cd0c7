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
  /// The tensors of all cases by name; a stack of three levels has more than one of two.
  var names: [String]
  /// The tensors, by their place in `names`, that differ from the right ones in some case.
  var wrong: Set<Int> = []

  /// - Returns: `nil` when the results are not made of the same tensors as the right ones.
  init?(_ given: [Case]) {
    guard !given.isEmpty else { return nil }
    var union: [String] = []
    for one in given {
      guard one.right.map(\.name) == one.got.map(\.name) else { return nil }
      for name in one.right.map(\.name) where !union.contains(name) { union.append(name) }
    }
    names = union
    cases = given
    for c in cases.indices {
      guard let right = aligned(given[c].right), let got = aligned(given[c].got) else { return nil }
      (cases[c].right, cases[c].got) = (right, got)
      for i in names.indices where !got[i].isExplained(by: right[i]) { wrong.insert(i) }
    }
  }

  /// A result's tensors in the order of `names`, with nothing in the place of those that it lacks;
  /// `nil` when it has others.
  func aligned(_ result: [Observation]) -> [Observation]? {
    if result.map(\.name) == names { return result }
    guard Set(result.map(\.name)).isSubset(of: names) else { return nil }
    return names.map { name in
      result.first { $0.name == name }
        ?? Observation(name, claim: "", shape: [0], values: .numbers([]))
    }
  }
}
