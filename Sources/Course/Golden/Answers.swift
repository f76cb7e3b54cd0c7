import Checking
import Contracts
import Recurrent
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An implementation of the exercises, called like functions.
struct Answers {
  var ask: Ask

  func call<Input: Encodable, Output: Decodable>(
    _ exercise: String, _ input: Input
  ) throws -> Output {
    switch ask(exercise, try Wire.encode(input)) {
    case .output(let data):
      guard let output = try? Wire.decode(Output.self, from: data) else {
        throw GoldenError.noAnswer(
          exercise: exercise, "gives something else than its contract says")
      }
      return output
    case .notImplemented: throw GoldenError.noAnswer(exercise: exercise, "is not started")
    case .threw(let message): throw GoldenError.noAnswer(exercise: exercise, "throws \(message)")
    case .crashed(let crash):
      throw GoldenError.noAnswer(exercise: exercise, "crashes: \(crash.reason)")
    case .timedOut(let seconds):
      throw GoldenError.noAnswer(exercise: exercise, "gives no answer in \(Int(seconds)) s")
    case .memory: throw GoldenError.noAnswer(exercise: exercise, "takes too much memory")
    case .noReply(let why):
      throw GoldenError.noAnswer(exercise: exercise, "gives no answer: \(why)")
    }
  }

  func vocabulary(_ sequences: [[String]]) throws -> Vocabulary { try call("01.1", sequences) }

  func encoding(_ input: EncodingInput) throws -> EncodingOutput { try call("01.2", input) }

  func oneHot(_ ids: [Int], size: Int) throws -> OneHotOutput {
    try call("01.3", OneHotInput(ids: ids, size: size))
  }

  func example(_ ids: [Int]) throws -> Example { try call("01.4", ids) }

  func partition(_ elements: [Int]) throws -> PartitionOutput { try call("01.5", elements) }

  func softmax(_ logits: Vector) throws -> Vector {
    let output: ActivationsOutput = try call("02.2", logits)
    return output.softmax
  }

  func tanh(_ x: Vector) throws -> Vector {
    let output: ActivationsOutput = try call("02.2", x)
    return output.tanh
  }

  func forward(
    _ inputs: [Int], _ initialHidden: Vector, _ parameters: RNNParameters
  ) throws -> RNNTrace {
    try call(
      "02.4",
      RNNForwardInput(inputs: inputs, initialHidden: initialHidden, parameters: parameters))
  }

  func loss(_ logits: [Vector], _ targets: [Int]) throws -> Double {
    let output: CrossEntropyOutput = try call(
      "02.5", CrossEntropyInput(logits: logits, targets: targets))
    return output.sum
  }

  func backward(
    _ trace: RNNTrace, _ targets: [Int], _ parameters: RNNParameters
  ) throws -> RNNBackwardOutput {
    try call("03.1", RNNBackwardInput(trace: trace, targets: targets, parameters: parameters))
  }

  func clip(_ gradients: [Matrix], _ maximumNorm: Double) throws -> [Matrix] {
    let output: TensorList = try call(
      "03.3", ClipInput(gradients: TensorList(gradients), maximumNorm: maximumNorm))
    return output.tensors
  }

  func sgd(_ parameters: [Matrix], _ gradients: [Matrix], _ learningRate: Double) throws -> [Matrix]
  {
    let output: TensorList = try call(
      "03.4",
      SGDInput(
        parameters: TensorList(parameters), gradients: [TensorList(gradients)],
        learningRate: learningRate))
    return output.tensors
  }

  func train<Network: GoldenNetwork>(
    _ input: TrainingInput<Network>
  ) throws -> TrainingOutput<Network> {
    try call(Network.trainingExercise, input)
  }

  func lstmForward(
    _ inputs: [Int], _ initialHidden: Vector, _ initialCell: Vector, _ parameters: LSTMParameters
  ) throws -> LSTMTrace {
    try call(
      "04.3",
      LSTMForwardInput(
        inputs: inputs, initialHidden: initialHidden, initialCell: initialCell,
        parameters: parameters))
  }

  func lstmBackward(
    _ trace: LSTMTrace, _ targets: [Int], _ parameters: LSTMParameters
  ) throws -> LSTMBackwardOutput {
    try call("04.4", LSTMBackwardInput(trace: trace, targets: targets, parameters: parameters))
  }

  func gruForward(
    _ inputs: [Int], _ initialHidden: Vector, _ parameters: GRUParameters
  ) throws -> GRUTrace {
    try call(
      "07.3",
      GRUForwardInput(inputs: inputs, initialHidden: initialHidden, parameters: parameters))
  }

  func gruBackward(
    _ trace: GRUTrace, _ targets: [Int], _ parameters: GRUParameters
  ) throws -> GRUBackwardOutput {
    try call("07.4", GRUBackwardInput(trace: trace, targets: targets, parameters: parameters))
  }

  func generate(_ input: GenerationInput) throws -> [Int] { try call("03.6", input) }
}
