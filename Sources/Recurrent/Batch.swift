// T steps, B sequences side by side, H hidden size, V vocabulary size.

/// Sequences of unlike length side by side, the shorter ones padded at their ends.
///
/// Time comes first: row t holds what all B sequences have at step t, which is what one step of a
/// network reads.
public struct Batch: Sendable, Codable, Equatable {
  /// T rows of B token ids; 0 where there is padding.
  public var inputs: [[Int]]
  /// T rows of B token ids; 0 where there is padding.
  public var targets: [[Int]]
  /// T × B: 1 where a sequence has a token, 0 where it is padded.
  public var mask: Matrix

  public init(inputs: [[Int]], targets: [[Int]], mask: Matrix) {
    self.inputs = inputs
    self.targets = targets
    self.mask = mask
  }

  /// T, the steps of the longest sequence.
  public var steps: Int { mask.rows }
  /// B, the number of sequences.
  public var size: Int { mask.columns }
  /// N, how many places are tokens and not padding.
  public var tokens: Int { mask.elements.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }
}

/// What the forward pass over a batch computed and the backward pass needs.
public struct BatchTrace: Sendable, Codable, Equatable {
  public var batch: Batch
  /// The hidden states before the first step, H × B, one column per sequence.
  public var initialHidden: Matrix
  /// The hidden states after each step: T matrices of H × B.
  public var hidden: [Matrix]
  /// The logits of each step: T matrices of V × B.
  public var logits: [Matrix]

  public init(
    batch: Batch, initialHidden: Matrix, hidden: [Matrix] = [], logits: [Matrix] = []
  ) {
    self.batch = batch
    self.initialHidden = initialHidden
    self.hidden = hidden
    self.logits = logits
  }
}
