import Checking
import Contracts
import Recurrent
import Reference

// H 8, V 4: sequences aⁿ bⁿ EOS with n in 1 … 5.

let trainingExercise = Exercise<TrainingInput<RNNParameters>, TrainingOutput<RNNParameters>>(
  "03.5", "The training loop", points: 5,
  hints: [
    """
    Look at the order of things in one epoch: first `validation`, with the parameters as they are; then \
    `training`, sequence by sequence. Write each call of your own functions on a line of its own.
    """,
    """
    Per training sequence: a trace from a zero state, its summed loss, its gradients, the gradients \
    clipped, one step. The loss is added up before the step. Validation takes the first two only.
    """,
    """
    validation = (1/M) Σ L over `validation`, then training = (1/N) Σ L over `training`, each L the sum \
    over a sequence, met before its own update p ← p − r clip(g). `log.record` once per epoch.
    """,
  ],
  challenges: { seed in
    trainingChallenges(
      shapes, longest: 11, from: SeededRandom(seed, for: "03.5")
    ) { $0.parameters(hiddenSize: 8, vocabularySize: 4, scale: 0.35) }
  },
  reference: { input in
    var parameters = input.parameters
    var log = TrainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<RNNParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
  },
  observations: {
    trainingCurves($0.trainingLoss, $0.validationLoss)
      + Observation.all(of: $0.parameters, claim: trainedClaim)
  },
  sizes: { [.training($0.training.count), .validation($0.validation.count)] },
  misconceptions: trainingMisconceptions() + [
    wrongTraining(
      "a hidden state carried from one sequence to the next",
      "Each sequence begins with what is left of the one before, with which it has nothing to do.",
      "What should the network remember of the sequence before?"
    ) { $0.nextState = { last, _ in last } }
  ],
  figure: { trainingFigure(expected: $0.trainingLoss, got: $1.trainingLoss) },
  notices: { try OwnTraining<RNNParameters>.rnn.notices(seed: $0, $1) })

private let shapes = [
  TrainingShape(
    name: "one epoch, one sequence", epochs: 1, training: 1, validation: 1, learningRate: 0.1),
  TrainingShape(
    name: "one epoch, three sequences", epochs: 1, training: 3, validation: 2, learningRate: 0.1),
  TrainingShape(
    name: "three epochs in which nothing is clipped", epochs: 3, training: 4, validation: 3,
    learningRate: 0.01, maximumNorm: 1000),
  TrainingShape(
    name: "a limit of 1", epochs: 4, training: 5, validation: 2, learningRate: 0.05,
    maximumNorm: 1),
  TrainingShape(
    name: "20 epochs, 16 sequences, learning rate 0.1", epochs: 20, training: 16, validation: 4,
    learningRate: 0.1),
  TrainingShape(
    name: "8 epochs, 12 sequences, learning rate 0.01", epochs: 8, training: 12, validation: 5,
    learningRate: 0.01),
  TrainingShape(name: "no epoch", epochs: 0, training: 2, validation: 1, learningRate: 0.1),
]
