import Checking
import Contracts
import Recurrent
import Reference

extension OwnTraining where Network == NetworkWeights {
  /// 05.3: the framework keeps its states and gradients to itself, so that a gradient is read off what one
  /// step of 05.2 changes, and none of a state is known.
  static let framework = OwnTraining(
    drawn: nil,
    model: { seed in
      var random = SeededRandom(seed: seed)
      return NetworkModel.layout(
        try initialLSTMParameters(
          hiddenSize: hiddenSize, vocabularySize: vocabularySize, using: &random))
    },
    pass: { ask, example, _, weights in
      let step: TrainingStepsOutput = try answer(
        ask, "05.2",
        TrainingStepsInput(
          weights: weights, optimizer: .sgd(learningRate: 1), examples: [example],
          maximumNorm: .greatestFiniteMagnitude))
      var gradients = weights
      gradients.tensors = zip(weights.tensors, step.weights.tensors).map { $0 - $1 }
      return SequencePass(
        loss: step.losses.first ?? .nan, states: [], gradients: gradients,
        dInitialState: Vector(zeros: 0))
    },
    // Clipping and the step are the framework's own.
    update: { _, weights, gradients, learningRate in
      try sgdStep(
        &weights, gradients: try clip(gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
    },
    train: { ask, weights, examples, epochs, learningRate in
      let output: FrameworkTrainingOutput = try answer(
        ask, "05.3",
        FrameworkTrainingInput(
          weights: weights, optimizer: .sgd(learningRate: learningRate), training: examples,
          validation: [examples[0]], epochs: epochs, maximumNorm: maximumNorm))
      weights = output.weights
      return output.trainingLoss
    })
}
