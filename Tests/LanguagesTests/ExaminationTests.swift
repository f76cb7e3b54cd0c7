import Languages
import Recurrent
import Testing

/// What a machine says that has a counter for the a and gives back a letter for each.
///
/// - Parameters:
///   - most: the counter stops here.
///   - doubt: the logit of all that it does not expect; what it expects has 0.
private func counter(
  _ language: CountingLanguage, most: Int = .max, doubt: Double = -20
) -> ([Int]) -> [Vector] {
  { tokens in
    var counts = Array(repeating: 0, count: language.letters)
    return tokens.map { token in
      if token < language.letters { counts[token] += 1 }
      let target = min(counts[0], most)
      var logits = Vector((0..<language.letters + 2).map { _ in doubt })
      let next = (1..<language.letters).first { counts[$0] < target } ?? language.endOfSequence
      logits[next] = 0
      return logits
    }
  }
}

@Suite("Examination")
struct ExaminationTests {
  @Test("a machine that counts fails nowhere and accepts no near miss", arguments: [2, 3])
  func perfect(letters: Int) {
    let language = CountingLanguage(letters: letters)
    let exam = language.examination(upTo: 30, logits: counter(language))
    #expect(exam.limit == 30 && exam.refused.isEmpty && exam.accepted.isEmpty)
    #expect(exam.firstFailure == nil && exam.firstNearMiss == nil)
  }

  @Test("a counter that stops at 7 fails from 8 on and takes one b too few for right at 8 alone")
  func saturated() {
    let exam = CountingLanguage.ab.examination(upTo: 12, logits: counter(.ab, most: 7))
    #expect(exam.refused == [8, 9, 10, 11, 12])
    #expect(exam.accepted == ["one b too few": [8]])
    #expect(exam.firstFailure == 8 && exam.firstAccepted("one b too few") == 8)
    #expect(exam.firstAccepted("one b too many") == nil && exam.firstNearMiss == 8)
  }

  @Test("a network that finds everything possible accepts all words, and near misses give it away")
  func generous() {
    let indifferent = counter(.abc, doubt: 0)
    let exam = CountingLanguage.abc.examination(upTo: 9, threshold: 0.2, logits: indifferent)
    #expect(exam.refused.isEmpty)
    #expect(exam.firstNearMiss == 1 && exam.accepted.count == 6)
    let strict = CountingLanguage.abc.examination(upTo: 9, logits: indifferent)
    #expect(strict.refused == Array(1...9) && strict.accepted.isEmpty)
  }

  @Test("a network that never ends accepts the a after its word, not EOS")
  func endless() {
    let exam = CountingLanguage.ab.examination(upTo: 3) { tokens in
      var b = 0
      return tokens.map { token in
        b += token
        let a = tokens.prefix { $0 == 0 }.count
        return b < a ? [-9, 9, -9, -9] : [9, -9, -9, -9]
      }
    }
    #expect(exam.refused == [1, 2, 3])
    #expect(exam.accepted == ["EOS missing": [1, 2, 3], "a after b": [1]])
  }

  @Test("what is not a number is never accepted")
  func notANumber() {
    let exam = CountingLanguage.ab.examination(upTo: 4, threshold: 0) { tokens in
      tokens.map { _ in [0, .nan, 0, 0] }
    }
    #expect(exam.refused == [1, 2, 3, 4] && exam.accepted.isEmpty)
  }

  @Test("large logits do not overflow, and the threshold itself is enough")
  func edges() {
    #expect(accepts([0, 1], from: 1, threshold: 1) { _ in [[-2000, 2000]] })
    #expect(accepts([0, 1], from: 1, threshold: 0.5) { _ in [[1000, 1000]] })
    #expect(!accepts([0, 1], from: 1, threshold: 0.51) { _ in [[1000, 1000]] })
  }

  @Test("tokens before the first judged place are read, not judged")
  func start() {
    let said: ([Int]) -> [Vector] = { $0.map { $0 == 0 ? [9, -9] : [-9, 9] } }
    #expect(accepts([0, 1, 1], from: 2, logits: said))
    #expect(!accepts([0, 1, 1], from: 1, logits: said))
  }
}

@Suite("Spread")
struct SpreadTests {
  @Test("the median of an even number of values lies between the two in the middle")
  func medians() {
    #expect(Spread([14, 13, 16]).description == "13 / 14 / 16")
    #expect(Spread([83, 244, 139, 140]).description == "83 / 139.5 / 244")
    #expect(Spread([2.742, 2.7]).description == "2.7 / 2.72 / 2.74")
    #expect(Spread([5]).description == "5 / 5 / 5")
  }

  @Test("a length that was never met is larger than all others")
  func unmet() {
    let spread = Spread([nil, 12, nil], upTo: 40)
    #expect(spread.minimum == 12 && spread.median == .infinity)
    #expect(spread.description == "12 / none up to 40 / none up to 40")
    #expect(Spread([nil, 12], upTo: 40).description == "12 / none up to 40 / none up to 40")
  }
}
