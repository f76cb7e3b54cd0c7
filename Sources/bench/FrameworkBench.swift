import ArgumentParser
import Foundation
import FrameworkReference
import Recurrent
import Torch

/// `bench framework`: one turn of the LSTM's training in libtorch.
///
/// A program of its own, because libtorch's BLAS looks for its number of threads in the environment
/// when it is loaded, and with more than one it is slower at this size.
struct FrameworkBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "One turn of libtorch, as bench training runs it.",
    shouldDisplay: false)

  @Option(help: "Epochs.")
  var epochs = 5

  func run() throws {
    let run = try Workload(.lstm).trainInFramework(epochs: epochs)
    print(run.seconds, run.training, run.validation)
  }
}

extension Workload {
  /// The same weights in libtorch's LSTM, one of its two biases frozen at zero.
  func trainInFramework(epochs: Int) throws -> TrainingRun {
    let network = try CountingNetwork(
      vocabularySize: lstm.vocabularySize, hiddenSize: lstm.hiddenSize, outputBias: true)
    try carryOver(lstm, into: network)
    let optimizer = try SGD(
      network.parameters.filter(\.requiresGrad), learningRate: self.network.learningRate)
    var run = TrainingRun()
    for _ in 0..<epochs {
      try run.epoch {
        var log = TrainingLog(epochs: 1)
        try FrameworkReference.train(
          network, optimizer, on: training, validation: validation, epochs: 1,
          maximumNorm: Self.maximumNorm, log: &log)
        return (log.trainingLoss[0], log.validationLoss[0])
      }
    }
    return run
  }
}

/// The framework's side of `bench training`.
struct FrameworkSide {
  /// - Returns: `nil` without libtorch, and for networks that the framework is not measured on.
  init?(_ workload: Workload) {
    guard Framework.isAvailable, workload.network == .lstm else { return nil }
  }

  /// Trains once, from the beginning, in a process of its own.
  func train(epochs: Int) throws -> TrainingRun {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["framework", "--epochs", "\(epochs)"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"]
    ) { _, one in one }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard process.terminationStatus == 0, numbers.count == 3 else {
      throw ValidationError("the framework's turn failed: \(text)")
    }
    return TrainingRun(seconds: numbers[0], training: numbers[1], validation: numbers[2])
  }
}
