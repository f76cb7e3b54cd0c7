// T steps, D numbers of an input, H hidden size, C classes.

/// What one layer read and what it made of it, in the order in which it read.
public struct LayerTrace: Sendable, Codable, Equatable {
  /// T vectors of D.
  public var inputs: [Vector]
  /// T of them; states and cells before the first are zero.
  public var steps: [LSTMStep]

  public init(inputs: [Vector], steps: [LSTMStep] = []) {
    self.inputs = inputs
    self.steps = steps
  }

  /// The hidden states, T vectors of H.
  public var outputs: [Vector] { steps.map(\.hidden) }
}

/// What one level made of its inputs.
public struct LevelTrace: Sendable, Codable, Equatable {
  public var forward: LayerTrace
  /// In the order in which the reverse layer read: its first input is that of the last time step.
  public var reverse: LayerTrace?
  /// T vectors of H or 2H, in the order of time.
  ///
  /// The hidden state of the forward layer and, below it, that of the reverse layer at the same step.
  public var outputs: [Vector]
  /// What each layer holds after all that it has read, H or 2H; the forward layer's first.
  public var finalHidden: Vector

  public init(
    forward: LayerTrace, reverse: LayerTrace? = nil, outputs: [Vector], finalHidden: Vector
  ) {
    self.forward = forward
    self.reverse = reverse
    self.outputs = outputs
    self.finalHidden = finalHidden
  }
}

/// What a stack made of a sequence of tokens.
public struct StackTrace: Sendable, Codable, Equatable {
  /// T tokens.
  public var inputs: [Int]
  /// From the bottom up.
  public var levels: [LevelTrace]
  /// T vectors of C.
  public var logits: [Vector]

  public init(inputs: [Int], levels: [LevelTrace] = [], logits: [Vector] = []) {
    self.inputs = inputs
    self.levels = levels
    self.logits = logits
  }
}
