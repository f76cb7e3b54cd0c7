import CTorch

// T steps, B batch, I inputs, H hidden, D directions, L layers.

/// A simple recurrent network, PyTorch's `nn.RNN`, on libtorch's own `rnn_tanh`.
///
/// h = tanh(W x + b + W′ h + b′).
///
/// - Source: Elman, "Finding Structure in Time", 1990.
public final class RNN: Module {
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
      gates: 1,
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
    try weights.run(input, state, ctorch_rnn)
  }
}

// MARK: - The weights of layer 0, forward

extension RNN {
  /// weight_ih_l0, H × I.
  public var weightInputHidden: Tensor { weights.tensors[0] }

  /// weight_hh_l0, H × H.
  public var weightHiddenHidden: Tensor { weights.tensors[1] }

  /// bias_ih_l0, H, or `nil` for a layer without.
  public var biasInputHidden: Tensor? { weights.shape.bias ? weights.tensors[2] : nil }

  /// bias_hh_l0, H, or `nil` for a layer without; added to the other one.
  public var biasHiddenHidden: Tensor? { weights.shape.bias ? weights.tensors[3] : nil }
}
