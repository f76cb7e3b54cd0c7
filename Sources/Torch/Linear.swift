import CTorch

// I in features, O out features.

/// y = x Wᵀ + b, PyTorch's `nn.Linear`.
public final class Linear: Module {
  /// O × I.
  public let weight: Tensor
  /// O, or `nil` for a layer without.
  public let bias: Tensor?

  /// Weights drawn evenly between ±1/√I, the very numbers of PyTorch after the same seed.
  public init(
    inFeatures: Int, outFeatures: Int, bias: Bool = true, dtype: DType = .float64
  ) throws {
    let bound = inFeatures > 0 ? 1 / Double(inFeatures).squareRoot() : 0
    func drawn(_ shape: [Int]) throws -> Tensor {
      try .uniform(shape, bound: bound, dtype: dtype).requiresGrad(true)
    }
    weight = try drawn([outFeatures, inFeatures])
    self.bias = bias ? try drawn([outFeatures]) : nil
  }

  /// - Parameter input: … × I.
  /// - Returns: … × O.
  public func callAsFunction(_ input: Tensor) throws -> Tensor {
    try .made { ctorch_linear(input.handle, weight.handle, bias?.handle, $0) }
  }
}
