public import Recurrent

/// What a network makes of a language, length by length: which words it refuses, and which near
/// misses it accepts.
///
/// Words alone do not show that a network counts: one that accepts everything accepts all words.
public struct Examination: Sendable, Equatable {
  /// The largest n that was asked for.
  public var limit: Int
  /// Every n whose word was refused, in order.
  public var refused: [Int] = []
  /// By the name of the near miss, every n at which it was accepted, in order.
  public var accepted: [String: [Int]] = [:]

  /// The smallest n whose word was refused; `nil` if none was.
  public var firstFailure: Int? { refused.first }

  /// The smallest n at which this near miss was accepted; `nil` if it never was.
  public func firstAccepted(_ nearMiss: String) -> Int? { accepted[nearMiss]?.first }

  /// The smallest n at which any near miss was accepted; `nil` if none was.
  public var firstNearMiss: Int? { accepted.values.compactMap(\.first).min() }
}

extension CountingLanguage {
  /// Reads the word of every n up to `limit` and its near misses to a network.
  ///
  /// Each is judged from the place on at which the language leaves no choice.
  ///
  /// - Parameters:
  ///   - threshold: of ``accepts(_:from:threshold:logits:)``.
  ///   - logits: what the network says after each token of a sequence, V numbers for each.
  /// - Complexity: some 2 · letters + 1 forward passes for each n.
  public func examination(
    upTo limit: Int, threshold: Double = 0.5, logits: ([Int]) throws -> [Vector]
  ) rethrows -> Examination {
    var result = Examination(limit: limit)
    for n in 1...limit {
      let start = decided(n)
      if try !accepts(word(n), from: start, threshold: threshold, logits: logits) {
        result.refused.append(n)
      }
      for miss in nearMisses(n)
      where try accepts(miss.tokens, from: start, threshold: threshold, logits: logits) {
        result.accepted[miss.name, default: []].append(n)
      }
    }
    return result
  }
}
