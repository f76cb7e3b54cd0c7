import Checking
import Contracts
import Course
import Foundation
import Recurrent
import Reference
import Testing
import Transcripts

/// What is noticed about a student's functions before a training: nothing in right ones, and in faulty
/// ones the fault and no other.
@Suite struct BeforeTrainingTests {
  static let training = ["03.5", "04.5", "06.5", "07.5"]

  @Test("the model answers give no cause for a remark, whatever the seed", arguments: training)
  func fine(id: String) {
    for seed in seeds {
      let notices = course(id).notices(seed, Program().ask)
      let odd = notices.remarks.filter { $0.kind != .fine }
      #expect(odd.isEmpty, "seed \(seed): \(odd.map(\.text))")
      #expect(notices.remarks.count == 7, "seed \(seed)")
      #expect(notices.tables.count == 1)
    }
  }

  @Test("of the framework's network all is looked at but the states, which it keeps to itself")
  func framework() {
    for seed in seeds {
      let notices = course("05.3").notices(seed, Program().ask)
      let odd = notices.remarks.filter { $0.kind != .fine }
      #expect(odd.isEmpty, "seed \(seed): \(odd.map(\.text))")
      #expect(notices.remarks.count == 6, "seed \(seed): \(notices.remarks.map(\.text))")
    }
  }

  @Test("a step of the framework whose loss is a mean is told by the price of a whole sequence")
  func frameworkMean() {
    let program = Program("05.2") { (input: TrainingStepsInput) in
      let right = course("05.2").reference(try Wire.encode(input))
      guard case .output(let data) = right else { throw NoModelAnswer() }
      var output = try Wire.decode(TrainingStepsOutput.self, from: data)
      output.losses = zip(output.losses, input.examples).map { $0 / Double($1.inputs.count) }
      return output
    }
    let remarks = course("05.3").notices(1, program.ask).remarks
    #expect(remarks.last?.kind == .bug)
    #expect(remarks.last?.text.contains("Is your loss a mean where the sum belongs?") == true)
  }

  private struct NoModelAnswer: Error {}

  /// A planted fault: the exercise that has it, and words of the one remark it must bring.
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var program: Program
    var kind: Remark.Kind
    var words: String
    var exercises: [String]
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "initial weights ten times as large",
      program: weights(times: 10), kind: .warning, words: "initial weights too large",
      exercises: training),
    Fault(
      name: "initial weights of zero", program: weights(times: 0), kind: .warning,
      words: "What makes them differ?", exercises: training),
    Fault(
      name: "a step a hundred times as long",
      program: Program("03.4") { (input: SGDInput) in
        var parameters = input.parameters
        for gradients in input.gradients {
          try sgdStep(
            &parameters, gradients: gradients, learningRate: 100 * input.learningRate)
        }
        return parameters
      }, kind: .warning, words: "this is too large", exercises: training),
    Fault(
      name: "targets that are not shifted",
      program: Program("01.4") { (ids: [Int]) in
        Example(inputs: ids.dropLast(), targets: ids.dropLast())
      }, kind: .bug, words: "Every target is the input of its own step", exercises: training),
    Fault(
      name: "a loss that is a mean per token",
      program: Program("02.5") { (input: CrossEntropyInput) in
        let mean = try crossEntropy(input.logits, targets: input.targets, reduction: .mean)
        return CrossEntropyOutput(sum: mean, mean: mean)
      }, kind: .bug, words: "Is your loss a mean where the sum belongs?",
      exercises: ["03.5", "04.5", "07.5"]),
    Fault(
      name: "a backward pass that carries nothing",
      program: Program("03.1") { (input: RNNBackwardInput) in
        let right = try rnnBackward(
          input.trace, targets: input.targets, parameters: input.parameters)
        return RNNBackwardOutput(
          gradients: right.gradients,
          dInitialHidden: Vector(zeros: right.dInitialHidden.count))
      }, kind: .warning, words: "Nothing of the last loss", exercises: ["03.5"]),
    Fault(
      name: "a gradient of the wrong sign",
      program: Program("03.4") { (input: SGDInput) in
        var parameters = input.parameters
        for gradients in input.gradients {
          try sgdStep(&parameters, gradients: gradients, learningRate: -input.learningRate)
        }
        return parameters
      }.with("03.5") { (input: TrainingInput<RNNParameters>) in
        try plain(input, direction: -1)
      }, kind: .warning, words: "Does each step go down the gradient", exercises: ["03.5"]),
    Fault(
      name: "recorded losses that are means per token",
      program: Program("03.5") { (input: TrainingInput<RNNParameters>) in
        var output = try plain(input, direction: 1)
        let tokens = input.training.map(\.inputs.count).reduce(0, +)
        output.trainingLoss = output.trainingLoss.map {
          $0 * Double(input.training.count) / Double(tokens)
        }
        return output
      }, kind: .bug, words: "no triumph but a bug", exercises: ["03.5"]),
    Fault(
      name: "a network that reads its targets one step late",
      program: Program("01.4") { (ids: [Int]) in
        Example(inputs: Array(ids.dropFirst()), targets: ids.dropLast())
      }, kind: .bug, words: "Does the network see its targets", exercises: ["03.5", "04.5", "07.5"]),
  ]

  @Test("a planted fault brings its remark and no other, whatever the seed", arguments: faults)
  func planted(fault: Fault) {
    for id in fault.exercises {
      for seed in seeds {
        let odd = course(id).notices(seed, fault.program.ask).remarks.filter { $0.kind != .fine }
        #expect(odd.count == 1, "\(id), seed \(seed): \(odd.map(\.text))")
        #expect(odd.first?.kind == fault.kind, "\(id), seed \(seed)")
        #expect(
          odd.first?.text.contains(fault.words) == true,
          "\(id), seed \(seed): \(odd.map(\.text))")
      }
    }
  }

  @Test("what is not written yet ends the look without a word against anybody")
  func unwritten() {
    let program = Program("03.1", raw: { _ in .notImplemented("03.1") })
    let remarks = course("03.5").notices(1, program.ask).remarks
    #expect(remarks.map(\.kind) == [.fine, .fine])
  }

  @Test(
    "results of other shapes are no trap",
    arguments: ["02.1", "02.4", "03.1", "03.3", "03.4", "03.5"])
  func shapes(id: String) throws {
    for reply in ["{}", "[]", "null", "1"] {
      let program = Program(id, raw: { _ in .output(Data(reply.utf8)) })
      #expect(course("03.5").notices(1, program.ask).remarks.allSatisfy { $0.kind == .fine })
    }
    // The answer to a smaller network; here the functions it would be handed on to are this process's.
    if ["03.1", "03.4", "03.5"].contains(id) {
      let small = Program(id, raw: { _ in firstReply(id) })
      _ = course("03.5").notices(1, small.ask)
    }
  }
}

/// The model answer to an exercise's first challenge.
private func firstReply(_ id: String) -> CallOutcome {
  var reply = CallOutcome.noReply("")
  _ = course(id).check(1) { exercise, input in
    let answer = course(exercise).reference(input)
    if exercise == id, case .noReply = reply { reply = answer }
    return answer
  }
  return reply
}

/// All three drawing functions with their weights multiplied.
private func weights(times factor: Double) -> Program {
  @Sendable func scaled<P: ParameterSet>(_ parameters: P) -> P {
    var parameters = parameters
    parameters.tensors = parameters.tensors.map { factor * $0 }
    return parameters
  }
  return Program("02.1") { (input: InitialParametersInput) in
    try input.last {
      scaled(
        try initialParameters(
          hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0))
    }
  }.with("04.1") { (input: InitialParametersInput) in
    try input.last {
      scaled(
        try initialLSTMParameters(
          hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0))
    }
  }.with("07.1") { (input: InitialParametersInput) in
    try input.last {
      scaled(
        try initialGRUParameters(
          hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0))
    }
  }
}

/// A training of the Elman network, down the gradient or up.
private func plain(
  _ input: TrainingInput<RNNParameters>, direction: Double
) throws -> TrainingOutput<RNNParameters> {
  var input = input
  input.learningRate *= direction
  func trace(_ example: Example, _ p: RNNParameters) throws -> RNNTrace {
    try rnnForward(example.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
  }
  return try plainTraining(
    input, logits: { try trace($0, $1).logits },
    gradients: { try rnnBackward(trace($0, $1), targets: $0.targets, parameters: $1).gradients })
}

extension Program {
  /// This program with one more exercise replaced.
  fileprivate func with<Input: Codable & Sendable, Output: Codable & Sendable>(
    _ exercise: String, _ function: @escaping @Sendable (Input) throws -> Output
  ) -> Program {
    var program = self
    program.replace(exercise, function)
    return program
  }
}
