// I inputs, H hidden, K gates.

/// The weights of a recurrent layer, named, ordered and drawn as by PyTorch.
struct RecurrentWeights {
  let named: [(name: String, tensor: Tensor)]
  /// `named` without the names.
  let tensors: [Tensor]
  let shape: Shape

  /// What the weights' own shapes follow from.
  struct Shape {
    var inputSize: Int
    var hiddenSize: Int
    var layers: Int
    var bidirectional: Bool
    var bias: Bool
    var dtype: DType
  }

  /// Draws every weight evenly between ±1/√H.
  ///
  /// - Parameter gates: K, the row blocks of H rows in each weight.
  init(gates: Int, _ shape: Shape) throws {
    for (name, size) in [
      ("inputSize", shape.inputSize), ("hiddenSize", shape.hiddenSize), ("layers", shape.layers),
    ] where size < 1 {
      throw TorchError("\(name) is \(size); a recurrent layer needs at least 1")
    }
    let directions = shape.bidirectional ? ["", "_reverse"] : [""]
    let rows = gates * shape.hiddenSize
    var named: [(name: String, tensor: Tensor)] = []
    for layer in 0..<shape.layers {
      for direction in directions {
        let columns = layer == 0 ? shape.inputSize : shape.hiddenSize * directions.count
        var sizes = [("weight_ih", [rows, columns]), ("weight_hh", [rows, shape.hiddenSize])]
        if shape.bias { sizes += [("bias_ih", [rows]), ("bias_hh", [rows])] }
        for (name, size) in sizes {
          let bound = 1 / Double(shape.hiddenSize).squareRoot()
          let tensor = try Tensor.uniform(size, bound: bound, dtype: shape.dtype)
          named.append(("\(name)_l\(layer)\(direction)", try tensor.requiresGrad(true)))
        }
      }
    }
    self.named = named
    tensors = named.map(\.tensor)
    self.shape = shape
  }
}
