import Checking
import Contracts
import Recurrent
import Reference

/// A backward pass with its decisions laid open, whatever the network: a misconception changes one.
protocol OpenBackward: Sendable {
  associatedtype Input: BackwardInput
  associatedtype Output: BackwardOutput

  /// Every decision is the right one.
  init()

  var dLogits: @Sendable (_ logits: Vector, _ target: Int) throws -> Vector { get set }
  /// Whether step t counts in the sums over time.
  var counts: @Sendable (_ t: Int) -> Bool { get set }
  /// The steps as the loop visits them.
  var order: @Sendable (_ steps: Int) -> [Int] { get set }
  /// The token that step t is judged by.
  var target: @Sendable (_ inputs: [Int], _ targets: [Int], _ t: Int) -> Int { get set }
  var softmaxOverTime: Bool { get set }
  var lastLossOnly: Bool { get set }
  var finish: @Sendable (Input, inout Output) throws -> Void { get set }

  func callAsFunction(_ input: Input) throws -> Output
}

extension OpenBackward {
  /// The loss's gradient by the logits of step t.
  func gradient(
    byLogits logits: [Vector], at t: Int, inputs: [Int], targets: [Int]
  ) throws -> Vector {
    if lastLossOnly, t < logits.count - 1 { return 0 * logits[t] }
    let target = target(inputs, targets, t)
    guard softmaxOverTime else { return try dLogits(logits[t], target) }
    var d = Vector(
      try logits[t].indices.map { word in try softmax(Vector(logits.map { $0[word] }))[t] })
    d[target] -= 1
    return d
  }
}

/// What is right for every network.
func rightLogitsGradient(_ logits: Vector, _ target: Int) throws -> Vector {
  var d = try softmax(logits)
  d[target] -= 1
  return d
}

/// A backward pass with one decision changed.
func wrongPass<Pass: OpenBackward>(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout Pass) -> Void
) -> Misconception<Pass.Input, Pass.Output> {
  Misconception(
    name, explanation: explanation, question: question, in: Pass(), run: { try $0($1) },
    change: change)
}

// MARK: - What crosses the pipe

protocol BackwardInput: Codable, Sendable {
  var targets: [Int] { get }
  var vocabularySize: Int { get }
}

protocol BackwardOutput: Codable, Sendable {
  associatedtype Gradients: ParameterSet
  var gradients: Gradients { get set }
  /// Gradients by what the sequence began with.
  var dInitialStates: [Vector] { get set }
}

extension BackwardOutput {
  mutating func scale(by factor: Double) {
    gradients.tensors = gradients.tensors.map { factor * $0 }
    dInitialStates = dInitialStates.map { factor * $0 }
  }
}

extension RNNBackwardInput: BackwardInput { var vocabularySize: Int { parameters.vocabularySize } }

extension RNNBackwardOutput: BackwardOutput {
  var dInitialStates: [Vector] {
    get { [dInitialHidden] }
    set { dInitialHidden = newValue[0] }
  }
}

extension LSTMBackwardInput: BackwardInput { var vocabularySize: Int { parameters.vocabularySize } }

extension LSTMBackwardOutput: BackwardOutput {
  var dInitialStates: [Vector] {
    get { [dInitialHidden, dInitialCell] }
    set { (dInitialHidden, dInitialCell) = (newValue[0], newValue[1]) }
  }
}

extension GRUBackwardInput: BackwardInput { var vocabularySize: Int { parameters.vocabularySize } }

extension GRUBackwardOutput: BackwardOutput {
  var dInitialStates: [Vector] {
    get { [dInitialHidden] }
    set { dInitialHidden = newValue[0] }
  }
}
