import Checking
import Contracts
import Recurrent
import Reference

let frameworkTrainingExercise = Exercise<FrameworkTrainingInput, FrameworkTrainingOutput>(
  "05.3", "The training loop", points: 4,
  hints: [
    """
    It is the loop of 04.5; your step of 05.2 does most of the work. What is new is turning an example \
    into tensors, and that validation must leave no gradient behind.
    """,
    """
    Validation runs the network and takes the summed loss inside `noGrad`; training calls \
    `trainingStep` once per sequence, always with the same optimiser. Both are averaged over sequences.
    """,
    """
    inputs = oneHot(x, classes: V), T × V; targets = Tensor(ids: y). validation = (1/M) Σ L before the \
    epoch's first step, training = (1/N) Σ of what the steps return. `log.record` once per epoch.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "05.3")
    func drawn(
      _ name: String, epochs: Int, training: Int, validation: Int, _ optimizer: OptimizerChoice,
      maximumNorm: Double = 0.25
    ) -> Challenge<FrameworkTrainingInput> {
      Challenge(
        name,
        FrameworkTrainingInput(
          weights: random.network(hidden: 4, vocabulary: 4, scale: 0.35, outputBias: false),
          optimizer: optimizer, training: random.countingExamples(training, longest: 4),
          validation: random.countingExamples(validation, longest: 4), epochs: epochs,
          maximumNorm: maximumNorm))
    }
    return [
      drawn(
        "one epoch, one sequence", epochs: 1, training: 1, validation: 1, .sgd(learningRate: 0.1)),
      drawn(
        "one epoch, three sequences", epochs: 1, training: 3, validation: 2,
        .sgd(learningRate: 0.1)),
      drawn(
        "two epochs in which nothing is clipped", epochs: 2, training: 3, validation: 2,
        .sgd(learningRate: 0.02), maximumNorm: 1000),
      drawn(
        "10 epochs of SGD", epochs: 10, training: 4, validation: 2, .sgd(learningRate: 0.1)),
      drawn("4 epochs of Adam", epochs: 4, training: 4, validation: 2, .adam(learningRate: 0.01)),
      drawn("no epoch", epochs: 0, training: 2, validation: 1, .sgd(learningRate: 0.1)),
    ]
  },
  reference: { try FrameworkEpochs()($0) },
  observations: {
    trainingCurves($0.trainingLoss, $0.validationLoss)
      + Observation.all(of: $0.weights, claim: "every sequence moves the parameters once")
  },
  misconceptions: frameworkTrainingMisconceptions + frameworkTrainingSlips,
  symptoms: [shuffledTraining],
  figure: { trainingFigure(expected: $0.trainingLoss, got: $1.trainingLoss) },
  notices: { try OwnTraining<NetworkWeights>.framework.notices(seed: $0, $1) })
