import Contracts
import Recurrent
import Reference

/// The loop of 03.5 and 04.5 with its decisions laid open: a misconception changes one of them.
struct TrainingLoop<Network: TrainedNetwork>: Sendable {
  typealias Input = TrainingInput<Network>
  typealias Output = TrainingOutput<Network>

  enum Moment { case beforeUpdate, afterUpdate, beforeEpoch, afterEpoch }
  enum Updates: Equatable {
    case afterEverySequence, oncePerEpoch, oncePerEpochByTheMean, oncePerEpochByTheLast
    /// Each sequence's gradient is clipped before it is added, and their sum is not.
    case oncePerEpochOfClipped, oncePerEpochByTheMeanOfClipped
    /// As in a framework whose gradients are cleared at the beginning of an epoch, or of the training;
    /// the next one is added to the clipped sum, or to the sum as it was.
    case withPiledUpGradients(clipped: Bool, throughTraining: Bool)
    case never

    var clipsEach: Bool {
      self == .oncePerEpochOfClipped || self == .oncePerEpochByTheMeanOfClipped
    }
    var pilesUp: (clipped: Bool, throughTraining: Bool)? {
      if case .withPiledUpGradients(let clipped, let throughTraining) = self {
        return (clipped, throughTraining)
      }
      return nil
    }
    var isPerSequence: Bool { self == .afterEverySequence || pilesUp != nil }
  }

  /// The two sets, of which each has its curve.
  enum Part: CaseIterable { case training, validation }
  /// How far a state lives that is carried from sequence to sequence.
  enum Carry {
    case throughEpoch, throughTraining
    /// Through the validation sequences as well.
    case throughAll
  }
  /// What computes losses and gradients with the parameters that training began with.
  enum Stale { case nothing, training, all }

  // The defaults are the right ones.
  var loss: @Sendable (_ sum: Double, Example, Part) -> Double = { sum, _, _ in sum }
  var divisor: @Sendable ([Example], Input, Part) -> Double = { examples, _, _ in
    Double(examples.count)
  }
  var clip: @Sendable (Network, Input) throws -> Network = {
    try Reference.clip($0, maximumNorm: $1.maximumNorm)
  }
  var rate: @Sendable (Input) -> Double = { $0.learningRate }
  /// What the rate is multiplied by in an epoch.
  var rateFactor: @Sendable (_ epoch: Int) -> Double = { _ in 1 }
  /// The epoch whose first parameters are handed back; `nil` for those of the end.
  var handsBackEpoch: (@Sendable (_ validationLoss: [Double]) -> Int?)?
  /// The sequence as forward pass and loss take it.
  var reads: @Sendable (Example) -> Example = { $0 }
  var gradientTargets: @Sendable (Example) -> [Int] = { $0.targets }
  var stepsPerSequence = 1
  var carry = Carry.throughEpoch
  var stale = Stale.nothing
  var validatesOnce = false
  var measures = Moment.beforeUpdate
  var updates = Updates.afterEverySequence
  /// Whether each validation sequence begins where the one before it ended.
  var carriesInValidation = false
  /// Whether zero epochs leave the losses of the network as it is.
  var recordsWithoutEpochs = false
  var lastLossOnly: Set<Part> = []
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
    var state = input.parameters.zeroState
    var beginnings: [Network] = []
    var gradients = input.parameters.zeros
    for number in 0..<max(0, input.epochs + extraEpochs) {
      if startsAgain { output.parameters = input.parameters }
      if carry == .throughEpoch { state = input.parameters.zeroState }
      let before = stale == .all || validatesOnce ? input.parameters : output.parameters
      var validation = 0.0
      func validate(_ p: Network) throws {
        var ignored = input.parameters.zeroState
        validation =
          carry == .throughAll
          ? try meanLoss(validatesOn(input), p, input, .validation, &state)
          : try meanLoss(validatesOn(input), p, input, .validation, &ignored)
      }
      if !validatesAfter { try validate(before) }
      beginnings.append(output.parameters)
      var turn = input
      turn.learningRate *= rateFactor(number)
      if updates.pilesUp?.throughTraining != true { gradients = input.parameters.zeros }
      output.trainingLoss.append(try epoch(turn, &output.parameters, &state, &gradients))
      if validatesAfter { try validate(output.parameters) }
      output.validationLoss.append(validation)
    }
    if let chosen = handsBackEpoch?(output.validationLoss) {
      output.parameters = beginnings[chosen]
    }
    if recordsWithoutEpochs, input.epochs == 0 {
      output.trainingLoss = [try meanTrainingLoss(input.parameters, input)]
      output.validationLoss = [
        try meanLoss(validatesOn(input), input.parameters, input, .validation, &state)
      ]
    }
    finish(input, &output)
    return output
  }

  /// - Returns: the training loss.
  private func epoch(
    _ input: Input, _ p: inout Network, _ state: inout Network.State, _ gradients: inout Network
  ) throws -> Double {
    var examples = input.training
    if trainsOnValidation { examples += input.validation }
    examples = visits(examples)
    let before = p
    var losses: [Double] = []
    for example in examples {
      let seen = stale == .nothing ? p : input.parameters
      let trace = try seen.forward(reads(example).inputs, from: state)
      state = nextState(seen.lastState(of: trace), p.zeroState)
      var new = try seen.gradients(of: trace, targets: gradientTargets(reads(example)))
      if meanGradient {
        new.tensors = new.tensors.map { 1 / Double(example.inputs.count) * $0 }
      }
      if updates.clipsEach { new = try clip(new, input) }
      let adds = updates != .afterEverySequence && updates != .oncePerEpochByTheLast
      gradients.tensors = adds ? zip(gradients.tensors, new.tensors).map { $0 + $1 } : new.tensors
      if updates.pilesUp?.clipped == true { gradients = try clip(gradients, input) }
      if measures == .beforeUpdate {
        losses.append(try lossOf(example, seen.logits(of: trace), .training))
      }
      if updates.isPerSequence {
        for _ in 0..<stepsPerSequence { try step(&p, gradients, input) }
      }
      if measures == .afterUpdate { losses.append(try lossOf(example, p)) }
    }
    if updates == .oncePerEpochByTheMean || updates == .oncePerEpochByTheMeanOfClipped {
      gradients.tensors = gradients.tensors.map { 1 / Double(examples.count) * $0 }
    }
    if updates.clipsEach {
      try sgdStep(&p, gradients: gradients, learningRate: rate(input))
    } else if !updates.isPerSequence, updates != .never {
      try step(&p, gradients, input)
    }
    switch measures {
    case .beforeUpdate, .afterUpdate:
      // Validation sequences that were trained on do not enter the training loss.
      let counted = Array(losses.prefix(input.training.count))
      return mean(counted, of: input.training, input, .training)
    case .beforeEpoch: return try meanTrainingLoss(before, input)
    case .afterEpoch: return try meanTrainingLoss(p, input)
    }
  }

  private func step(_ p: inout Network, _ gradients: Network, _ input: Input)
    throws
  {
    try sgdStep(
      &p, gradients: try clipsParameters ? gradients : clip(gradients, input),
      learningRate: rate(input))
    if clipsParameters { p = try clip(p, input) }
  }

  private func lossOf(_ example: Example, _ logits: [Vector], _ part: Part) throws -> Double {
    loss(
      try crossEntropy(logits, targets: reads(example).targets, reduction: .sum), example, part)
  }

  private func lossOf(_ example: Example, _ p: Network) throws -> Double {
    let trace = try p.forward(reads(example).inputs, from: p.zeroState)
    return try lossOf(example, p.logits(of: trace), .training)
  }

  private func meanTrainingLoss(_ p: Network, _ input: Input) throws -> Double {
    mean(try input.training.map { try lossOf($0, p) }, of: input.training, input, .training)
  }

  private func meanLoss(
    _ examples: [Example], _ p: Network, _ input: Input, _ part: Part, _ state: inout Network.State
  ) throws -> Double {
    let losses = try examples.map { example in
      let trace = try p.forward(reads(example).inputs, from: state)
      let last = p.lastState(of: trace)
      state =
        carriesInValidation
        ? last : carry == .throughAll ? nextState(last, p.zeroState) : p.zeroState
      return try lossOf(example, p.logits(of: trace), part)
    }
    return mean(losses, of: examples, input, part)
  }

  private func mean(
    _ losses: [Double], of examples: [Example], _ input: Input, _ part: Part
  ) -> Double {
    if lastLossOnly.contains(part) { return losses.suffix(1).reduce(0, +) }
    return losses.reduce(0, +) / divisor(examples, input, part)
  }
}
