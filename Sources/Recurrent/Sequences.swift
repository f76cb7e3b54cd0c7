/// The words of a task in the order of their ids; the last one stands for every unknown word.
public struct Vocabulary: Sendable, Codable, Equatable {
  /// The word for words outside the vocabulary.
  public static let unknown = "UNK"

  /// Word k has id k.
  public var words: [String]

  public init(words: [String]) { self.words = words }

  public var count: Int { words.count }
}

/// A sequence as a task of prediction: at each step one input, and the token that comes next.
public struct Example: Sendable, Codable, Equatable {
  /// Token ids, T of them.
  public var inputs: [Int]
  /// Token ids, T of them.
  public var targets: [Int]

  public init(inputs: [Int], targets: [Int]) {
    self.inputs = inputs
    self.targets = targets
  }
}

/// How losses of single steps become one number.
public enum Reduction: String, Sendable, Codable {
  /// Σₜ: what training minimises here. Long sequences weigh more.
  case sum
  /// (1/T) Σₜ: nats per token, comparable between sequences of any length.
  case mean
}

/// The sequences a b EOS, a a b b EOS, …: as many b as there were a.
public enum CountingTask {
  public static let a = 0, b = 1, endOfSequence = 2, unknown = 3

  /// aⁿ bⁿ EOS as words.
  public static func words(n: Int) -> [String] {
    Array(repeating: "a", count: n) + Array(repeating: "b", count: n) + ["EOS"]
  }

  /// `count` sequences with n uniform in 1 … 11.
  public static func sequences(_ count: Int, using random: inout SeededRandom) -> [[String]] {
    (0..<count).map { _ in words(n: random.integer(in: 1...11)) }
  }
}
