import Transcripts

extension Evidence {
  /// The wrong tensors as one or two relations to the right ones explain them; `nil` where they do not.
  func relations() -> [Diagnosis.Cause]? {
    if let exchanged = exchanged() { return [exchanged] }
    if let copied = copied() { return [copied] }
    if let clipped = clippedTogether() { return [clipped] }
    return causes(of: wrong) { cases, i in cases.right[i] }
  }

  /// One or two relations that make the student's tensors of others.
  ///
  /// - Parameters:
  ///   - tensors: those to be explained.
  ///   - limit: how many relations may be needed.
  ///   - keepingAll: whether only relations count that undo nothing of what they are applied to.
  ///   - base: what they are made of.
  func causes(
    of tensors: Set<Int>, atMost limit: Int = 2, keepingAll: Bool = false,
    from base: (Case, Int) -> Observation
  ) -> [Diagnosis.Cause]? {
    var groups: [(relation: Relation, tensors: [Int])] = []
    for i in tensors.sorted() {
      guard let relation = relation(of: i, isOfRight: !keepingAll, base),
        relation.keepsAll || !keepingAll
      else { return nil }
      if let known = groups.firstIndex(where: { $0.relation == relation }) {
        groups[known].tensors.append(i)
      } else {
        groups.append((relation, [i]))
      }
      if groups.count > limit { return nil }
    }
    return groups.map { relation, members in
      relation.cause(
        of: list(members), isPlural: members.count > 1, cases.first?.sizes ?? [])
    }
  }

  /// The one relation that holds for a tensor in every case.
  ///
  /// - Parameter isOfRight: whether `base` is the right result.
  func relation(
    of i: Int, isOfRight: Bool = true, _ base: (Case, Int) -> Observation
  ) -> Relation? {
    let differing = cases.filter { !$0.got[i].isExplained(by: base($0, i)) }
    guard let first = differing.first else { return nil }
    // Two numbers may be in any relation by chance; several are not.
    guard differing.reduce(0, { $0 + base($1, i).count }) >= 3 else { return nil }
    let isVaried = differing.contains { base($0, i).variety >= 3 }
    return Relation.candidates(base(first, i), first.got[i], first.sizes)
      .filter { relation in
        // What a misconception gives is no sum of the right shares.
        if case .steps = relation, !isOfRight { return false }
        // Of a row of equal numbers every order is the same, and a shift is hard to tell.
        guard isVaried || !relation.isOfOrder else { return false }
        return cases.allSatisfy { one in
          let shares = one.shares.compactMap { i < $0.count ? $0[i] : nil }
          return relation.holds(base(one, i), one.got[i], one.sizes, shares)
        }
      }
      .min { $0.rank < $1.rank }
  }

  /// Two tensors of one shape in each other's place.
  private func exchanged() -> Diagnosis.Cause? {
    guard wrong.count == 2 else { return nil }
    let (i, j) = (wrong.min() ?? 0, wrong.max() ?? 0)
    let holds = cases.allSatisfy { one in
      var (a, b) = (one.right[i], one.right[j])
      (a.name, b.name) = (b.name, a.name)
      return one.got[i].isExplained(by: b) && one.got[j].isExplained(by: a)
    }
    guard holds else { return nil }
    return Diagnosis.Cause(
      name: "\(names[i]) and \(names[j]) exchanged",
      explanation: "Each of the two stands where the other belongs; both are computed rightly.",
      question: "In which order does the result list the two?")
  }

  /// One tensor, or two, that are others' right results.
  private func copied() -> Diagnosis.Cause? {
    guard wrong.count <= 2 else { return nil }
    var copies: [(of: String, in: String)] = []
    for i in wrong.sorted() {
      guard let j = source(of: i) else { return nil }
      copies.append((names[j], names[i]))
    }
    guard let first = copies.first else { return nil }
    return Diagnosis.Cause(
      name: copies.map { "\($0.in) made as \($0.of) is" }.joined(separator: ", and "),
      explanation:
        "What stands in \(copies.map(\.in).joined(separator: " and ")) is what belongs in "
        + "\(copies.map(\.of).joined(separator: " and ")), to the last digit.",
      question: "Which letters of the line that makes \(first.in) should differ from that of "
        + "\(first.of)?")
  }

  /// The only other tensor whose right result a tensor holds.
  private func source(of i: Int) -> Int? {
    guard cases.reduce(0, { $0 + $1.right[i].count }) >= 3 else { return nil }
    let others = names.indices.filter { j in
      j != i
        && cases.allSatisfy { one in
          var other = one.right[j]
          other.name = names[i]
          return one.got[i].isExplained(by: other)
        }
    }
    return others.count == 1 ? others.first : nil
  }

  /// All tensors shrunk by the one factor that brings their common norm down to a limit.
  private func clippedTogether() -> Diagnosis.Cause? {
    var limit: Double?
    for one in cases {
      guard let right = one.right.numbers, let got = one.got.numbers, right.count == got.count
      else { return nil }
      let length = right.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let short = got.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let factor = length == 0 ? 1 : short / length
      guard factor <= 1 + 1e-9,
        zip(right, got).allSatisfy({ abs($0 * factor - $1) <= 1e-8 * max(1e-3 * length, abs($1)) })
      else { return nil }
      guard factor < 1 - 1e-9 else {
        if let limit, length > limit * (1 + 1e-5) { return nil }
        continue
      }
      if let limit, abs(limit - short) > 1e-5 * limit { return nil }
      limit = limit ?? short
    }
    guard let limit, cases.count > 1 else { return nil }
    let text = number((limit * 1e4).rounded() / 1e4)
    return Diagnosis.Cause(
      name: "a gradient that is clipped already",
      explanation: "It has the right direction, and its norm is cut to \(text).",
      question: "Whose work is the clipping, and what would a gradient check say of a clipped one?")
  }

  /// "dU", "dU and dV", "every tensor".
  private func list(_ members: [Int]) -> String {
    func joined(_ members: [Int]) -> String { members.map { names[$0] }.listed }
    guard names.count > 2 else { return joined(members) }
    let others = names.indices.filter { !members.contains($0) }
    if others.isEmpty { return "every tensor" }
    if members.count > 4, others.count < 3 { return "every tensor but \(joined(others))" }
    return members.count > 6
      ? members.prefix(3).map { names[$0] }.joined(separator: ", ")
        + " and \(members.count - 3) more"
      : joined(members)
  }
}

extension [Observation] {
  /// All numbers in a row; `nil` if anything else is among them.
  fileprivate var numbers: [Double]? {
    var result: [Double] = []
    for observation in self {
      guard case .numbers(let numbers) = observation.values else { return nil }
      result += numbers
    }
    return result
  }
}

extension Relation {
  fileprivate var isOfOrder: Bool {
    switch self {
    case .late, .early, .reversed, .lastEverywhere: true
    default: false
    }
  }

  /// Whether it can follow on a misconception: it keeps all of what it is given, and undoes nothing.
  var keepsAll: Bool {
    switch self {
    case .opposite, .transposed, .scaled, .singlePrecision, .clipped, .clamped: true
    default: false
    }
  }

  /// Where several hold, the simplest is said.
  fileprivate var rank: Int {
    switch self {
    case .zero: 0
    case .opposite: 1
    case .scaled(.constant): 2
    case .scaled(.over): 3
    case .scaled(.times): 4
    case .transposed: 5
    case .byColumns: 6
    case .raised: 7
    case .late, .early: 8
    case .withoutFirst, .withoutLast: 9
    case .reversed: 10
    case .lastEverywhere: 11
    case .magnitude: 12
    case .steps: 1
    case .clipped: 13
    case .clamped: 14
    case .singlePrecision: 15
    }
  }
}
