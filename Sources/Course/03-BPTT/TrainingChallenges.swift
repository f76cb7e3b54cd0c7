import Checking
import Contracts
import Recurrent

/// How long a training of a challenge is, and on how much.
struct TrainingShape: Sendable {
  var name: String
  var epochs: Int
  var training: Int
  var validation: Int
  var learningRate: Double
  var maximumNorm = 0.25

  /// For networks whose steps cost more than those of lesson 03.
  static let ofGatedNetworks = [
    TrainingShape(
      name: "one epoch, one sequence", epochs: 1, training: 1, validation: 1, learningRate: 0.1),
    TrainingShape(
      name: "one epoch, four sequences", epochs: 1, training: 4, validation: 2, learningRate: 0.1),
    TrainingShape(
      name: "two epochs in which nothing is clipped", epochs: 2, training: 3, validation: 2,
      learningRate: 0.01, maximumNorm: 1000),
    TrainingShape(
      name: "a limit of 1", epochs: 2, training: 3, validation: 2, learningRate: 0.05,
      maximumNorm: 1),
    TrainingShape(
      name: "10 epochs, 3 sequences, learning rate 0.1", epochs: 10, training: 3, validation: 2,
      learningRate: 0.1),
    TrainingShape(name: "no epoch", epochs: 0, training: 2, validation: 1, learningRate: 0.1),
  ]
}

/// The challenges of a training loop, drawn one after the other.
///
/// - Parameters:
///   - longest: the largest n of aⁿ bⁿ EOS.
///   - parameters: weights from which a few epochs learn something without a step that leaps.
func trainingChallenges<Parameters>(
  _ shapes: [TrainingShape], longest: Int, from random: SeededRandom,
  _ parameters: (inout SeededRandom) -> Parameters
) -> [Challenge<TrainingInput<Parameters>>] {
  var random = random
  return shapes.map { shape in
    Challenge(
      shape.name,
      TrainingInput(
        parameters: parameters(&random),
        training: random.countingExamples(shape.training, longest: longest),
        validation: random.countingExamples(shape.validation, longest: longest),
        epochs: shape.epochs, learningRate: shape.learningRate, maximumNorm: shape.maximumNorm))
  }
}

/// Of the parameters that a training ends with.
let trainedClaim = "every sequence moves the parameters once, by −learningRate · clip(g)"
