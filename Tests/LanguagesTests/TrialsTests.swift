import Languages
import Recurrent
import Reference
import Testing
import Trainers

@Suite("Trials")
struct TrialsTests {
  private func trials(seeds: Int, epochs: Int, learningRate: Double) throws -> Trials {
    try Trials(
      of: .ab, seeds: seeds, longest: 4, epochs: epochs, learningRate: learningRate
    ) { random in
      RNNTrainer(try initialParameters(hiddenSize: 5, vocabularySize: 4, using: &random))
    }
  }

  @Test("every seed is a training of its own, and the same one each time")
  func seeds() throws {
    let (few, more) = (
      try trials(seeds: 2, epochs: 2, learningRate: 0.05),
      try trials(seeds: 3, epochs: 2, learningRate: 0.05)
    )
    #expect(more.losses.prefix(2) == few.losses[...])
    #expect(Set(more.losses).count == 3)
    #expect(more.seconds.count == 3 && more.seconds.allSatisfy { $0 > 0 })
  }

  @Test("the last fifth of the epochs goes at a tenth of the rate")
  func settling() throws {
    var random = SeededRandom(seed: 1)
    let examples = (0..<204).map { _ -> Example in
      let word = CountingLanguage.ab.word(random.integer(in: 1...4))
      return Example(inputs: Array(word.dropLast()), targets: Array(word.dropFirst()))
    }
    let trainer = RNNTrainer(
      try initialParameters(hiddenSize: 5, vocabularySize: 4, using: &random))
    for rate in [0.05, 0.05, 0.05, 0.05, 0.005] {
      _ = trainer.epoch(on: examples, learningRate: rate, maximumNorm: 0.25)
    }
    let same = try #require(
      try trials(seeds: 1, epochs: 5, learningRate: 0.05).trainers.first as? RNNTrainer)
    #expect(same.parameters == trainer.parameters)
  }

  @Test("what is trained counts, what is not does not, and the examinations tell")
  func examined() throws {
    let trained = try trials(seeds: 2, epochs: 60, learningRate: 0.1)
    let untrained = try trials(seeds: 2, epochs: 0, learningRate: 0.1)
    #expect(trained.examinations(upTo: 12).firstFailures.minimum >= 4)
    #expect(untrained.examinations(upTo: 12).firstFailures.maximum == 1)
    let lenient = trained.examinations(upTo: 12, threshold: 0.001)
    #expect(lenient.firstNearMisses.maximum < 12)
    #expect(lenient.firstFailures.minimum >= trained.examinations(upTo: 12).firstFailures.minimum)
  }
}
