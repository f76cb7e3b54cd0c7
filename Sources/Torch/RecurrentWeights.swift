import CTorch

// I inputs, H hidden, G gates: 4 in an LSTM, 3 in a GRU, 1 in a simple network.

/// The parameters of a recurrent layer, under PyTorch's names and in its order.
///
/// Layer k, counted from 0, has weight_ih_l{k} (G·H × I, or × the outputs of the layer below),
/// weight_hh_l{k} (G·H × H) and, with biases, bias_ih_l{k} and bias_hh_l{k} (G·H each); in two
/// directions the same again with the ending `_reverse`.
struct RecurrentWeights {
  let named: [(name: String, tensor: Tensor)]
  private let tensors: [Tensor]
  private let layers: Int
  private let bias: Bool
  private let bidirectional: Bool

  /// Uniform in ±1/√H as PyTorch's, drawn in its order: a seed gives PyTorch's weights.
  init(
    gates: Int, inputSize: Int, hiddenSize: Int, layers: Int, bidirectional: Bool, bias: Bool,
    dtype: DType
  ) throws {
    for (size, name) in [(layers, "layers"), (inputSize, "inputSize"), (hiddenSize, "hiddenSize")]
    where size < 1 {
      throw TorchError(operation: "RNN", message: "\(name) must be at least 1, got \(size)")
    }
    let bound = 1 / Double(hiddenSize).squareRoot()
    var named: [(name: String, tensor: Tensor)] = []
    for layer in 0..<layers {
      for ending in bidirectional ? ["", "_reverse"] : [""] {
        let below = layer == 0 ? inputSize : hiddenSize * (bidirectional ? 2 : 1)
        let rows = gates * hiddenSize
        var shapes = [("weight_ih", [rows, below]), ("weight_hh", [rows, hiddenSize])]
        if bias { shapes += [("bias_ih", [rows]), ("bias_hh", [rows])] }
        for (name, shape) in shapes {
          let tensor = try Tensor.zeros(shape, dtype: dtype)
          try tensor.fillUniform(-bound, bound)
          named.append(("\(name)_l\(layer)\(ending)", try tensor.requiresGrad(true)))
        }
      }
    }
    self.named = named
    tensors = named.map(\.tensor)
    self.layers = layers
    self.bias = bias
    self.bidirectional = bidirectional
  }

  /// The parameter of layer 0, forward direction, that is at `place` of its four.
  func first(_ place: Int, of layer: String) throws -> Tensor {
    guard place < 2 || bias else {
      throw TorchError(operation: layer, message: "it was made with bias: false and has none")
    }
    return tensors[place]
  }

  /// Lends the weights to a call of the shim.
  func lend<Value>(_ body: (ctorch_weights) throws -> Value) rethrows -> Value {
    try withHandles(of: tensors) { handles, count in
      try body(
        ctorch_weights(
          tensors: handles, count: count, layers: layers, bias: bias, bidirectional: bidirectional))
    }
  }

  /// Runs a layer whose state is one tensor.
  func run(
    _ layer: String, _ input: Tensor, _ state: Tensor?,
    _ call: (Handle, Handle?, ctorch_weights, Result, Result) -> ctorch_status
  ) throws -> (output: Tensor, state: Tensor) {
    var output: Handle?
    var hidden: Handle?
    try withExtendedLifetime((input, state)) {
      try lend { try check(layer, call(input.handle, state?.handle, $0, &output, &hidden)) }
    }
    guard let output, let hidden else {
      throw TorchError(operation: layer, message: "gave no tensor")
    }
    return (Tensor(owning: output), Tensor(owning: hidden))
  }
}
