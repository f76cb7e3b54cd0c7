import ArgumentParser
import Foundation
import FrameworkReference
import Recurrent
import Torch

/// `bench soak`.
struct SoakBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Memory that many training steps in libtorch leave behind.",
    discussion: """
      Alone in its process, because memory is counted for the process as a whole. Exit code 1 when \
      more than 4 MB, or any handle, is left.
      """)

  @Option(help: "Training steps.")
  var steps = 100_000

  func run() throws {
    guard steps >= 1 else { throw ValidationError("at least one step") }
    let handles = Framework.liveHandles
    let growth = try growth()
    let left = Framework.liveHandles - handles
    print("\(steps) steps: \(growth >> 10) KB more in memory, \(left) handles left")
    guard growth <= 4 << 20, left == 0 else { throw ExitCode.failure }
  }

  /// Bytes by which memory grows, once libtorch's own pools are filled.
  private func growth() throws -> Int {
    let network = try CountingNetwork(vocabularySize: 3, hiddenSize: 2, outputBias: true)
    let optimizer = try SGD(network.parameters, learningRate: 0.01)
    let pairs = try [[0], [1, 2]].map { ids in
      (inputs: try oneHot(ids, classes: 3), targets: try Tensor(ids: ids))
    }
    let (tall, wide) = (try Tensor.zeros([2, 3]), try Tensor.zeros([4, 5]))
    func train(_ steps: Int) throws {
      for k in 0..<steps {
        // What fails must leave nothing behind either.
        if k % 10 == 0, (try? tall.matmul(wide)) != nil {
          throw ValidationError("libtorch multiplies 2 × 3 by 4 × 5")
        }
        let (inputs, targets) = pairs[k % 2]
        _ = try trainingStep(
          network, optimizer, inputs: inputs, targets: targets, maximumNorm: 0.25)
      }
    }
    try train(min(steps, 5_000))
    let before = try resident()
    try train(steps)
    return try resident() - before
  }

  private func resident() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else {
      throw ValidationError("/proc/self/statm reads \(text)")
    }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
