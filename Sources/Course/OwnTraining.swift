import Checking
import Contracts
import Recurrent
import Transcripts

// T steps, H hidden size, V vocabulary size.

/// The student's own functions for one kind of network, called from outside of their program: for the
/// look that an experienced eye takes before a long training.
struct OwnTraining<Network: ParameterSet & Codable>: Sendable {
  /// The exercise that draws initial parameters, if there is one, and the model answer where it gives none.
  var drawn: String?
  var model: @Sendable (_ seed: UInt32) throws -> Network
  var pass: @Sendable (Ask, Example, _ start: Vector?, Network) throws -> SequencePass<Network>
  /// One step along a gradient, clipped.
  var update: @Sendable (Ask, inout Network, Network, _ learningRate: Double) throws -> Void = {
    try Self.ownUpdate($0, &$1, $2, $3)
  }
  /// The mean loss of each epoch, nats per sequence.
  var train:
    @Sendable (Ask, inout Network, [Example], _ epochs: Int, _ learningRate: Double) throws ->
      [Double]

  /// Large enough to learn a sequence by heart, small enough for the measurements to take a moment.
  static var hiddenSize: Int { 16 }
  static var vocabularySize: Int { 4 }
  /// With the limit below a step of the usual length, a thousandth of the weights.
  private static var learningRate: Double { 0.01 }
  /// The lessons' own limit.
  static var maximumNorm: Double { 0.25 }

  func notices(seed: UInt64, _ ask: Ask) throws -> Notices {
    let seed = UInt32(truncatingIfNeeded: seed)
    let input = InitialParametersInput(
      hiddenSize: Self.hiddenSize, vocabularySize: Self.vocabularySize, seed: seed)
    let model = try model(seed)
    let own: Network? = drawn.flatMap { try? answer(ask, $0, input) }
    // Of other shapes they would be no network; their own exercise says so.
    let fits = own.map { $0.tensors.map(Self.shape) == model.tensors.map(Self.shape) } ?? false
    let parameters = fits ? own ?? model : model
    let examples = try [3, 1, 5, 2, 8, 4, 10, 6].map { n in try example(n, ask) }
    return withoutActuallyEscaping(ask) { ask in
      let (look, _) = FirstLook(
        parameters: parameters, examples: examples, vocabularySize: Self.vocabularySize,
        learningRate: Self.learningRate, pass: { try pass(ask, $0, $1, $2) },
        update: { try update(ask, &$0, $1, $2) }, train: { try train(ask, &$0, $1, $2, $3) }
      ).result()
      return Notices(look, caption: "Your functions before training, H \(Self.hiddenSize)")
    }
  }

  private static func shape(_ matrix: Matrix) -> [Int] { [matrix.rows, matrix.columns] }

  /// aⁿ bⁿ EOS as the student's 01.4 cuts it.
  private func example(_ n: Int, _ ask: Ask) throws -> Example {
    let ids =
      Array(repeating: CountingTask.a, count: n) + Array(repeating: CountingTask.b, count: n)
      + [CountingTask.endOfSequence]
    let right = Example(inputs: ids.dropLast(), targets: Array(ids.dropFirst()))
    guard let own: Example = try? answer(ask, "01.4", ids),
      own.inputs.count == own.targets.count, !own.inputs.isEmpty,
      (own.inputs + own.targets).allSatisfy((0..<Self.vocabularySize).contains)
    else { return right }
    return own
  }

  /// One step with the student's clipping and SGD.
  private static func ownUpdate(
    _ ask: Ask, _ parameters: inout Network, _ gradients: Network, _ rate: Double
  ) throws {
    let clipped: TensorList = try answer(
      ask, "03.3", ClipInput(gradients: TensorList(gradients.tensors), maximumNorm: maximumNorm))
    let moved: TensorList = try answer(
      ask, "03.4",
      SGDInput(
        parameters: TensorList(parameters.tensors), gradients: [clipped], learningRate: rate))
    guard moved.tensors.map(shape) == parameters.tensors.map(shape) else {
      throw NoAnswer(exercise: "03.4", reason: "gives parameters of another shape")
    }
    parameters.tensors = moved.tensors
  }
}

/// One answer of the student's program.
func answer<Output: Decodable>(
  _ ask: Ask, _ exercise: String, _ input: some Encodable
) throws -> Output {
  try NoAnswer.catching(from: ask, exercise, input, as: Output.self).get()
}

extension Notices {
  init(_ look: BeforeTraining, caption: String) {
    guard !look.measurements.isEmpty else {
      self.init()
      return
    }
    self.init(
      remarks: look.measurements.filter { !$0.sentence.isEmpty }.map {
        Remark(Remark.Kind($0.standing), $0.sentence)
      },
      tables: [
        Table(
          caption, columns: ["measured", "yours", "usual", ""],
          rows: look.measurements.map { [$0.name, $0.measured, $0.usual, $0.standing.word] })
      ])
  }
}

extension Remark.Kind {
  fileprivate init(_ standing: BeforeTraining.Standing) {
    self =
      switch standing {
      case .fine: .fine
      case .warning: .warning
      case .bug: .bug
      }
  }
}
