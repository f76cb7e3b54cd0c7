public import Recurrent
public import Trainers

/// Networks of one kind, each trained on a language from a seed of its own.
///
/// One training says little about a kind of network: another seed may count to twice the length.
public struct Trials {
  public let language: CountingLanguage
  /// One for each seed, trained.
  public let trainers: [any SequenceTrainer]
  /// The training loss of each seed's last epoch, nats per sequence.
  public let losses: [Double]
  /// What each training took.
  public let seconds: [Double]

  /// Trains a network for each of the seeds 1, 2, … on 204 words, as many as the lessons train on.
  ///
  /// Each seed draws words of its own, n uniform in 1 … `longest`, and then the weights. The last fifth
  /// of the epochs goes at a tenth of the rate: at a fixed rate each word pulls the network towards its
  /// own length up to the end.
  ///
  /// - Parameters:
  ///   - seeds: how many, 1 or more.
  ///   - maximumNorm: of the clipping.
  ///   - network: draws the weights; V is the number of letters and two more, for EOS and UNK.
  public init(
    of language: CountingLanguage, seeds: Int, longest: Int, epochs: Int, learningRate: Double,
    maximumNorm: Double = 0.25, network: (inout SeededRandom) throws -> any SequenceTrainer
  ) rethrows {
    var trainers: [any SequenceTrainer] = []
    var (losses, seconds): ([Double], [Double]) = ([], [])
    let clock = ContinuousClock()
    for seed in 1...seeds {
      var random = SeededRandom(seed: UInt32(seed))
      let words = (0..<204).map { _ in language.word(random.integer(in: 1...longest)) }
      let examples = words.map {
        Example(inputs: Array($0.dropLast()), targets: Array($0.dropFirst()))
      }
      let trainer = try network(&random)
      var loss = 0.0
      let time = clock.measure {
        for epoch in 0..<epochs {
          let rate = epoch < epochs - epochs / 5 ? learningRate : learningRate / 10
          loss = trainer.epoch(on: examples, learningRate: rate, maximumNorm: maximumNorm)
        }
      }
      trainers.append(trainer)
      losses.append(loss)
      seconds.append(time / .seconds(1))
    }
    self.language = language
    self.trainers = trainers
    self.losses = losses
    self.seconds = seconds
  }

  /// What each network makes of the words up to a length, and of their near misses.
  public func examinations(upTo limit: Int, threshold: Double = 0.5) -> [Examination] {
    trainers.map {
      language.examination(upTo: limit, threshold: threshold, logits: $0.logits(after:))
    }
  }
}

extension [Examination] {
  /// The smallest n whose word was refused, over the seeds.
  public var firstFailures: Spread { spread(\.firstFailure) }

  /// The smallest n at which any near miss was accepted, over the seeds.
  public var firstNearMisses: Spread { spread(\.firstNearMiss) }

  private func spread(_ length: (Examination) -> Int?) -> Spread {
    Spread(map(length), upTo: map(\.limit).max() ?? 0)
  }
}
