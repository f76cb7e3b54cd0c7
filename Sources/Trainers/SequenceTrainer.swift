public import Recurrent

/// A network that is trained in place, one sequence at a time, from a state of zeros.
public protocol SequenceTrainer: AnyObject {
  /// Runs a sequence and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  func forward(_ example: Example) -> Double

  /// What the network says after each token of a sequence: V logits for each.
  ///
  /// The sequence takes the place of the one that ``forward(_:)`` kept.
  func logits(after inputs: [Int]) -> [Vector]

  /// The gradient of the sequence that ``forward(_:)`` has just run.
  func backward(_ example: Example)

  /// Clips by the global norm and steps down the gradient.
  func update(learningRate: Double, maximumNorm: Double)
}

extension SequenceTrainer {
  /// The mean over sequences of the summed cross-entropy, nats per sequence; no update.
  public func meanLoss(of examples: [Example]) -> Double {
    var sum = 0.0
    for example in examples { sum += forward(example) }
    return sum / Double(examples.count)
  }

  /// One pass over the examples in order, an update after each.
  ///
  /// - Returns: the mean of the losses met before each update, nats per sequence.
  public func epoch(
    on examples: [Example], learningRate: Double, maximumNorm: Double
  ) -> Double {
    var sum = 0.0
    for example in examples {
      sum += forward(example)
      backward(example)
      update(learningRate: learningRate, maximumNorm: maximumNorm)
    }
    return sum / Double(examples.count)
  }

  /// Per epoch: the validation loss, then one update per training sequence in order.
  public func train(
    on training: [Example], validation: [Example], epochs: Int, learningRate: Double,
    maximumNorm: Double, log: inout TrainingLog
  ) {
    for _ in 0..<epochs {
      let validationLoss = meanLoss(of: validation)
      let trainingLoss = epoch(
        on: training, learningRate: learningRate, maximumNorm: maximumNorm)
      log.record(training: trainingLoss, validation: validationLoss)
    }
  }
}
