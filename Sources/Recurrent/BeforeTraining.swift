/// What an experienced eye looks at before a long training begins: a few measurements of an untrained
/// network, each beside what is usual.
///
/// The order is that of causes: where one measurement warns, those after it would repeat the same fault
/// in other words, and are not taken.
///
/// - Source: Karpathy, notes to Stanford's CS231n, "Neural networks part 3" (initial loss, a tiny
///   set learned by heart, the ratio of updates to weights, about 1e-3); Pascanu, Mikolov and Bengio 2013
///   (vanishing and exploding gradients).
public struct BeforeTraining: Sendable, Equatable {
  public enum Standing: String, Sendable {
    case fine
    /// Unusual; the training may be slow or unstable.
    case warning
    /// Impossible for right functions.
    case bug

    /// In a table's last column.
    public var word: String {
      switch self {
      case .fine: "fine"
      case .warning: "look here"
      case .bug: "a bug"
      }
    }
  }

  /// One thing that was measured.
  public struct Measurement: Sendable, Equatable {
    /// "untrained loss per token".
    public var name: String
    /// "1.27 nats".
    public var measured: String
    /// "about ln 4 = 1.39".
    public var usual: String
    public var standing: Standing
    /// The same in words, with the numbers and what to look at; empty where another one says it.
    public var sentence: String

    public init(
      _ name: String, measured: String, usual: String, _ standing: Standing, _ sentence: String
    ) {
      self.name = name
      self.measured = measured
      self.usual = usual
      self.standing = standing
      self.sentence = sentence
    }
  }

  public var measurements: [Measurement]

  /// One sentence for each thing that is not as it should be; for a healthy network, one in all.
  public var summary: String {
    let found = measurements.filter { $0.standing != .fine }.map(\.sentence).filter { !$0.isEmpty }
    return found.isEmpty ? "Nothing here speaks against training." : found.joined(separator: "\n")
  }
}

/// One run of a network over one sequence, there and back.
public struct SequencePass<Parameters: ParameterSet>: Sendable {
  /// The sum over the sequence, nats.
  public var loss: Double
  /// What is carried from step to step, after each of the T steps; of an LSTM hidden state and cell in
  /// one vector.
  public var states: [Vector]
  public var gradients: Parameters
  /// The gradient at the state before the first step, as long as a state.
  public var dInitialState: Vector

  public init(loss: Double, states: [Vector], gradients: Parameters, dInitialState: Vector) {
    self.loss = loss
    self.states = states
    self.gradients = gradients
    self.dInitialState = dInitialState
  }
}

/// Measures a network before it is trained.
///
/// - Parameters:
///   - parameters: of the untrained network.
///   - examples: what it will be trained on; sixteen of them are looked at.
///   - vocabularySize: V, the number of tokens there are.
///   - learningRate: of the training.
///   - pass: your forward pass, loss and backward pass on one sequence, from a state or, where it is
///     `nil`, from zeros.
///   - update: your step, clipped if you clip, with the rate that it is given.
/// - Throws: what `pass` and `update` throw, and when their results have other shapes than the
///   parameters.
public func beforeTraining<Parameters: ParameterSet>(
  _ parameters: Parameters, on examples: [Example], vocabularySize: Int, learningRate: Double,
  pass: (_ example: Example, _ start: Vector?, _ parameters: Parameters) throws
    -> SequencePass<Parameters>,
  update: (
    _ parameters: inout Parameters, _ gradients: Parameters, _ learningRate: Double
  ) throws -> Void
) throws -> BeforeTraining {
  try beforeTraining(
    parameters, on: examples, vocabularySize: vocabularySize, learningRate: learningRate,
    pass: pass, update: update
  ) { parameters, examples, epochs, rate in
    try (0..<epochs).map { _ in
      var sum = 0.0
      for example in examples {
        let run = try pass(example, nil, parameters)
        sum += run.loss
        try update(&parameters, run.gradients, rate)
      }
      return sum / Double(examples.count)
    }
  }
}

/// The same with a training loop of your own.
///
/// - Parameter train: moves the parameters in place and gives the mean loss of each epoch, nats per
///   sequence.
public func beforeTraining<Parameters: ParameterSet>(
  _ parameters: Parameters, on examples: [Example], vocabularySize: Int, learningRate: Double,
  pass: (_ example: Example, _ start: Vector?, _ parameters: Parameters) throws
    -> SequencePass<Parameters>,
  update: (
    _ parameters: inout Parameters, _ gradients: Parameters, _ learningRate: Double
  ) throws -> Void,
  train: (
    _ parameters: inout Parameters, _ examples: [Example], _ epochs: Int, _ learningRate: Double
  ) throws -> [Double]
) throws -> BeforeTraining {
  try withoutActuallyEscaping(pass) { pass in
    try withoutActuallyEscaping(update) { update in
      try withoutActuallyEscaping(train) { train in
        let (result, error) = FirstLook(
          parameters: parameters, examples: examples, vocabularySize: vocabularySize,
          learningRate: learningRate, pass: pass, update: update, train: train
        ).result()
        if let error { throw error }
        return result
      }
    }
  }
}
