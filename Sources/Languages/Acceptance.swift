import Foundation
public import Recurrent

/// Whether a network that predicts the next token accepts a word: it gave each token from `start` on
/// at least the probability `threshold` before it read it.
///
/// With a threshold of one half at most one token is accepted at each place, the likeliest: the word
/// is what the network would have said itself. A smaller one also accepts what it finds only
/// possible, right or wrong, and has to be judged by near misses.
///
/// - Parameters:
///   - word: two or more tokens; the last is EOS, if the end is to be judged.
///   - start: the first place that is judged, 1 or more; the tokens before it are only read.
///   - logits: what the network says after each token of a sequence, V numbers for each.
/// - Returns: false also where a probability is not a number.
public func accepts(
  _ word: [Int], from start: Int, threshold: Double = 0.5, logits: ([Int]) throws -> [Vector]
) rethrows -> Bool {
  precondition((1..<word.count).contains(start), "nothing to judge from place \(start) on")
  let said = try logits(Array(word.dropLast()))
  return (start..<word.count).allSatisfy { place in
    probability(of: word[place], logits: said[place - 1]) >= threshold
  }
}

/// The softmax at one token, shifted by the largest logit so that nothing overflows.
private func probability(of token: Int, logits: Vector) -> Double {
  let largest = logits.max() ?? 0
  return exp(logits[token] - largest) / logits.map { exp($0 - largest) }.sum
}
