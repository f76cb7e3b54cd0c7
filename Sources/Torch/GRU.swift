import CTorch

// T steps, B batch, I inputs, H hidden, D directions, L layers.

/// A gated recurrent unit, PyTorch's `nn.GRU`, on libtorch's own `gru`.
///
/// r, z = σ(W x + b + W′ h + b′); n = tanh(W x + b + r (W′ h + b′)); h = (1 - z) n + z h. The rows of
/// every weight are the blocks r, z, n of H rows.
///
/// - Source: Cho et al., "Learning Phrase Representations using RNN Encoder–Decoder", 2014; as in
///   cuDNN, r acts after the product with W′, not before.
public final class GRU: Module {
  public let inputSize: Int
  public let hiddenSize: Int
  private let weights: RecurrentWeights

  /// Weights drawn evenly between ±1/√H, the very numbers of PyTorch after the same seed.
  ///
  /// - Parameter layers: L; each but the first reads the hidden states of the one before.
  /// - Parameter bidirectional: whether a second pass reads the sequence from its end; then D is 2,
  ///   and a step's output is [forward; reverse].
  public init(
    inputSize: Int, hiddenSize: Int, layers: Int = 1, bidirectional: Bool = false,
    bias: Bool = true, dtype: DType = .float64
  ) throws {
    self.inputSize = inputSize
    self.hiddenSize = hiddenSize
    weights = try RecurrentWeights(
      gates: 3,
      .init(
        inputSize: inputSize, hiddenSize: hiddenSize, layers: layers,
        bidirectional: bidirectional, bias: bias, dtype: dtype))
  }

  /// weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, …_l0_reverse, …_l1, ….
  public var namedParameters: [(name: String, tensor: Tensor)] { weights.named }

  /// - Parameter input: T × I, one sequence, or T × B × I.
  /// - Parameter state: (L · D) × H for one sequence, (L · D) × B × H for a batch; zeros when left out.
  /// - Returns: the last layer's hidden states, T × (D · H) or T × B × (D · H), and the state after
  ///   the last step.
  /// - Throws: `TorchError` for an input or a state of other sizes or another dtype.
  public func callAsFunction(
    _ input: Tensor, state: Tensor? = nil
  ) throws -> (output: Tensor, state: Tensor) {
    try weights.run(input, state, ctorch_gru)
  }
}

// MARK: - The weights of layer 0, forward

extension GRU {
  /// weight_ih_l0, 3H × I, the row blocks r, z, n.
  public var weightInputHidden: Tensor { weights.tensors[0] }

  /// weight_hh_l0, 3H × H, the row blocks r, z, n.
  public var weightHiddenHidden: Tensor { weights.tensors[1] }

  /// bias_ih_l0, 3H, or `nil` for a layer without.
  public var biasInputHidden: Tensor? { weights.shape.bias ? weights.tensors[2] : nil }

  /// bias_hh_l0, 3H, or `nil` for a layer without; it is inside the product with r.
  public var biasHiddenHidden: Tensor? { weights.shape.bias ? weights.tensors[3] : nil }
}
