import Recurrent
import Reference
import Testing

/// The languages of lesson 08 against all of their short strings, written out.
@Suite("What may follow")
struct LanguageOracleTests {
  /// Every sequence of so many tokens below `size`.
  private func sequences(_ length: Int, below size: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { all, _ in
      all.flatMap { sequence in (0..<size).map { sequence + [$0] } }
    }
  }

  /// The tokens that stand behind `read` in any of the strings, rising.
  private func followers(_ read: [Int], in strings: [[Int]]) -> [Int] {
    Set(strings.filter { $0.starts(with: read) && $0.count > read.count }.map { $0[read.count] })
      .sorted()
  }

  @Test("in a language that counts, what stands behind the beginning in any string up to n = 9")
  func counting() throws {
    for letters in 2...3 {
      let strings = (1...9).map { n in
        (0..<letters).flatMap { Array(repeating: $0, count: n) } + [letters]
      }
      for n in 1...9 { #expect(try countingString(n, letters: letters) == strings[n - 1]) }
      for read in (0...6).flatMap({ sequences($0, below: letters + 1) }) {
        #expect(
          try mayFollow(read, letters: letters) == followers(read, in: strings), "\(read)")
      }
    }
  }

  @Test("in balanced brackets, what stands behind the beginning in any string of up to 10 brackets")
  func brackets() throws {
    for kinds in 1...2 {
      // By the grammar: nothing, or a pair with a balanced string in it and one behind it.
      var byPairs: [[[Int]]] = [[[]]]
      for pairs in 1...5 {
        var all: [[Int]] = []
        for inner in 0..<pairs {
          for inside in byPairs[inner] {
            for behind in byPairs[pairs - 1 - inner] {
              for kind in 0..<kinds {
                let pair: [Int] = [2 * kind] + inside + [2 * kind + 1]
                all.append(pair + behind)
              }
            }
          }
        }
        byPairs.append(all)
      }
      let counts = kinds == 1 ? [1, 1, 2, 5, 14, 42] : [1, 2, 8, 40, 224, 1344]
      #expect(byPairs.map(\.count) == counts)
      let strings = byPairs.dropFirst().joined().map { $0 + [2 * kinds] }
      // What is read up to here is closed by as many brackets, and there is room for one pair more.
      for read in (0...4).flatMap({ sequences($0, below: 2 * kinds + 1) }) {
        #expect(
          try bracketsMayFollow(read, kinds: kinds) == followers(read, in: strings), "\(read)")
      }
    }
  }

  @Test("drawn strings have m pairs in proportion to Catalan's numbers, whatever the kinds")
  func proportions() throws {
    let (opening, count) = (0.45, 40_000)
    let catalan = [1.0, 2, 5, 14]
    let weights = zip(1...4, catalan).map { m, c -> Double in
      c * pow(opening * (1 - opening), Double(m))
    }
    for kinds in 1...3 {
      var random = SeededRandom(seed: UInt32(kinds))
      let strings = try (0..<count).map { _ in
        try sampleBrackets(kinds: kinds, opening: opening, longest: 8, using: &random)
      }
      #expect(strings.allSatisfy { (3...9).contains($0.count) && $0.last == 2 * kinds })
      for (m, weight) in zip(1...4, weights) {
        let share = Double(strings.count { $0.count == 2 * m + 1 }) / Double(count)
        let expected = weight / weights.reduce(0, +)
        // Five standard deviations of a share of this many draws.
        let deviation = (expected * (1 - expected) / Double(count)).squareRoot()
        #expect(abs(share - expected) < 5 * deviation, "\(m) pairs of \(kinds) kinds")
      }
      let first = Set(strings.map { $0[0] })
      #expect(first == Set((0..<kinds).map { 2 * $0 }))
    }
  }
}
