public import Recurrent

/// The losses of a training run on a faulty gradient, epoch by epoch, nats per sequence.
///
/// The training loop is the right one: sequence by sequence from a state and a cell of zeros, the
/// gradient clipped by its global norm, a step down it; a loss is the summed cross-entropy met before its
/// own update. The forward pass is right too, only the gradient has the faults of ``FaultyGradient``,
/// whose arithmetic this does in place and some twenty times faster, for lessons that compare.
///
/// - Parameters:
///   - faults: none of them for the right gradient.
///   - parameters: the weights to begin with.
///   - training: one or more examples, in an order that is kept.
/// - Returns: one mean over the sequences per epoch. A run that diverges gives large losses, perhaps
///   NaN; that is its result.
/// - Throws: ``UnfitInput`` when the examples and the parameters do not belong together.
public func trainingLosses(
  with faults: Set<Fault>, from parameters: LSTMParameters, on training: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double
) throws -> [Double] {
  try UnfitInput.check(parameters)
  for example in training { try UnfitInput.check(example, below: parameters.vocabularySize) }
  let engine = FaultyEngine(parameters, faults)
  return (0..<epochs).map { _ in
    var sum = 0.0
    for example in training {
      sum += engine.train(example, learningRate: learningRate, maximumNorm: maximumNorm)
    }
    return sum / Double(training.count)
  }
}
