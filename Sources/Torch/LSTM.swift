import CTorch

// T steps, B batch, I inputs, H hidden, L layers, D directions: 1 or 2.

/// A long short-term memory layer, or several on top of one another: `torch.nn.LSTM`.
///
/// i = σ(W_ii x + b_ii + W_hi h′ + b_hi), f and o alike, g with tanh; c = f ⊙ c′ + i ⊙ g,
/// h = o ⊙ tanh(c). The rows of every weight are four blocks of H in the order i, f, g, o.
///
/// - Source: PyTorch's documentation of `torch.nn.LSTM`; two biases where one would do, because
///   NVIDIA's cuDNN has two.
public final class LSTM: Module {
  /// What is carried from step to step, and from call to call.
  ///
  /// Both are L·D × H for one sequence and L·D × B × H for a batch: layer 0 forward, layer 0 reverse,
  /// layer 1 forward, …
  public struct State {
    /// h, −1 … 1.
    public var hidden: Tensor
    /// c, unbounded.
    public var cell: Tensor

    public init(hidden: Tensor, cell: Tensor) {
      self.hidden = hidden
      self.cell = cell
    }
  }

  private let weights: RecurrentWeights
  public let inputSize: Int
  public let hiddenSize: Int

  /// A layer with PyTorch's random weights, uniform in ±1/√H; see ``manualSeed(_:)``.
  ///
  /// - Parameters:
  ///   - layers: each takes the outputs of the one below.
  ///   - bidirectional: a second set of weights reads from the end, and the outputs are joined.
  public init(
    inputSize: Int, hiddenSize: Int, layers: Int = 1, bidirectional: Bool = false,
    bias: Bool = true, dtype: DType = .float64
  ) throws {
    weights = try RecurrentWeights(
      gates: 4, inputSize: inputSize, hiddenSize: hiddenSize, layers: layers,
      bidirectional: bidirectional, bias: bias, dtype: dtype)
    self.inputSize = inputSize
    self.hiddenSize = hiddenSize
  }

  /// Reads a sequence.
  ///
  /// - Parameters:
  ///   - input: T × I for one sequence, T × B × I for a batch.
  ///   - state: zeros unless given.
  /// - Returns: the top layer's h at every step, T × D·H or T × B × D·H, and the state after the last.
  /// - Throws: ``TorchError`` when sizes or types do not fit.
  public func callAsFunction(
    _ input: Tensor, state: State? = nil
  ) throws -> (output: Tensor, state: State) {
    var output: Handle?
    var hidden: Handle?
    var cell: Handle?
    try withExtendedLifetime((input, state)) {
      try weights.lend {
        try check(
          "LSTM",
          ctorch_lstm(
            input.handle, state?.hidden.handle, state?.cell.handle, $0, &output, &hidden, &cell))
      }
    }
    guard let output, let hidden, let cell else {
      throw TorchError(operation: "LSTM", message: "gave no tensor")
    }
    return (
      Tensor(owning: output), State(hidden: Tensor(owning: hidden), cell: Tensor(owning: cell))
    )
  }

  /// PyTorch's names and order: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, weight_ih_l0_reverse,
  /// …, weight_ih_l1, …
  public var namedParameters: [(name: String, tensor: Tensor)] { weights.named }
}

// MARK: - Layer 0

extension LSTM {
  /// weight_ih_l0, 4H × I: row blocks i, f, g, o.
  public var weightInputHidden: Tensor { get throws { try weights.first(0, of: "LSTM") } }

  /// weight_hh_l0, 4H × H: row blocks i, f, g, o.
  public var weightHiddenHidden: Tensor { get throws { try weights.first(1, of: "LSTM") } }

  /// bias_ih_l0, 4H: blocks i, f, g, o.
  ///
  /// - Throws: ``TorchError`` when the layer was made without biases.
  public var biasInputHidden: Tensor { get throws { try weights.first(2, of: "LSTM") } }

  /// bias_hh_l0, 4H, added to the other bias: blocks i, f, g, o.
  ///
  /// - Throws: ``TorchError`` when the layer was made without biases.
  public var biasHiddenHidden: Tensor { get throws { try weights.first(3, of: "LSTM") } }
}
