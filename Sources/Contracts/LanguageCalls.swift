// What crosses the pipe for the exercises of lesson 08.

public import Recurrent

public struct CountingLanguageInput: Codable, Sendable {
  /// How many letters the language has: 2 for aⁿ bⁿ, 3 for aⁿ bⁿ cⁿ.
  public var letters: Int
  /// One string is asked for each.
  public var lengths: [Int]
  /// What has been read; the next tokens are asked for each.
  public var read: [[Int]]

  public init(letters: Int, lengths: [Int], read: [[Int]]) {
    self.letters = letters
    self.lengths = lengths
    self.read = read
  }
}

public struct CountingLanguageOutput: Codable, Sendable {
  public var strings: [[Int]]
  /// What may follow each of `read`.
  public var next: [[Int]]

  public init(strings: [[Int]], next: [[Int]]) {
    self.strings = strings
    self.next = next
  }
}

public struct BracketsInput: Codable, Sendable {
  public var kinds: Int
  public var read: [[Int]]

  public init(kinds: Int, read: [[Int]]) {
    self.kinds = kinds
    self.read = read
  }
}

public struct SamplingInput: Codable, Sendable {
  public var kinds: Int
  /// The probability of an opening bracket, of any kind.
  public var opening: Double
  public var longest: Int
  public var seed: UInt32
  /// How many strings are drawn, one after another from one stream.
  public var count: Int

  public init(kinds: Int, opening: Double, longest: Int, seed: UInt32, count: Int) {
    self.kinds = kinds
    self.opening = opening
    self.longest = longest
    self.seed = seed
    self.count = count
  }
}

public struct SamplingOutput: Codable, Sendable {
  public var strings: [[Int]]
  /// The number that the stream gives next.
  public var next: Double

  public init(strings: [[Int]], next: Double) {
    self.strings = strings
    self.next = next
  }
}

public struct JudgingInput: Codable, Sendable {
  /// T vectors of V.
  public var probabilities: [Vector]
  /// T lists of tokens, rising.
  public var mayFollow: [[Int]]
  public var threshold: Double

  public init(probabilities: [Vector], mayFollow: [[Int]], threshold: Double) {
    self.probabilities = probabilities
    self.mayFollow = mayFollow
    self.threshold = threshold
  }
}

public struct ReachInput: Codable, Sendable {
  public var letters: Int
  /// Near misses are asked for each.
  public var lengths: [Int]
  public var recogniser: DriftingCounter
  public var trained: Int
  public var longest: Int

  public init(
    letters: Int, lengths: [Int], recogniser: DriftingCounter, trained: Int, longest: Int
  ) {
    self.letters = letters
    self.lengths = lengths
    self.recogniser = recogniser
    self.trained = trained
    self.longest = longest
  }
}

public struct ReachOutput: Codable, Sendable {
  public var nearMisses: [[[Int]]]
  public var reach: Reach

  public init(nearMisses: [[[Int]]], reach: Reach) {
    self.nearMisses = nearMisses
    self.reach = reach
  }
}
