import Contracts
import Recurrent
import Reference

/// The framework's training with its decisions laid open, computed from scratch: a misconception of
/// 05.2 or 05.3 changes one of them.
struct FrameworkLoop: Sendable {
  enum Order { case right, clearedBeforeStep, neverCleared, clippedAfterStep }

  // The defaults are the right ones.
  var order = Order.right
  var target: @Sendable (Example) -> [Int] = { $0.targets }
  /// From a sequence's summed loss to what is differentiated.
  var scale: @Sendable (Example) -> Double = { _ in 1 }
  var clip: @Sendable (NetworkWeights, Double) throws -> NetworkWeights = {
    try Reference.clip($0, maximumNorm: $1)
  }
  /// The loss that a step returns, given the one before and a way to have the one after.
  var returned: @Sendable (_ before: Double, _ after: () throws -> Double) throws -> Double = {
    before, _ in before
  }
  var direction = 1.0
  /// Whether the loss that is returned is a mean over the steps, while the sum is differentiated.
  var divides = false

  /// What an optimiser and the tensors' gradients remember from step to step.
  struct Memory {
    var optimizer: ModelOptimizer
    var gradients: NetworkWeights
  }

  func memory(_ choice: OptimizerChoice, _ weights: NetworkWeights) -> Memory {
    Memory(optimizer: ModelOptimizer(choice), gradients: weights.zeros)
  }

  /// One training step.
  ///
  /// - Returns: the loss.
  func step(
    _ weights: inout NetworkWeights, _ memory: inout Memory, _ example: Example,
    _ maximumNorm: Double
  ) throws -> Double {
    let example = Example(inputs: example.inputs, targets: target(example))
    let factor = scale(example)
    let model = NetworkModel(weights)
    let loss = factor * (try model.loss(example))
    var new = try model.gradient(example)
    new.tensors = new.tensors.map { direction * factor * $0 }

    switch order {
    case .right:
      memory.gradients = try clip(new, maximumNorm)
      try memory.optimizer.step(&weights, memory.gradients)
    case .neverCleared:
      memory.gradients.tensors = zip(memory.gradients.tensors, new.tensors).map { $0 + $1 }
      memory.gradients = try clip(memory.gradients, maximumNorm)
      try memory.optimizer.step(&weights, memory.gradients)
    case .clearedBeforeStep:
      try memory.optimizer.step(&weights, weights.zeros)
    case .clippedAfterStep:
      try memory.optimizer.step(&weights, new)
    }
    let after = weights
    return try returned(loss) { factor * (try NetworkModel(after).loss(example)) }
  }
}
