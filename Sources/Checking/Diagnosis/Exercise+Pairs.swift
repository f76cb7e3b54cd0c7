import Transcripts

extension Exercise {
  /// Two mistakes at once, where one pair only explains the results.
  ///
  /// Tried are two that touch different tensors, one of the catalogue beside a relation, and two that
  /// are made together in one implementation.
  func pair(_ evidence: Evidence<Input, Output>, _ effects: Effects) -> Diagnosis? {
    let catalogue = effects.indices.compactMap { Suspect($0, effects[$0], evidence) }
    var pairs: [[Diagnosis.Cause]] = []
    var besideRelations: [[Diagnosis.Cause]] = []

    // Side by side: each explains all the tensors that it touches, and together they touch all.
    let partial = catalogue.filter { $0.explainsWhatItTouches }
    for (index, one) in partial.enumerated() {
      for two in partial.dropFirst(index + 1)
      where one.touched.union(two.touched) == evidence.wrong && one.touched != two.touched {
        pairs.append([misconceptions[one.index].cause, misconceptions[two.index].cause])
      }
      let rest = evidence.wrong.subtracting(one.touched)
      if let more = evidence.causes(of: rest, atMost: 1, from: { $0.right[$1] }), !rest.isEmpty {
        besideRelations.append([misconceptions[one.index].cause] + more)
      }
    }
    // Of a name and a description the name says more: two names before one beside a relation.
    if let found = only(pairs) { return found }
    guard pairs.isEmpty else { return nil }
    pairs = besideRelations
    if let found = only(pairs) { return found }
    guard pairs.isEmpty else { return nil }

    // One after the other: a relation between the misconception's result and the student's.
    for one in catalogue where one.touched.isSubset(of: evidence.wrong) {
      if let more = evidence.relation(from: effects[one.index]) {
        pairs.append([misconceptions[one.index].cause, more])
      }
    }
    if let found = only(pairs) { return found }

    // Where several descriptions fit, two names still say more than any of them.
    return only(together(catalogue, evidence))
  }

  private func only(_ pairs: [[Diagnosis.Cause]]) -> Diagnosis? {
    pairs.count == 1 ? pairs.first.map { Diagnosis($0) } : nil
  }

  /// Two changes in one implementation.
  private func together(
    _ catalogue: [Suspect], _ evidence: Evidence<Input, Output>
  ) -> [[Diagnosis.Cause]] {
    // What is cheap to compute turns most pairs down.
    let order = evidence.cases.indices.sorted {
      evidence.cases[$0].right.reduce(0) { $0 + $1.count }
        < evidence.cases[$1].right.reduce(0) { $0 + $1.count }
    }
    let whole = evidence.wrongPlaces
    let suspects = catalogue.filter { $0.places.isSubset(of: whole) }
    var found: [[Diagnosis.Cause]] = []
    for (index, one) in suspects.enumerated() {
      for two in suspects.dropFirst(index + 1)
      where one.places.fill(whole, with: two.places) {
        let (a, b) = (misconceptions[one.index], misconceptions[two.index])
        guard
          let both = a.together(
            with: b, keepsShapes: one.keepsShapes, otherKeepsShapes: two.keepsShapes)
        else { continue }
        let fits = order.allSatisfy { place in
          guard let result = try? both(evidence.cases[place].input) else { return false }
          return evidence.aligned(observations(result))
            .map { evidence.cases[place].got.isExplained(by: $0) } ?? false
        }
        if fits { found.append([a.cause, b.cause]) }
        // Two are enough to know that none will be named.
        if found.count > 1 { return found }
      }
    }
    return found
  }
}

extension Exercise {
  /// Makes every two misconceptions at once that can be, on every challenge; see ``AnyExercise``.
  func trialOfPairs(seed: UInt64) -> Int {
    let cases: [Evidence<Input, Output>.Case] = challenges(seed).compactMap { challenge in
      guard let right = try? reference(challenge.input) else { return nil }
      return Evidence.Case(
        input: challenge.input, right: observations(right), got: observations(right),
        sizes: sizes(challenge.input))
    }
    guard let evidence = Evidence<Input, Output>(cases) else { return 0 }
    let effects = Effects(of: misconceptions, on: cases, observations)
    let suspects = effects.indices.compactMap { Suspect($0, effects[$0], evidence) }
    var count = 0
    for (index, one) in suspects.enumerated() {
      for two in suspects.dropFirst(index + 1) {
        guard
          let both = misconceptions[one.index].together(
            with: misconceptions[two.index], keepsShapes: one.keepsShapes,
            otherKeepsShapes: two.keepsShapes)
        else { continue }
        count += 1
        for one in cases { _ = (try? both(one.input)).map(observations) }
      }
    }
    return count
  }
}

/// Tensors of cases, one bit each: tens of thousands of pairs are weighed by these.
struct Places: Equatable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }

  func isSubset(of other: Places) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }

  /// Whether the two together are all of `whole`, neither having more.
  func fill(_ whole: Places, with other: Places) -> Bool {
    for i in words.indices where words[i] | other.words[i] != whole.words[i] { return false }
    return true
  }
}

/// A misconception that may have a share in a student's results.
private struct Suspect {
  var index: Int
  /// The tensors that it makes wrong in some case.
  var touched: Set<Int> = []
  var places: Places
  var explainsWhatItTouches = true
  var keepsShapes = true

  /// - Returns: `nil` when it throws somewhere, changes nothing, or gives other tensors.
  init?<Input: Codable & Sendable, Output: Codable & Sendable>(
    _ index: Int, _ effect: Effects.One, _ evidence: Evidence<Input, Output>
  ) {
    self.index = index
    places = Places(count: evidence.cases.count * evidence.names.count)
    for (c, one) in evidence.cases.enumerated() {
      guard let result = effect.results[c].flatMap(evidence.aligned) else { return nil }
      for i in result.indices where !result[i].isExplained(by: one.right[i]) {
        touched.insert(i)
        places.insert(c * evidence.names.count + i)
        if result[i].shape != one.right[i].shape { keepsShapes = false }
      }
    }
    guard !touched.isEmpty else { return nil }
    for i in touched {
      for (c, one) in evidence.cases.enumerated() {
        guard let result = effect.results[c].flatMap(evidence.aligned),
          one.got[i].isExplained(by: result[i])
        else {
          explainsWhatItTouches = false
          return
        }
      }
    }
  }
}

extension Evidence {
  var wrongPlaces: Places {
    var places = Places(count: cases.count * names.count)
    for (c, one) in cases.enumerated() {
      for i in names.indices where !one.got[i].isExplained(by: one.right[i]) {
        places.insert(c * names.count + i)
      }
    }
    return places
  }

  /// The one relation between a misconception's wrong tensors and the student's.
  fileprivate func relation(from effect: Effects.One) -> Diagnosis.Cause? {
    var results: [[Observation]] = []
    for result in effect.results {
      guard let result = result.flatMap(aligned) else { return nil }
      results.append(result)
    }
    let based = Evidence(replacingRight: results, in: self)
    guard !based.wrong.isEmpty else { return nil }
    return based.causes(of: based.wrong, atMost: 1, keepingAll: true) { $0.right[$1] }?.first
  }

  /// The same answers, measured by other results than the right ones.
  private init(replacingRight results: [[Observation]], in evidence: Evidence) {
    self = evidence
    wrong = []
    for c in cases.indices {
      cases[c].right = results[c]
      for i in names.indices where !cases[c].got[i].isExplained(by: results[c][i]) {
        wrong.insert(i)
      }
    }
  }
}
