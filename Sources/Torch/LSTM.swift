import CTorch

// T steps, B batch, I inputs, H hidden, D directions, L layers.

/// Long short-term memory, PyTorch's `nn.LSTM`, on libtorch's own `lstm`.
///
/// i, f, o = σ(…), g = tanh(…), each of W x + b + W′ h + b′; c = f c + i g; h = o tanh(c). The rows of
/// every weight are the blocks i, f, g, o of H rows, and there are two biases, of which the sum
/// counts.
public final class LSTM: Module {
  public let inputSize: Int
  public let hiddenSize: Int
  private let weights: RecurrentWeights

  /// Between two steps: (L · D) × H for one sequence, (L · D) × B × H for a batch.
  public struct State {
    public var hidden: Tensor
    public var cell: Tensor

    public init(hidden: Tensor, cell: Tensor) {
      self.hidden = hidden
      self.cell = cell
    }
  }

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
      gates: 4,
      .init(
        inputSize: inputSize, hiddenSize: hiddenSize, layers: layers,
        bidirectional: bidirectional, bias: bias, dtype: dtype))
  }

  /// weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, …_l0_reverse, …_l1, ….
  public var namedParameters: [(name: String, tensor: Tensor)] { weights.named }

  /// - Parameter input: T × I, one sequence, or T × B × I.
  /// - Parameter state: zeros when left out.
  /// - Returns: the last layer's hidden states, T × (D · H) or T × B × (D · H), and the state after
  ///   the last step.
  /// - Throws: `TorchError` for an input or a state of other sizes or another dtype.
  public func callAsFunction(
    _ input: Tensor, state: State? = nil
  ) throws -> (output: Tensor, state: State) {
    let shape = weights.shape
    var (last, lastCell): (OpaquePointer?, OpaquePointer?)
    let output = try weights.tensors.withHandles { handles, count in
      try Tensor.made {
        ctorch_lstm(
          input.handle, state?.hidden.handle, state?.cell.handle, handles, count, shape.bias,
          Int64(shape.layers), shape.bidirectional, $0, &last, &lastCell)
      }
    }
    guard let last, let lastCell else { throw TorchError("libtorch handed out no state") }
    return (output, State(hidden: Tensor(last), cell: Tensor(lastCell)))
  }
}

// MARK: - The weights of layer 0, forward

extension LSTM {
  /// weight_ih_l0, 4H × I, the row blocks i, f, g, o.
  public var weightInputHidden: Tensor { weights.tensors[0] }

  /// weight_hh_l0, 4H × H, the row blocks i, f, g, o.
  public var weightHiddenHidden: Tensor { weights.tensors[1] }

  /// bias_ih_l0, 4H, or `nil` for a layer without.
  public var biasInputHidden: Tensor? { weights.shape.bias ? weights.tensors[2] : nil }

  /// bias_hh_l0, 4H, or `nil` for a layer without; added to the other one.
  public var biasHiddenHidden: Tensor? { weights.shape.bias ? weights.tensors[3] : nil }
}
