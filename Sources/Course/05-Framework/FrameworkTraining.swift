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
  misconceptions: [
    wrong(
      "validation after the epoch's training",
      "The validation curve runs one epoch ahead: even its first point has been trained.",
      "With which weights is it first taken?"
    ) {
      $0.validatesAfter = true
    },
    wrong(
      "a validation that trains", "The network learns from the set that should judge it.",
      "May the network learn from `validation`?"
    ) {
      $0.validationTrains = true
    },
    wrong(
      "a sum over the sequences where their mean belongs",
      "The curve grows with the number of sequences, and two sets cannot be compared.",
      "By what do you divide in the end?"
    ) { $0.divides = false },
    wrong(
      "a mean per token where the sum belongs",
      "Each sequence's loss is divided by its length, so the curve lies far too low.",
      "Which reduction does a sequence's loss take?"
    ) { $0.perToken = true },
    wrong(
      "the loss of the last sequence alone",
      "The curve shows one sequence of each epoch, whatever the others did.",
      "What happens to the losses before it?"
    ) {
      $0.lastOnly = true
    },
    wrong(
      "sequences in reverse order",
      "The updates come in another order, so that nearly all losses differ a little.",
      "Which sequence is met first?"
    ) { $0.reverses = true },
    wrong(
      "training and validation loss exchanged", "Each curve carries the other one's name.",
      "Which argument of `record` comes first?"
    ) {
      $0.exchanges = true
    },
    wrong(
      "one epoch too many",
      "Both curves hold one point more than asked for, and the weights have moved on.",
      "How many epochs does your range of epochs hold?"
    ) {
      $0.extraEpochs = 1
    },
    wrong(
      "one epoch too few", "Both curves lack a point, and the weights lack the steps of an epoch.",
      "How many epochs does your range of epochs hold?"
    ) {
      $0.extraEpochs = -1
    },
    wrong(
      "a new optimiser with every epoch",
      "What Adam has learnt about the gradients is lost when an epoch begins.",
      "How often is your optimiser made?"
    ) {
      $0.forgets = true
    },
    wrong(
      "a validation loss taken on the training set",
      "The validation curve tells how well the network knows what it has learnt.",
      "Which sequences does your second loop go through?"
    ) {
      $0.validatesOnTraining = true
    },
    wrong(
      "losses that pile up from epoch to epoch",
      "Each point of both curves holds all epochs before it as well.",
      "What do your sums hold when an epoch begins?"
    ) {
      $0.pilesUp = true
    },
    wrong(
      "gradients that are never cleared",
      "Each step goes along the sum of all gradients so far, not along its own sequence's.",
      "What does `backward` do with the gradient that is already there?"
    ) { $0.loop.order = .neverCleared },
    wrong(
      "gradients that are not clipped", "Long gradients make leaps where short steps were meant.",
      "Where is `maximumNorm` used?"
    ) {
      $0.loop.order = .clippedAfterStep
    },
    wrong(
      "weights that never move",
      "The optimiser sees nothing but zeros, so the curve of SGD is flat.",
      "Which gradient does the optimiser see?"
    ) {
      $0.loop.order = .clearedBeforeStep
    },
  ],
  figure: { trainingFigure(expected: $0.trainingLoss, got: $1.trainingLoss) },
  notices: { try OwnTraining<NetworkWeights>.framework.notices(seed: $0, $1) })

/// The epochs of 05.3 with their decisions laid open.
private struct FrameworkEpochs: Sendable {
  // The defaults are the right ones.
  var loop = FrameworkLoop()
  var validatesAfter = false
  var validationTrains = false
  var divides = true
  var perToken = false
  var lastOnly = false
  var reverses = false
  var exchanges = false
  var extraEpochs = 0
  var forgets = false
  var validatesOnTraining = false
  var pilesUp = false

  func callAsFunction(_ input: FrameworkTrainingInput) throws -> FrameworkTrainingOutput {
    var output = FrameworkTrainingOutput(
      trainingLoss: [], validationLoss: [], weights: input.weights)
    var memory = loop.memory(input.optimizer, input.weights)
    for _ in 0..<max(0, input.epochs + extraEpochs) {
      if forgets { memory = loop.memory(input.optimizer, output.weights) }
      var validation: [Double] = []
      if !validatesAfter { validation = try losses(input, &output.weights, &memory) }
      var training: [Double] = []
      for example in reverses ? input.training.reversed() : input.training {
        let loss = try loop.step(&output.weights, &memory, example, input.maximumNorm)
        training.append(perToken ? loss / Double(example.inputs.count) : loss)
      }
      if validatesAfter { validation = try losses(input, &output.weights, &memory) }
      output.trainingLoss.append(mean(training))
      output.validationLoss.append(mean(validation))
    }
    if pilesUp {
      for t in output.trainingLoss.indices.dropFirst() {
        output.trainingLoss[t] += output.trainingLoss[t - 1]
        output.validationLoss[t] += output.validationLoss[t - 1]
      }
    }
    if exchanges {
      (output.trainingLoss, output.validationLoss) = (output.validationLoss, output.trainingLoss)
    }
    return output
  }

  private func losses(
    _ input: FrameworkTrainingInput, _ weights: inout NetworkWeights,
    _ memory: inout FrameworkLoop.Memory
  ) throws -> [Double] {
    try (validatesOnTraining ? input.training : input.validation).map { example in
      let loss =
        validationTrains
        ? try loop.step(&weights, &memory, example, input.maximumNorm)
        : try NetworkModel(weights).loss(example)
      return perToken ? loss / Double(example.inputs.count) : loss
    }
  }

  private func mean(_ losses: [Double]) -> Double {
    if lastOnly { return losses.last ?? .nan }
    let sum = losses.reduce(0, +)
    return divides ? sum / Double(losses.count) : sum
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout FrameworkEpochs) -> Void
) -> Misconception<FrameworkTrainingInput, FrameworkTrainingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: FrameworkEpochs(), run: { try $0($1) },
    change: change)
}
