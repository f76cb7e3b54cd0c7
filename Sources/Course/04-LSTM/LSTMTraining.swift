import Checking
import Contracts
import Recurrent
import Reference

// H 4, V 4: sequences aⁿ bⁿ EOS with n in 1 … 5.

let lstmTrainingExercise = Exercise<TrainingInput<LSTMParameters>, TrainingOutput<LSTMParameters>>(
  "04.5", "The training loop", points: 4,
  hints: [
    """
    Look at your loop of 03.5 and at each call in it of a function that is the RNN's alone. Clipping, \
    the SGD step and the loss know nothing of the network and stay as they are.
    """,
    """
    A sequence begins from two vectors of H zeros, a hidden state and a cell, and neither survives it. \
    `lstmBackward` takes the trace, the targets and the parameters; of its result you need `gradients`.
    """,
    """
    validation = (1/M) Σ L over `validation`, then training = (1/N) Σ L over `training`, each L the sum \
    over a sequence, met before its own update p ← p − r clip(g). `log.record` once per epoch.
    """,
  ],
  challenges: { seed in
    trainingChallenges(
      TrainingShape.ofGatedNetworks, longest: 4, from: SeededRandom(seed, for: "04.5")
    ) { $0.lstmParameters(hiddenSize: 4, vocabularySize: 4, scale: 0.35) }
  },
  reference: { input in
    var parameters = input.parameters
    var log = TrainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<LSTMParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
  },
  observations: {
    trainingCurves($0.trainingLoss, $0.validationLoss)
      + Observation.all(of: $0.parameters, claim: trainedClaim)
  },
  sizes: { [.training($0.training.count), .validation($0.validation.count)] },
  misconceptions: trainingMisconceptions() + [
    wrongTraining(
      "a cell carried from one sequence to the next",
      "Each sequence begins with the memory of the one before, with which it has nothing to do.",
      "What should the cell hold when a sequence begins?"
    ) { $0.nextState = { last, zero in LSTMState(hidden: zero.hidden, cell: last.cell) } },
    wrongTraining(
      "a hidden state carried from one sequence to the next",
      "The first gates of each sequence still see how the one before ended.",
      "What should the hidden state be when a sequence begins?"
    ) { $0.nextState = { last, zero in LSTMState(hidden: last.hidden, cell: zero.cell) } },
    wrongTraining(
      "a hidden state and a cell carried from one sequence to the next",
      """
      Each sequence begins with all that is left of the one before, with which it has \
      nothing to do.
      """,
      "What should the network remember of the sequence before?"
    ) { $0.nextState = { last, _ in last } },
  ],
  figure: { trainingFigure(expected: $0.trainingLoss, got: $1.trainingLoss) },
  notices: { try OwnTraining<LSTMParameters>.lstm.notices(seed: $0, $1) })
