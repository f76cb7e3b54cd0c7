import ArgumentParser
import Recurrent

/// `bench training`.
struct TrainingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Seconds per epoch beside hand-written C and the framework, on the lab's workload.",
    discussion: """
      One epoch: 25 validation sequences forward; 204 training sequences forward, backward, clipped \
      and stepped; hidden size 50, batch 1, float64. All sides run in turns and must print the same \
      loss.
      """)

  @Argument(help: "rnn or lstm; both without.")
  var networks: [Network] = []

  @Option(help: "Epochs per turn; 300 for the RNN and 100 for the LSTM without.")
  var epochs: Int?

  @Option(help: "Epochs per turn of the framework.")
  var frameworkEpochs = 5

  @Option(help: "Turns of each side.")
  var turns = 5

  func run() throws {
    guard epochs ?? 1 >= 1, turns >= 1, frameworkEpochs >= 1 else {
      throw ValidationError("at least one epoch and one turn")
    }
    for (k, network) in (networks.isEmpty ? Network.allCases : networks).enumerated() {
      if k > 0 { print("") }
      try measure(network)
    }
  }

  private func measure(_ network: Network) throws {
    let workload = try Workload(network)
    let epochs = epochs ?? network.epochs
    let baseline = try CBaseline(workload)
    defer { baseline.remove() }
    var sides = [Side("Swift", epochs) { workload.train(epochs: epochs) }]
    for variant in CBaseline.Variant.allCases {
      sides.append(Side(variant.name, epochs) { try baseline.train(variant, epochs: epochs) })
    }
    if let framework = FrameworkSide(workload) {
      // Twenty to forty times slower: a few epochs tell enough.
      let few = min(epochs, frameworkEpochs)
      sides.append(Side("libtorch", few) { try framework.train(epochs: few) })
    }
    for _ in 0..<turns {
      for k in sides.indices { sides[k].runs.append(try sides[k].body()) }
    }
    print(
      "\(network.rawValue.uppercased()), hidden 50, batch 1, float64; "
        + "median of \(turns) turns of \(epochs) epochs each\n")
    for side in sides { print(side.line) }
    print("")
    for side in sides.dropFirst() {
      print("  Swift / \(side.name): \(text(sides[0].ratio(to: side), 3))")
    }
    for side in sides.dropFirst() {
      let difference = side.difference(from: workload.train(epochs: side.epochs))
      guard difference <= 1e-9 else {
        print("\n  \(side.name): the losses differ by \(difference) relative; one side is wrong")
        throw ExitCode.failure
      }
    }
  }
}

/// One way to train, and its turns.
private struct Side {
  var name: String
  var epochs: Int
  var body: () throws -> TrainingRun
  var runs: [TrainingRun] = []

  init(_ name: String, _ epochs: Int, _ body: @escaping () throws -> TrainingRun) {
    self.name = name
    self.epochs = epochs
    self.body = body
  }

  /// Median seconds per epoch.
  var seconds: Double { runs.map(\.seconds).median }

  var line: String {
    let name = name + String(repeating: " ", count: 24 - name.count)
    let last = runs.last ?? TrainingRun()
    return "  \(name)\(text(seconds * 1000, 3)) ms/epoch"
      + "   loss \(text(last.training, 12)), validation \(text(last.validation, 12))"
  }

  /// The median of the ratios turn by turn: what disturbs a turn disturbs both.
  func ratio(to other: Side) -> Double {
    zip(runs, other.runs).map { $0.seconds / $1.seconds }.median
  }

  /// The worst relative difference of the last losses.
  func difference(from run: TrainingRun) -> Double {
    guard let last = runs.last else { return .nan }
    let pairs = [(last.training, run.training), (last.validation, run.validation)]
    return pairs.map { abs($0 - $1) / abs($1) }.reduce(0) { $0 >= $1 ? $0 : $1 }
  }
}
