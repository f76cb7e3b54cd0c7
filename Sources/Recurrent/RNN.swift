// T steps, H hidden size, V vocabulary size.

/// The parameters of an Elman network: h = tanh(U x + V h′ + b_h), logits = W h + b_o.
///
/// - Source: Elman 1990, "Finding structure in time".
public struct RNNParameters: ParameterSet, Codable, Equatable {
  /// Input to hidden, H × V.
  public var U: Matrix
  /// Hidden to hidden, H × H.
  public var V: Matrix
  /// Hidden to output, V × H.
  public var W: Matrix
  /// Bias of the hidden state, H.
  public var bHidden: Vector
  /// Bias of the logits, V.
  public var bOutput: Vector

  public init(U: Matrix, V: Matrix, W: Matrix, bHidden: Vector, bOutput: Vector) {
    self.U = U
    self.V = V
    self.W = W
    self.bHidden = bHidden
    self.bOutput = bOutput
  }

  public var hiddenSize: Int { V.rows }
  public var vocabularySize: Int { W.rows }

  public var names: [String] { ["U", "V", "W", "bHidden", "bOutput"] }

  public var tensors: [Matrix] {
    get { [U, V, W, Matrix(column: bHidden), Matrix(column: bOutput)] }
    set {
      U = newValue[0]
      V = newValue[1]
      W = newValue[2]
      bHidden = newValue[3].column(0)
      bOutput = newValue[4].column(0)
    }
  }
}

extension Matrix {
  /// A vector of n elements as an n × 1 matrix.
  public init(column vector: Vector) { self.init(vector.count, 1, vector.storage) }
}

/// What the forward pass computed and the backward pass needs.
public struct RNNTrace: Sendable, Codable, Equatable {
  /// Token ids, T of them.
  public var inputs: [Int]
  /// The hidden state before the first step, H.
  public var initialHidden: Vector
  /// The hidden state after each step: T vectors of H.
  public var hidden: [Vector]
  /// The logits of each step: T vectors of V.
  public var logits: [Vector]

  public init(
    inputs: [Int], initialHidden: Vector, hidden: [Vector] = [], logits: [Vector] = []
  ) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.hidden = hidden
    self.logits = logits
  }
}
