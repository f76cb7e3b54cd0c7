// T steps, H hidden size, V vocabulary size.

/// The parameters of a gated recurrent unit whose reset gate stands after the hidden product.
///
/// r = σ(W_xr x + b_xr + W_hr h′ + b_hr), z = σ(W_xz x + b_xz + W_hz h′ + b_hz);
/// q = W_hn h′ + b_hn, n = tanh(W_xn x + b_xn + r ⊙ q); h = (1 − z) ⊙ n + z ⊙ h′;
/// logits = W_v h + b_v.
///
/// The first letter of an index says what a tensor meets, x or h′, the second what it makes: the reset
/// gate r, the update gate z or the candidate n.
///
/// - Source: Cho et al. 2014, "Learning phrase representations using RNN encoder–decoder for statistical
///   machine translation", with their sign of z. They apply r to h′ before the product, as
///   W_hn (r ⊙ h′); cuDNN and PyTorch after it, with a bias on either side, as here.
public struct GRUParameters: ParameterSet, Codable, Equatable {
  /// Input to reset gate, H × V.
  public var Wxr: Matrix
  /// Input to update gate, H × V.
  public var Wxz: Matrix
  /// Input to candidate, H × V.
  public var Wxn: Matrix
  /// Hidden state to reset gate, H × H.
  public var Whr: Matrix
  /// Hidden state to update gate, H × H.
  public var Whz: Matrix
  /// Hidden state to the candidate's recurrent term, H × H.
  public var Whn: Matrix
  /// Hidden to logits, V × H.
  public var Wv: Matrix
  /// Beside Wxr, H.
  public var bxr: Vector
  /// Beside Wxz, H.
  public var bxz: Vector
  /// Beside Wxn, outside of the reset gate's reach, H.
  public var bxn: Vector
  /// Beside Whr, H.
  public var bhr: Vector
  /// Beside Whz, H.
  public var bhz: Vector
  /// Beside Whn, within the reset gate's reach, H.
  public var bhn: Vector
  /// Bias of the logits, V.
  public var bv: Vector

  public init(
    Wxr: Matrix, Wxz: Matrix, Wxn: Matrix, Whr: Matrix, Whz: Matrix, Whn: Matrix, Wv: Matrix,
    bxr: Vector, bxz: Vector, bxn: Vector, bhr: Vector, bhz: Vector, bhn: Vector, bv: Vector
  ) {
    self.Wxr = Wxr
    self.Wxz = Wxz
    self.Wxn = Wxn
    self.Whr = Whr
    self.Whz = Whz
    self.Whn = Whn
    self.Wv = Wv
    self.bxr = bxr
    self.bxz = bxz
    self.bxn = bxn
    self.bhr = bhr
    self.bhz = bhz
    self.bhn = bhn
    self.bv = bv
  }

  public var hiddenSize: Int { Wv.columns }
  public var vocabularySize: Int { Wv.rows }

  public var names: [String] {
    ["Wxr", "Wxz", "Wxn", "Whr", "Whz", "Whn", "Wv"]
      + ["bxr", "bxz", "bxn", "bhr", "bhz", "bhn", "bv"]
  }

  private static var weights: [WritableKeyPath<GRUParameters, Matrix>] {
    [\.Wxr, \.Wxz, \.Wxn, \.Whr, \.Whz, \.Whn, \.Wv]
  }

  private static var biases: [WritableKeyPath<GRUParameters, Vector>] {
    [\.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn, \.bv]
  }

  public var tensors: [Matrix] {
    get {
      Self.weights.map { self[keyPath: $0] }
        + Self.biases.map { Matrix(column: self[keyPath: $0]) }
    }
    set {
      for (path, tensor) in zip(Self.weights, newValue) { self[keyPath: path] = tensor }
      for (path, tensor) in zip(Self.biases, newValue.dropFirst(Self.weights.count)) {
        self[keyPath: path] = tensor.column(0)
      }
    }
  }
}

/// What one step of a GRU computed; every vector has H elements.
public struct GRUStep: Sendable, Codable, Equatable {
  /// r: how much of the recurrent term the candidate hears, 0 … 1.
  public var resetGate: Vector
  /// z: how much of the old hidden state stays, 0 … 1.
  public var updateGate: Vector
  /// q: what the old hidden state says to the candidate, before the reset gate, unbounded.
  public var recurrentTerm: Vector
  /// n: what could take the old state's place, −1 … 1.
  public var candidate: Vector
  /// h: the hidden state after the step, between the old one and the candidate.
  public var hidden: Vector

  public init(
    resetGate: Vector, updateGate: Vector, recurrentTerm: Vector, candidate: Vector, hidden: Vector
  ) {
    self.resetGate = resetGate
    self.updateGate = updateGate
    self.recurrentTerm = recurrentTerm
    self.candidate = candidate
    self.hidden = hidden
  }
}

/// What the forward pass of a GRU computed and the backward pass needs.
public struct GRUTrace: Sendable, Codable, Equatable {
  /// Token ids, T of them.
  public var inputs: [Int]
  /// The hidden state before the first step, H.
  public var initialHidden: Vector
  /// T steps.
  public var steps: [GRUStep]
  /// The logits of each step: T vectors of V.
  public var logits: [Vector]

  public init(
    inputs: [Int], initialHidden: Vector, steps: [GRUStep] = [], logits: [Vector] = []
  ) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.steps = steps
    self.logits = logits
  }
}
