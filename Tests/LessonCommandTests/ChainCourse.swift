import Checking
import Course
import Foundation
import Lessons
import Testing
import Transcripts

/// A copy of this course with right solutions of what 03.5 builds on, of which some are then spoilt.
final class ChainCourse {
  static let file = "Exercises/03-BPTT.swift"
  let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/chain-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for name in ["lessons", "Exercises"] {
      try FileManager.default.copyItem(
        atPath: "\(Repository.root)/\(name)", toPath: "\(root)/\(name)")
    }
    // The checkout that these tests run in may have solutions in it; here all begin from the starters.
    let ids = courseExercises.map(\.id)
    let titles = Dictionary(uniqueKeysWithValues: courseExercises.map { ($0.id, $0.title) })
    for number in ["01-encoding", "02-rnn-forward", "03-bptt"] {
      let path = "lessons/\(number).md"
      let lesson = try Lesson(
        parsing: Array(try text(path).utf8), file: path, knownExercises: ids)
      let file = try #require(ExerciseFile(lesson, titles: titles, modules: .recurrentNetworks))
      try write(file.text, to: "Exercises/\(file.name)")
    }
    for (id, body) in Self.bodies { try solve(id, body) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  // MARK: - Files

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
  }

  func edit(_ old: String, _ new: String) throws { try edit(Self.file, old, new) }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path) has no \(old)")
    try write(text.replacing(old, with: new, maxReplacements: 1), to: path)
  }

  /// Puts bodies in the place of a section's starters, one for each function.
  private func solve(_ id: String, _ bodies: [String]) throws {
    let path = id.hasPrefix("02") ? "Exercises/02-RNNForward.swift" : Self.file
    for body in bodies { try edit(path, "throw NotImplemented(\"\(id)\")", body) }
  }

  // MARK: - Running

  /// The results of lesson 03 by id, and the transcript.
  func run() throws -> (results: [String: ExerciseResult], transcript: Transcript) {
    let run = try MiniCourse.lesson(["run", "03", "--json"], in: root)
    let transcript = try Wire.decode(Transcript.self, from: Data(run.output.utf8))
    return (
      Dictionary(uniqueKeysWithValues: transcript.exercises.map { ($0.id, $0) }), transcript
    )
  }

  // MARK: - Right solutions

  private static let bodies: [(String, [String])] = [
    (
      "02.2",
      [
        "return x.map { 1 / (1 + exp(-$0)) }", "return x.map { tanh($0) }",
        """
        let largest = logits.max() ?? 0
          let powers = logits.map { exp($0 - largest) }
          return powers / powers.sum
        """,
      ]
    ),
    (
      "02.3",
      ["return try tanh(parameters.U.column(token) + parameters.V * hidden + parameters.bHidden)"]
    ),
    (
      "02.4",
      [
        """
        var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
          var hidden = initialHidden
          for token in inputs {
            hidden = try rnnStep(token, hidden: hidden, parameters: parameters)
            trace.hidden.append(hidden)
            trace.logits.append(parameters.W * hidden + parameters.bOutput)
          }
          return trace
        """
      ]
    ),
    (
      "02.5",
      [
        """
        var sum = 0.0
          for (logits, target) in zip(logits, targets) {
            let largest = logits.max() ?? 0
            sum += log(logits.map { exp($0 - largest) }.sum) + largest - logits[target]
          }
          return reduction == .sum ? sum : sum / Double(targets.count)
        """
      ]
    ),
    (
      "03.1",
      [
        """
        var g = parameters.zeros
          var next = Vector(zeros: parameters.hiddenSize)
          for t in trace.inputs.indices.reversed() {
            let previous = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
            var dLogits = try softmax(trace.logits[t])
            dLogits[targets[t]] -= 1
            g.W.addOuter(dLogits, trace.hidden[t])
            g.bOutput += dLogits
            let dHidden = parameters.W.transposedProduct(dLogits) + next
            let da = dHidden * (1 - trace.hidden[t] * trace.hidden[t])
            for i in da.indices { g.U[i, trace.inputs[t]] += da[i] }
            g.V.addOuter(da, previous)
            g.bHidden += da
            next = parameters.V.transposedProduct(da)
          }
          return (g, next)
        """
      ]
    ),
    (
      "03.3",
      [
        """
        let norm = gradients.tensors.map(\\.sumOfSquares).reduce(0, +).squareRoot()
          var clipped = gradients
          clipped.tensors = gradients.tensors.map { min(1, maximumNorm / (norm + 1e-6)) * $0 }
          return clipped
        """
      ]
    ),
    (
      "03.4",
      [
        "parameters.tensors = zip(parameters.tensors, gradients.tensors).map { $0 - learningRate * $1 }"
      ]
    ),
    (
      "03.5",
      [
        """
        let zero = Vector(zeros: parameters.hiddenSize)
          for _ in 0..<epochs {
            var (v, t) = (0.0, 0.0)
            for sample in validation {
              let trace = try rnnForward(sample.inputs, initialHidden: zero, parameters: parameters)
              v += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
            }
            for sample in training {
              let trace = try rnnForward(sample.inputs, initialHidden: zero, parameters: parameters)
              t += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
              let g = try rnnBackward(trace, targets: sample.targets, parameters: parameters).gradients
              try sgdStep(
                &parameters, gradients: try clip(g, maximumNorm: maximumNorm),
                learningRate: learningRate)
            }
            log.record(
              training: t / Double(training.count), validation: v / Double(validation.count))
          }
        """
      ]
    ),
  ]
}
