import Contracts
import Recurrent
import Reference

/// The framework's training with its decisions laid open, computed from scratch: a misconception of
/// 05.2 or 05.3 changes one of them.
struct FrameworkLoop: Sendable {
  enum Order {
    case right, clearedBeforeStep, clearedAfterStep, neverCleared, steppedTwice, stepBeforeBackward
  }

  // The defaults are the right ones.
  var order = Order.right
  /// The tensors whose gradients are not cleared in time, by their places, if not all.
  var uncleared: [Int]?
  var target: @Sendable (Example) -> [Int] = { $0.targets }
  /// From a sequence's summed loss to what is differentiated.
  var scale: @Sendable (Example) -> Double = { _ in 1 }
  /// Of the gradient alone.
  var gradientScale: @Sendable (Example) -> Double = { _ in 1 }
  /// The sequences whose losses are added up, and how often each counts: a step's own loss is that of
  /// the sequence up to it less that of the sequence before it.
  var judged: @Sendable (Example) -> [(part: Example, count: Double)] = { [($0, 1)] }
  /// Whether the loss is handed probabilities in place of logits.
  var softmaxTwice = false
  /// Whether the norm of the gradient is returned.
  var returnsNorm = false
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
    let loss = factor * (try self.loss(weights, example))
    var new = weights.zeros
    for (part, count) in judged(example) where !part.inputs.isEmpty {
      let gradient = try NetworkModel(weights).gradient(part, softmaxTwice: softmaxTwice)
      new.tensors = zip(new.tensors, gradient.tensors).map { $0 + count * $1 }
    }
    let share = direction * factor * gradientScale(example)
    new.tensors = new.tensors.map { share * $0 }

    switch order {
    case .right:
      memory.gradients = try clip(new, maximumNorm)
      try memory.optimizer.step(&weights, memory.gradients)
    case .neverCleared, .clearedAfterStep:
      let old = memory.gradients.tensors
      memory.gradients.tensors = new.tensors.enumerated().map { place, gradient in
        uncleared?.contains(place) ?? true ? old[place] + gradient : gradient
      }
      memory.gradients = try clip(memory.gradients, maximumNorm)
      try memory.optimizer.step(&weights, memory.gradients)
      if order == .clearedAfterStep { memory.gradients = weights.zeros }
    case .clearedBeforeStep:
      try memory.optimizer.step(&weights, weights.zeros)
    case .steppedTwice:
      memory.gradients = try clip(new, maximumNorm)
      try memory.optimizer.step(&weights, memory.gradients)
      try memory.optimizer.step(&weights, memory.gradients)
    case .stepBeforeBackward:
      try memory.optimizer.step(&weights, memory.gradients)
      memory.gradients = try clip(new, maximumNorm)
    }
    if returnsNorm { return new.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot() }
    let after = weights
    return try returned(loss) { factor * (try self.loss(after, example)) }
  }

  private func loss(_ weights: NetworkWeights, _ example: Example) throws -> Double {
    try judged(example).filter { !$0.part.inputs.isEmpty }.reduce(0) {
      $0 + $1.count * (try NetworkModel(weights).loss($1.part, softmaxTwice: softmaxTwice))
    }
  }
}

extension Example {
  /// Its first steps.
  func first(_ steps: Int) -> Example {
    Example(inputs: Array(inputs.prefix(steps)), targets: Array(targets.prefix(steps)))
  }
}
