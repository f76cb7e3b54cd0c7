/// The words aⁿbⁿ EOS, or aⁿbⁿcⁿ EOS: n of each letter, block after block, as token ids.
///
/// Letter k has id k and EOS follows the last letter, as in the vocabularies of the lessons.
public struct CountingLanguage: Sendable, Equatable {
  /// How many letters there are, 2 or more.
  public var letters: Int

  /// aⁿbⁿ, whose ids are those of `CountingTask`.
  public static let ab = CountingLanguage(letters: 2)
  /// aⁿbⁿcⁿ.
  public static let abc = CountingLanguage(letters: 3)

  public init(letters: Int) {
    precondition(letters >= 2, "a language of \(letters) letters has nothing to count against")
    self.letters = letters
  }

  public var endOfSequence: Int { letters }

  /// The word of length n, EOS included: letters · n + 1 tokens.
  ///
  /// - Parameter n: 1 or more.
  public func word(_ n: Int) -> [Int] { blocks(Array(repeating: n, count: letters)) }

  /// The place from which on a word has no choice left: that behind its first b.
  ///
  /// Before it every a may be the last. Behind it the a are counted, and so is all that must come.
  public func decided(_ n: Int) -> Int { n + 1 }

  /// Words that are nearly right: each differs from ``word(_:)`` in one place behind the first b.
  ///
  /// The names are the same for every n, but at n = 1 no b can be left out.
  public func nearMisses(_ n: Int) -> [NearMiss] {
    var misses: [NearMiss] = []
    for letter in 1..<letters {
      for (change, name) in [(-1, "too few"), (1, "too many")] where letter > 1 || n + change > 0 {
        var counts = Array(repeating: n, count: letters)
        counts[letter] += change
        misses.append(NearMiss("one \(Self.alphabet[letter]) \(name)", blocks(counts)))
      }
    }
    misses.append(NearMiss("a after b", Array(repeating: 0, count: n) + [1, 0]))
    misses.append(NearMiss("EOS missing", word(n).dropLast() + [0]))
    return misses
  }

  private func blocks(_ counts: [Int]) -> [Int] {
    counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      + [endOfSequence]
  }

  private static let alphabet = "abcdefghijklmnopqrstuvwxyz".map(String.init)
}

/// A word that a judge must refuse, and what is wrong with it.
public struct NearMiss: Sendable, Equatable {
  public var name: String
  public var tokens: [Int]

  public init(_ name: String, _ tokens: [Int]) {
    self.name = name
    self.tokens = tokens
  }
}
