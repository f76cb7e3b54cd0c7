import Languages
import Recurrent
import Testing

@Suite("CountingLanguage")
struct CountingLanguageTests {
  @Test("a word has n of each letter and ends with EOS")
  func words() {
    #expect(CountingLanguage.ab.word(2) == [0, 0, 1, 1, 2])
    #expect(CountingLanguage.abc.word(2) == [0, 0, 1, 1, 2, 2, 3])
    #expect(CountingLanguage.ab.endOfSequence == CountingTask.endOfSequence)
  }

  @Test("near misses are written out in full")
  func nearMisses() {
    #expect(
      CountingLanguage.ab.nearMisses(2) == [
        NearMiss("one b too few", [0, 0, 1, 2]), NearMiss("one b too many", [0, 0, 1, 1, 1, 2]),
        NearMiss("a after b", [0, 0, 1, 0]), NearMiss("EOS missing", [0, 0, 1, 1, 0]),
      ])
    #expect(
      CountingLanguage.abc.nearMisses(1) == [
        NearMiss("one b too many", [0, 1, 1, 2, 3]), NearMiss("one c too few", [0, 1, 3]),
        NearMiss("one c too many", [0, 1, 2, 2, 3]), NearMiss("a after b", [0, 1, 0]),
        NearMiss("EOS missing", [0, 1, 2, 0]),
      ])
  }

  @Test("no near miss is a word, and each parts from its word behind the first b")
  func nearMissesAreWrong() {
    for language in [CountingLanguage.ab, .abc] {
      let words = Set((1...9).map(language.word))
      for n in 1...8 {
        let word = language.word(n)
        for miss in language.nearMisses(n) {
          #expect(!words.contains(miss.tokens))
          let parts = zip(miss.tokens, word).prefix { $0 == $1 }.count
          #expect(parts >= language.decided(n), "\(miss.name) of \(n)")
          #expect(miss.tokens.count > language.decided(n))
        }
      }
    }
  }
}
