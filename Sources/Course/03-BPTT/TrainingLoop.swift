import Contracts
import Recurrent
import Reference

/// The loop of 03.5 and 04.5 with its decisions laid open: a misconception changes one of them.
struct TrainingLoop<Network: TrainedNetwork>: Sendable {
  typealias Input = TrainingInput<Network>
  typealias Output = TrainingOutput<Network>

  enum Moment { case beforeUpdate, afterUpdate, beforeEpoch, afterEpoch }
  enum Updates { case afterEverySequence, oncePerEpoch, withPiledUpGradients, never }

  // The defaults are the right ones.
  var loss: @Sendable (_ sum: Double, Example) -> Double = { sum, _ in sum }
  var divisor: @Sendable (_ count: Int, Input) -> Double = { count, _ in Double(count) }
  var clip: @Sendable (Network, Double) throws -> Network = {
    try Reference.clip($0, maximumNorm: $1)
  }
  var direction = 1.0
  var measures = Moment.beforeUpdate
  var updates = Updates.afterEverySequence
  var lastLossOnly = false
  var validatesAfter = false
  var reversesOrder = false
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
  private func epoch(_ input: Input, _ p: inout Network) throws -> Double {
    var examples = input.training
    if trainsOnValidation { examples += input.validation }
    if reversesOrder { examples.reverse() }
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
      let adds = updates == .oncePerEpoch || updates == .withPiledUpGradients
      gradients.tensors = adds ? zip(gradients.tensors, new.tensors).map { $0 + $1 } : new.tensors
      if measures == .beforeUpdate { losses.append(try lossOf(example, p.logits(of: trace))) }
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

  private func step(_ p: inout Network, _ gradients: Network, _ input: Input)
    throws
  {
    try sgdStep(
      &p, gradients: try clip(gradients, input.maximumNorm),
      learningRate: direction * input.learningRate)
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
    return mean(lastLossOnly ? losses.suffix(1) : losses, input)
  }

  private func mean(_ losses: [Double], _ input: Input) -> Double {
    losses.reduce(0, +) / divisor(losses.count, input)
  }
}
