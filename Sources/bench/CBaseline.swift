import ArgumentParser
import Foundation
import Recurrent

/// The same training in C, compiled for this machine and fed the same weights.
struct CBaseline {
  /// How the same source is compiled.
  ///
  /// Which is the fastest depends on the processor: the blocks are made for 512-bit registers.
  enum Variant: String, CaseIterable {
    case plain, vectorised, blocked

    var name: String {
      switch self {
      case .plain: "C, -O3 -march=native"
      case .vectorised: "C, vectorised"
      case .blocked: "C, vectorised, blocked"
      }
    }

    fileprivate var flags: [String] {
      let fast = ["-ffast-math", "-mprefer-vector-width=512"]
      switch self {
      case .plain: return []
      case .vectorised: return fast
      case .blocked: return fast + ["-DBLOCK"]
      }
    }
  }

  private var folder: URL
  private var network: Network

  /// - Throws: when gcc is missing or does not compile it.
  init(_ workload: Workload) throws {
    network = workload.network
    folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var weights = Data()
    for value in workload.weights.flatMap(\.elements) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { weights.append(contentsOf: $0) }
    }
    try weights.write(to: folder.appending(path: "init.bin"))
    let lengths = workload.lengths.prefix(229).map(String.init).joined(separator: " ")
    try Data("204 25\n\(lengths)\n".utf8).write(to: folder.appending(path: "data.txt"))
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Baseline/\(network.rawValue).c").path
    for variant in Variant.allCases {
      let flags = ["-O3", "-march=native", "-w"] + variant.flags
      _ = try run("/usr/bin/env", ["gcc", "-o", path(variant.rawValue)] + flags + [source, "-lm"])
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Trains once, from the beginning.
  func train(_ variant: Variant, epochs: Int) throws -> TrainingRun {
    let output = try run(
      path(variant.rawValue),
      [path("init.bin"), path("data.txt"), "\(epochs)", "\(network.learningRate)", "q"])
    let words = output.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 5, let training = Double(words[1]), let validation = Double(words[2]),
      let seconds = Double(words[4])
    else { throw ValidationError("the C baseline printed: \(output)") }
    return TrainingRun(seconds: seconds, training: training, validation: validation)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(arguments.first ?? program) failed; is gcc installed?")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
