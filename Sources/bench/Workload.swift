import ArgumentParser
import Recurrent
import Reference
import Trainers

/// The networks whose training is measured.
enum Network: String, CaseIterable, ExpressibleByArgument {
  case rnn, lstm

  /// The published lab's.
  var learningRate: Double { self == .rnn ? 1e-3 : 0.1 }

  /// Epochs of one turn: about a second of the fastest side.
  var epochs: Int { self == .rnn ? 300 : 100 }
}

/// The published lab's sequences and initial weights, which follow from its seed.
struct Workload {
  static let maximumNorm = 0.25

  var network: Network
  var rnn: RNNParameters
  var lstm: LSTMParameters
  /// n of each sequence aⁿ bⁿ EOS.
  var lengths: [Int]
  var training: [Example]
  var validation: [Example]

  init(_ network: Network) throws {
    self.network = network
    var random = SeededRandom(seed: 42)
    let sequences = CountingTask.sequences(256, using: &random)
    // The lab draws every network twice and trains the second.
    _ = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    rnn = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    _ = try initialLSTMParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    lstm = try initialLSTMParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    lengths = sequences.map { $0.count / 2 }
    let vocabulary = try buildVocabulary(from: sequences)
    let parts = try partition(
      try sequences.map { try example(from: try encode($0, with: vocabulary)) })
    training = parts.training
    validation = parts.validation
  }

  /// The weights in the order that the C baseline reads.
  var weights: [Matrix] {
    network == .rnn
      ? [rnn.V, rnn.U, rnn.W] : [lstm.Wf, lstm.Wi, lstm.Wg, lstm.Wo, lstm.Wv]
  }
}

/// One side's run: the fastest epoch, and the losses of the last.
struct TrainingRun {
  /// Seconds per epoch.
  var seconds = Double.infinity
  /// Nats per sequence; training met before each update, validation before the epoch.
  var training = Double.nan
  var validation = Double.nan

  /// Runs and times one epoch, and keeps its time if it is the fastest.
  mutating func epoch(_ body: () throws -> (training: Double, validation: Double)) rethrows {
    let clock = ContinuousClock()
    let start = clock.now
    (training, validation) = try body()
    let (whole, attoseconds) = (clock.now - start).components
    seconds = min(seconds, Double(whole) + Double(attoseconds) / 1e18)
  }
}

extension Workload {
  /// Trains with the reference's trainer.
  func train(epochs: Int) -> TrainingRun {
    let trainer: any SequenceTrainer = network == .rnn ? RNNTrainer(rnn) : LSTMTrainer(lstm)
    var run = TrainingRun()
    for _ in 0..<epochs {
      run.epoch {
        let validation = trainer.meanLoss(of: validation)
        let training = trainer.epoch(
          on: training, learningRate: network.learningRate, maximumNorm: Self.maximumNorm)
        return (training, validation)
      }
    }
    return run
  }
}
