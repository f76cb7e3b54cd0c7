import Contracts
import Recurrent
import Reference

/// The loop of 03.5 and 04.5 with its decisions laid open: a misconception changes one of them.
struct TrainingLoop<Network: TrainedNetwork>: Sendable {
  typealias Input = TrainingInput<Network>
  typealias Output = TrainingOutput<Network>

  enum Moment { case beforeUpdate, afterUpdate, beforeEpoch, afterEpoch }
  enum Updates {
    case afterEverySequence, oncePerEpoch, oncePerEpochByTheMean, oncePerEpochByTheLast
    /// Each sequence's gradient is clipped before it is added, and their sum is not.
    case oncePerEpochOfClipped, oncePerEpochByTheMeanOfClipped
    case withPiledUpGradients, never

    var clipsEach: Bool {
      self == .oncePerEpochOfClipped || self == .oncePerEpochByTheMeanOfClipped
    }
  }

  // The defaults are the right ones.
  var loss: @Sendable (_ sum: Double, Example) -> Double = { sum, _ in sum }
  var divisor: @Sendable ([Example], Input) -> Double = { examples, _ in Double(examples.count) }
  var clip: @Sendable (Network, Double) throws -> Network = {
    try Reference.clip($0, maximumNorm: $1)
  }
  var direction = 1.0
  var measures = Moment.beforeUpdate
  var updates = Updates.afterEverySequence
  var lastLossOnly = false
  var validatesAfter = false
  /// The training sequences as an epoch goes through them.
  var visits: @Sendable ([Example]) -> [Example] = { $0 }
  var validatesOn: @Sendable (Input) -> [Example] = { $0.validation }
  var clipsParameters = false
  var trainsOnValidation = false
  /// What a sequence begins with, after a sequence that ended with a state.
  var nextState: @Sendable (_ last: Network.State, _ zero: Network.State) -> Network.State = {
    _, zero in zero
  }
  var meanGradient = false
  var startsAgain = false
  var extraEpochs = 0
  var finish: @Sendable (Input, inout Output) -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] input, output in
        oldValue(input, &output)
        finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: Input) throws -> Output {
    var output = Output(trainingLoss: [], validationLoss: [], parameters: input.parameters)
    for _ in 0..<max(0, input.epochs + extraEpochs) {
      if startsAgain { output.parameters = input.parameters }
      let before = output.parameters
      let training = try epoch(input, &output.parameters)
      output.trainingLoss.append(training)
      output.validationLoss.append(
        try meanLoss(validatesOn(input), validatesAfter ? output.parameters : before, input))
    }
    finish(input, &output)
    return output
  }

  /// - Returns: the training loss.
  private func epoch(_ input: Input, _ p: inout Network) throws -> Double {
    var examples = input.training
    if trainsOnValidation { examples += input.validation }
    examples = visits(examples)
    let before = p
    var losses: [Double] = []
    var gradients = p.zeros
    var state = p.zeroState
    for example in examples {
      let trace = try p.forward(example.inputs, from: state)
      state = nextState(p.lastState(of: trace), p.zeroState)
      var new = try p.gradients(of: trace, targets: example.targets)
      if meanGradient {
        new.tensors = new.tensors.map { 1 / Double(example.inputs.count) * $0 }
      }
      if updates.clipsEach { new = try clip(new, input.maximumNorm) }
      let adds = updates != .afterEverySequence && updates != .oncePerEpochByTheLast
      gradients.tensors = adds ? zip(gradients.tensors, new.tensors).map { $0 + $1 } : new.tensors
      if measures == .beforeUpdate { losses.append(try lossOf(example, p.logits(of: trace))) }
      if updates == .afterEverySequence || updates == .withPiledUpGradients {
        try step(&p, gradients, input)
      }
      if measures == .afterUpdate { losses.append(try lossOf(example, p)) }
    }
    if updates == .oncePerEpochByTheMean || updates == .oncePerEpochByTheMeanOfClipped {
      gradients.tensors = gradients.tensors.map { 1 / Double(examples.count) * $0 }
    }
    if updates.clipsEach {
      try sgdStep(&p, gradients: gradients, learningRate: direction * input.learningRate)
    } else if updates != .afterEverySequence, updates != .withPiledUpGradients, updates != .never {
      try step(&p, gradients, input)
    }
    switch measures {
    case .beforeUpdate, .afterUpdate:
      // Validation sequences that were trained on do not enter the training loss.
      let counted = Array(losses.prefix(input.training.count))
      return mean(counted, of: input.training, input)
    case .beforeEpoch: return try meanLoss(input.training, before, input)
    case .afterEpoch: return try meanLoss(input.training, p, input)
    }
  }

  private func step(_ p: inout Network, _ gradients: Network, _ input: Input)
    throws
  {
    try sgdStep(
      &p, gradients: try clipsParameters ? gradients : clip(gradients, input.maximumNorm),
      learningRate: direction * input.learningRate)
    if clipsParameters { p = try clip(p, input.maximumNorm) }
  }

  private func lossOf(_ example: Example, _ logits: [Vector]) throws -> Double {
    loss(try crossEntropy(logits, targets: example.targets, reduction: .sum), example)
  }

  private func lossOf(_ example: Example, _ p: Network) throws -> Double {
    try lossOf(example, p.logits(of: try p.forward(example.inputs, from: p.zeroState)))
  }

  private func meanLoss(
    _ examples: [Example], _ p: Network, _ input: Input
  ) throws -> Double {
    let losses = try examples.map { try lossOf($0, p) }
    return mean(losses, of: examples, input)
  }

  private func mean(_ losses: [Double], of examples: [Example], _ input: Input) -> Double {
    if lastLossOnly { return losses.suffix(1).reduce(0, +) }
    return losses.reduce(0, +) / divisor(examples, input)
  }
}
