import Checking
import Contracts
import Recurrent
import Reference

// H 4, V 4: sequences aⁿ bⁿ EOS with n in 1 … 5.

let gruTrainingExercise = Exercise<TrainingInput<GRUParameters>, TrainingOutput<GRUParameters>>(
  "07.5", "The training loop", points: 3,
  hints: [
    """
    Lay your loops of 03.5 and 04.5 side by side. What differs between them is the call of the forward \
    pass and that of the backward pass; everything else is the same line twice.
    """,
    """
    A sequence begins from one vector of H zeros, as in 03.5. `gruBackward` takes the trace, the \
    targets and the parameters; of its result you need `gradients`.
    """,
    """
    validation = (1/M) Σ L over `validation`, then training = (1/N) Σ L over `training`, each L the sum \
    over a sequence, met before its own update p ← p − learningRate · clip(g). `log.record` once per \
    epoch.
    """,
  ],
  challenges: { seed in
    trainingChallenges(
      TrainingShape.ofGatedNetworks, longest: 4, from: SeededRandom(seed, for: "07.5")
    ) { $0.gruParameters(hiddenSize: 4, vocabularySize: 4, scale: 0.35) }
  },
  reference: { input in
    var parameters = input.parameters
    var log = TrainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<GRUParameters>(
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
    ) { $0.nextState = { last, _ in last } },
    wrongTraining(
      "a gate's two biases stepped as one, half each",
      "The gates' biases learn at half of the rate that was asked for.",
      "Is each tensor of `gradients` stepped by the same rate?"
    ) {
      $0.clip = { gradients, input in
        var clipped = try clip(gradients, maximumNorm: input.maximumNorm)
        for bias in [\GRUParameters.bxr, \.bxz, \.bhr, \.bhz] { clipped[keyPath: bias] *= 0.5 }
        return clipped
      }
    },
  ] + gruTensorsNotStepped,
  figure: { trainingFigure(expected: $0.trainingLoss, got: $1.trainingLoss) },
  notices: { try OwnTraining<GRUParameters>.gru.notices(seed: $0, $1) })

/// Tensors that the update forgets.
private let gruTensorsNotStepped: [WrongTraining<GRUParameters>] =
  [
    ("Wxr", [0]), ("Wxz", [1]), ("Wxn", [2]), ("Whr", [3]), ("Whz", [4]), ("Whn", [5]), ("Wv", [6]),
    ("bhn", [12]), ("bv", [13]), ("all biases", [7, 8, 9, 10, 11, 12, 13]),
    ("the biases beside h′", [10, 11, 12]), ("the biases beside x", [7, 8, 9]),
  ].map { (what: String, places: [Int]) in
    wrongTraining(
      "\(what) left out of the update",
      "\(what) \(places.count > 1 ? "never move" : "never moves"); all other parameters learn.",
      "Which of the parameters does your step move?"
    ) {
      $0.clip = { gradients, input in
        var clipped = try clip(gradients, maximumNorm: input.maximumNorm)
        var tensors = clipped.tensors
        for place in places { tensors[place] = 0 * tensors[place] }
        clipped.tensors = tensors
        return clipped
      }
    }
  }
