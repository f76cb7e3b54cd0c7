import ArgumentParser
import Foundation
import Recurrent
import Reference

/// `bench training`.
struct TrainingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Seconds per epoch of the RNN beside hand-written C, on the lab's own workload.",
    discussion: """
      One epoch: 25 validation sequences forward; 204 training sequences forward, backward, clipped \
      and stepped; hidden size 50, batch 1, float64. Both sides run in turns and must print the same \
      loss.
      """)

  @Option(help: "Epochs per turn.")
  var epochs = 300

  @Option(help: "Turns of each side.")
  var turns = 5

  func run() throws {
    guard epochs >= 1, turns >= 1 else { throw ValidationError("at least one epoch and one turn") }
    let workload = try Workload()
    let baseline = try CBaseline(workload)
    defer { baseline.remove() }
    var sides: [(name: String, times: [Double], losses: [Double])] = [
      ("Swift, RNNTrainer", [], []), ("C, -O3 -march=native", [], []),
      ("C, vectorised tanh", [], []),
    ]
    for _ in 0..<turns {
      for k in sides.indices {
        let (seconds, losses) =
          try k == 0 ? workload.train(epochs) : baseline.train(fast: k == 2, epochs)
        sides[k].times.append(seconds)
        sides[k].losses = losses
      }
    }
    print("RNN, hidden 50, batch 1, float64; median of \(turns) turns of \(epochs) epochs each\n")
    for side in sides {
      let name = side.name + String(repeating: " ", count: 24 - side.name.count)
      print(
        "  \(name)\(text(side.times.median * 1000, 3)) ms/epoch"
          + "   loss \(text(side.losses[0], 12)), validation \(text(side.losses[1], 12))")
    }
    let swift = sides[0]
    print("")
    for side in sides.dropFirst() {
      let ratios = zip(swift.times, side.times).map { $0 / $1 }
      print("  Swift / \(side.name): \(text(ratios.median, 2))")
    }
    for side in sides.dropFirst() {
      let worst = zip(swift.losses, side.losses).map { abs($0 - $1) / abs($1) }.max() ?? .nan
      guard worst <= 1e-10 else {
        print("\n  the losses differ by \(worst) relative: one side is wrong")
        throw ExitCode.failure
      }
    }
  }
}

/// The published lab's sequences and initial weights, which follow from its seed.
struct Workload {
  var parameters: RNNParameters
  var lengths: [Int]
  private var training: [Example]
  private var validation: [Example]

  init() throws {
    var random = SeededRandom(seed: 42)
    let sequences = CountingTask.sequences(256, using: &random)
    // The lab draws two networks and trains the second.
    _ = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    parameters = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    lengths = sequences.map { $0.count / 2 }
    let vocabulary = try buildVocabulary(from: sequences)
    let parts = try partition(
      try sequences.map { try example(from: try encode($0, with: vocabulary)) })
    training = parts.training
    validation = parts.validation
  }

  /// - Returns: the fastest epoch in seconds; training and validation loss of the last one.
  func train(_ epochs: Int) throws -> (Double, [Double]) {
    let trainer = RNNTrainer(parameters)
    let clock = ContinuousClock()
    var best = Double.infinity
    var losses = [0.0, 0.0]
    for _ in 0..<epochs {
      let start = clock.now
      losses[1] = trainer.meanLoss(of: validation)
      losses[0] = trainer.epoch(on: training, learningRate: 1e-3, maximumNorm: 0.25)
      let (seconds, attoseconds) = (clock.now - start).components
      best = min(best, Double(seconds) + Double(attoseconds) / 1e18)
    }
    return (best, losses)
  }
}
