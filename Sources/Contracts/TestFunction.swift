public import Recurrent

/// A smooth function of every element, to take numerical gradients of: Σ aᵢxᵢ + bᵢxᵢ³ + cᵢ sin xᵢ,
/// plus d times the product of neighbours, so that elements depend on each other.
public struct TestFunction: Codable, Sendable {
  public var linear: [Double]
  public var cubic: [Double]
  public var sine: [Double]
  public var coupling: Double

  public init(linear: [Double], cubic: [Double], sine: [Double], coupling: Double) {
    self.linear = linear
    self.cubic = cubic
    self.sine = sine
    self.coupling = coupling
  }

  public func callAsFunction(_ point: TensorList) -> Double {
    let x = point.tensors.flatMap(\.elements)
    var sum = 0.0
    for i in x.indices {
      sum += linear[i] * x[i] + cubic[i] * x[i] * x[i] * x[i] + sine[i] * sin(x[i])
      if i > 0 { sum += coupling * x[i] * x[i - 1] }
    }
    return sum
  }
}
