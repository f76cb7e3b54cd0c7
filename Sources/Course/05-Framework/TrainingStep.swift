import Checking
import Contracts
import Recurrent
import Reference

let trainingStepExercise = Exercise<TrainingStepsInput, TrainingStepsOutput>(
  "05.2", "One training step", points: 4,
  hints: [
    """
    Look at what the contract says of `network`: its parameters may still hold an earlier step's \
    gradients, and the framework adds new ones to them. Then ask of each call that you need: what must \
    have happened before it makes sense?
    """,
    """
    Clear the old gradients, run `network` on `inputs`, take the summed cross-entropy with `targets`, \
    send it backward, clip what arrived to `maximumNorm`, let `optimizer` step. The loss to return is \
    the number from before the step.
    """,
    """
    L = Σₜ CE(logits_t, y_t), with the reduction `.sum`; g = ∂L/∂p, and nothing of an older g in it; \
    g ← g · min(1, `maximumNorm` / ‖g‖), the norm over all parameters together; then the optimiser's own \
    p ← p + Δ(g). The result is the number L.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "05.2")
    func drawn(
      _ name: String, steps: Int, _ optimizer: OptimizerChoice, maximumNorm: Double,
      outputBias: Bool = false
    ) -> Challenge<TrainingStepsInput> {
      Challenge(
        name,
        TrainingStepsInput(
          weights: random.network(hidden: 4, vocabulary: 4, outputBias: outputBias),
          optimizer: optimizer, examples: random.countingExamples(steps, longest: 4),
          maximumNorm: maximumNorm))
    }
    return [
      drawn("one step of SGD", steps: 1, .sgd(learningRate: 0.1), maximumNorm: 1000),
      drawn("one clipped step", steps: 1, .sgd(learningRate: 0.1), maximumNorm: 0.25),
      drawn(
        "three steps of SGD, not clipped", steps: 3, .sgd(learningRate: 0.05), maximumNorm: 1000),
      drawn(
        "five steps of SGD, an output bias", steps: 5, .sgd(learningRate: 0.1), maximumNorm: 0.25,
        outputBias: true),
      drawn("six steps of Adam", steps: 6, .adam(learningRate: 0.01), maximumNorm: 0.25),
    ]
  },
  reference: { try FrameworkLoop().steps($0) },
  observations: {
    [
      Observation(
        "losses",
        claim: "each step returns the summed cross-entropy of its sequence, from before the step",
        curve: $0.losses)
    ]
      + Observation.all(
        of: $0.weights, claim: "each step moves every parameter once, by its own clipped gradient")
  },
  misconceptions: [
    wrongTrainingStep(
      "gradients that are never cleared",
      "Each step goes along the sum of all gradients so far, not along its own sequence's.",
      "What does `backward` do with the gradient that is already there?"
    ) { $0.order = .neverCleared },
    wrongTrainingStep(
      "gradients that are cleared after the step instead of before the backward pass",
      "The first step goes along the gradients of an earlier one too, which are still there when it "
        + "begins.",
      "What do the parameters hold when `trainingStep` is called for the first time?"
    ) { $0.order = .clearedAfterStep },
    wrongTrainingStep(
      "an optimiser that sees zeros: gradients are cleared before the step, or come after it",
      "The optimiser sees nothing but zeros, and SGD does not move at all.",
      "Which gradient does `step` see?"
    ) { $0.order = .clearedBeforeStep },
    wrongTrainingStep(
      "gradients that are not clipped",
      "The optimiser sees gradients of their full length: they are clipped not at all, before the "
        + "backward pass or after the step.",
      "Where is `maximumNorm` used?"
    ) { $0.clip = { gradients, _ in gradients } },
    wrongTrainingStep(
      "a limit of 0.25 whatever is given",
      "A limit other than 0.25 makes no difference to your step.", "Where is `maximumNorm` used?"
    ) {
      $0.clip = { gradients, _ in try clip(gradients, maximumNorm: 0.25) }
    },
    wrongTrainingStep(
      "each tensor clipped by its own norm",
      "Each tensor shrinks by another factor, so the step goes in another direction.",
      "How many norms has a gradient?"
    ) {
      $0.clip = { gradients, limit in
        var clipped = gradients
        clipped.tensors = try gradients.tensors.map {
          try clip(TensorList([$0]), maximumNorm: limit).tensors[0]
        }
        return clipped
      }
    },
    wrongTrainingStep(
      "each element of the gradient clipped",
      "Large elements are cut and small ones are not, so the step turns another way.",
      "Does your gradient keep its direction?"
    ) {
      $0.clip = { gradients, limit in
        var clipped = gradients
        clipped.tensors = gradients.tensors.map { $0.map { min(limit, max(-limit, $0)) } }
        return clipped
      }
    },
    wrongTrainingStep(
      "the mean over the steps, in the loss and in the gradient",
      "Long sequences move the weights less than their summed loss asks for.",
      "Which reduction does `crossEntropy` take if you name none?"
    ) { $0.scale = { 1 / Double($0.inputs.count) } },
    wrongTrainingStep(
      "the loss after the step",
      "The loss comes from weights that have just learnt this very sequence, so it is too small.",
      "When is the loss taken that you return?"
    ) {
      $0.returned = { _, after in try after() }
    },
    wrongTrainingStep(
      "inputs used as targets", "The network is taught to repeat the token that it has just read.",
      "Which token should step t predict?"
    ) {
      $0.target = { $0.inputs }
    },
    wrongTrainingStep(
      "a step up the gradient", "Each step makes the loss grow.",
      "Which sign has the loss that you send backward?"
    ) {
      $0.direction = -1
    },
    wrongTrainingStep(
      "the mean returned, the sum differentiated",
      "The weights move rightly, but the number returned is that of another loss.",
      "Is the number that you return the one that you sent backward?"
    ) {
      $0.divides = true
    },
  ] + trainingStepSlips)

extension FrameworkLoop {
  /// One step per example.
  func steps(_ input: TrainingStepsInput) throws -> TrainingStepsOutput {
    var weights = input.weights
    var memory = memory(input.optimizer, weights)
    // As the binding does it: the network holds gradients that have nothing to do with the first step.
    if let first = input.examples.first {
      memory.gradients = try NetworkModel(weights).gradient(
        Example(inputs: first.targets, targets: first.inputs))
    }
    var losses: [Double] = []
    for example in input.examples {
      let loss = try step(&weights, &memory, example, input.maximumNorm)
      losses.append(divides ? loss / Double(example.inputs.count) : loss)
    }
    return TrainingStepsOutput(losses: losses, weights: weights)
  }
}

func wrongTrainingStep(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout FrameworkLoop) -> Void
) -> Misconception<TrainingStepsInput, TrainingStepsOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: FrameworkLoop(),
    run: { try $0.steps($1) },
    change: change)
}

extension Observation {
  /// One observation per tensor, named as the framework names it.
  static func all(of weights: NetworkWeights, claim: String) -> [Observation] {
    zip(weights.names, weights.tensors).map { Observation($0, claim: claim, $1) }
  }
}
