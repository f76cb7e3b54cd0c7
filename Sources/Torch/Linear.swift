import CTorch

/// y = x Wᵀ + b on the last dimension: `torch.nn.Linear`.
public final class Linear: Module {
  /// O × I.
  public let weight: Tensor
  /// O, or `nil` for a layer made without one.
  public let bias: Tensor?

  /// A layer with PyTorch's random weights, uniform in ±1/√I; see ``manualSeed(_:)``.
  public init(
    inFeatures: Int, outFeatures: Int, bias: Bool = true, dtype: DType = .float64
  ) throws {
    let bound = 1 / Double(inFeatures).squareRoot()
    func drawn(_ shape: [Int]) throws -> Tensor {
      let tensor = try Tensor.zeros(shape, dtype: dtype)
      try tensor.fillUniform(-bound, bound)
      return try tensor.requiresGrad(true)
    }
    weight = try drawn([outFeatures, inFeatures])
    self.bias = bias ? try drawn([outFeatures]) : nil
  }

  /// - Parameter input: any shape that ends with I.
  /// - Returns: the same shape, ending with O.
  public func callAsFunction(_ input: Tensor) throws -> Tensor {
    try withExtendedLifetime(bias) {
      try result(of: "Linear", input, weight) { ctorch_linear($0, $1, bias?.handle, $2) }
    }
  }
}
