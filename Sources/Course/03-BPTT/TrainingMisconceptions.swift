import Checking
import Contracts
import Recurrent
import Reference

/// Wrong training loops that people really write.
let trainingMisconceptions: [Misconception<TrainingInput, TrainingOutput>] = [
  // What is recorded.
  wrong("a mean per token where the sum belongs", "Which reduction does a sequence's loss take?") {
    $0.loss = { $0 / Double($1.inputs.count) }
  },
  wrong("a sum over the sequences where their mean belongs", "By what do you divide in the end?") {
    $0.divisor = { _, _ in 1 }
  },
  wrong(
    "the number of training sequences in the mean over validation",
    "How many losses did you add up?"
  ) {
    $0.divisor = { count, input in Double(max(count, input.training.count)) }
  },
  wrong(
    "the loss of the last sequence alone", "What happens to the losses of the sequences before?"
  ) {
    $0.lastLossOnly = true
  },
  wrong("training and validation loss exchanged", "Which argument of `record` comes first?") {
    $0.finish = { swap(&$1.trainingLoss, &$1.validationLoss) }
  },
  wrong(
    "validation after the epoch's training",
    "With which parameters is the first validation loss taken?"
  ) { $0.validatesAfter = true },
  wrong(
    "a loss taken after the update",
    "Which loss belongs to a gradient: the one before or after the step?"
  ) { $0.measures = .afterUpdate },
  wrong(
    "a training loss taken when the epoch is over",
    "With which parameters did the network meet the first sequence?"
  ) { $0.measures = .afterEpoch },
  wrong(
    "a training loss taken before the epoch's first update",
    "With which parameters did the network meet the last sequence?"
  ) { $0.measures = .beforeEpoch },
  // Which sequences.
  wrong("sequences in reverse order", "Which sequence is met first?") { $0.reversesOrder = true },
  wrong(
    "a training that goes over the validation set too", "May the network learn from `validation`?"
  ) {
    $0.trainsOnValidation = true
  },
  wrong("one epoch too many", "How many epochs does your range of epochs hold?") {
    $0.extraEpochs = 1
  },
  wrong(
    "a hidden state carried from one sequence to the next",
    "What should the network remember of the sequence before?"
  ) { $0.carriesState = true },
  // The update.
  wrong("gradients that are not clipped", "Where is `maximumNorm` used?") {
    $0.clip = { g, _ in g }
  },
  wrong("a limit of 0.25 whatever is given", "Where is `maximumNorm` used?") {
    $0.clip = { g, _ in try Reference.clip(g, maximumNorm: 0.25) }
  },
  wrong("each tensor clipped by its own norm", "How many norms has a gradient?") {
    $0.clip = { g, limit in
      var clipped = g
      clipped.tensors = try g.tensors.map {
        try Reference.clip(TensorList([$0]), maximumNorm: limit).tensors[0]
      }
      return clipped
    }
  },
  wrong("a step up the gradient", "Does your training loss fall or rise?") { $0.direction = -1 },
  wrong(
    "the gradient of the mean per token", "Is the loss whose gradient you take a sum or a mean?"
  ) {
    $0.meanGradient = true
  },
  wrong("one update per epoch", "After how many sequences do the parameters move?") {
    $0.updates = .oncePerEpoch
  },
  wrong(
    "gradients that pile up from sequence to sequence",
    "What is in the gradient when a sequence begins?"
  ) {
    $0.updates = .withPiledUpGradients
  },
  wrong("parameters that never move", "Does the step change `parameters` or a copy?") {
    $0.updates = .never
  },
  wrong(
    "parameters that start again with every epoch",
    "With which parameters does the second epoch begin?"
  ) {
    $0.startsAgain = true
  },
  wrong("trained parameters that are not handed back", "What does the caller find in `parameters`?")
  {
    $0.finish = { $1.parameters = $0.parameters }
  },
]

// MARK: - A training loop with its decisions laid open

private struct TrainingLoop: Sendable {
  enum Moment { case beforeUpdate, afterUpdate, beforeEpoch, afterEpoch }
  enum Updates { case afterEverySequence, oncePerEpoch, withPiledUpGradients, never }

  // The defaults are the right ones.
  var loss: @Sendable (_ sum: Double, Example) -> Double = { sum, _ in sum }
  var divisor: @Sendable (_ count: Int, TrainingInput) -> Double = { count, _ in Double(count) }
  var clip: @Sendable (RNNParameters, Double) throws -> RNNParameters = {
    try Reference.clip($0, maximumNorm: $1)
  }
  var direction = 1.0
  var measures = Moment.beforeUpdate
  var updates = Updates.afterEverySequence
  var lastLossOnly = false
  var validatesAfter = false
  var reversesOrder = false
  var trainsOnValidation = false
  var carriesState = false
  var meanGradient = false
  var startsAgain = false
  var extraEpochs = 0
  var finish: @Sendable (TrainingInput, inout TrainingOutput) -> Void = { _, _ in }

  func callAsFunction(_ input: TrainingInput) throws -> TrainingOutput {
    var output = TrainingOutput(trainingLoss: [], validationLoss: [], parameters: input.parameters)
    for _ in 0..<input.epochs + extraEpochs {
      if startsAgain { output.parameters = input.parameters }
      let before = output.parameters
      let training = try epoch(input, &output.parameters)
      output.trainingLoss.append(training)
      output.validationLoss.append(
        try meanLoss(input.validation, validatesAfter ? output.parameters : before, input))
    }
    finish(input, &output)
    return output
  }

  /// - Returns: the training loss.
  private func epoch(_ input: TrainingInput, _ p: inout RNNParameters) throws -> Double {
    var examples = input.training
    if trainsOnValidation { examples += input.validation }
    if reversesOrder { examples.reverse() }
    let before = p
    var losses: [Double] = []
    var gradients = p.zeros
    var state = Vector(zeros: p.hiddenSize)
    for example in examples {
      let trace = try rnnForward(example.inputs, initialHidden: state, parameters: p)
      if carriesState, let last = trace.hidden.last { state = last }
      var new = try rnnBackward(trace, targets: example.targets, parameters: p).gradients
      if meanGradient {
        new.tensors = new.tensors.map { 1 / Double(example.inputs.count) * $0 }
      }
      let adds = updates == .oncePerEpoch || updates == .withPiledUpGradients
      gradients.tensors = adds ? zip(gradients.tensors, new.tensors).map { $0 + $1 } : new.tensors
      if measures == .beforeUpdate { losses.append(try lossOf(example, trace)) }
      if updates == .afterEverySequence || updates == .withPiledUpGradients {
        try step(&p, gradients, input)
      }
      if measures == .afterUpdate { losses.append(try lossOf(example, p)) }
    }
    if updates == .oncePerEpoch { try step(&p, gradients, input) }
    switch measures {
    case .beforeUpdate, .afterUpdate:
      // Validation sequences that were trained on do not enter the training loss.
      let counted = Array(losses.prefix(input.training.count))
      return mean(lastLossOnly ? counted.suffix(1) : counted, input)
    case .beforeEpoch: return try meanLoss(input.training, before, input)
    case .afterEpoch: return try meanLoss(input.training, p, input)
    }
  }

  private func step(_ p: inout RNNParameters, _ gradients: RNNParameters, _ input: TrainingInput)
    throws
  {
    try sgdStep(
      &p, gradients: try clip(gradients, input.maximumNorm),
      learningRate: direction * input.learningRate)
  }

  private func lossOf(_ example: Example, _ trace: RNNTrace) throws -> Double {
    loss(try crossEntropy(trace.logits, targets: example.targets, reduction: .sum), example)
  }

  private func lossOf(_ example: Example, _ p: RNNParameters) throws -> Double {
    try lossOf(
      example,
      try rnnForward(
        example.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p))
  }

  private func meanLoss(
    _ examples: [Example], _ p: RNNParameters, _ input: TrainingInput
  ) throws -> Double {
    let losses = try examples.map { try lossOf($0, p) }
    return mean(lastLossOnly ? losses.suffix(1) : losses, input)
  }

  private func mean(_ losses: [Double], _ input: TrainingInput) -> Double {
    losses.reduce(0, +) / divisor(losses.count, input)
  }
}

private func wrong(
  _ name: String, _ question: String, _ change: (inout TrainingLoop) -> Void
) -> Misconception<TrainingInput, TrainingOutput> {
  var loop = TrainingLoop()
  change(&loop)
  let wrong = loop
  return Misconception(name, question: question) { try wrong($0) }
}
