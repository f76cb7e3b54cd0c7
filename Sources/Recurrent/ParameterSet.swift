/// Parameters that are trained together, as a list of matrices: what clipping, an optimiser and a
/// gradient check need to know of a model, and all they need.
///
/// A gradient has the type of the parameters it belongs to.
public protocol ParameterSet: Sendable {
  /// All parameters in a fixed order; a bias of n elements is an n × 1 matrix.
  var tensors: [Matrix] { get set }
  /// One name per tensor, as the lesson writes it.
  var names: [String] { get }
}

extension ParameterSet {
  /// How many numbers are trained.
  public var count: Int { tensors.reduce(0) { $0 + $1.rows * $1.columns } }

  /// The same shapes, all zeros: where a gradient begins.
  public var zeros: Self {
    var result = self
    result.tensors = tensors.map { Matrix(zeros: $0.rows, $0.columns) }
    return result
  }
}

/// Any list of matrices as parameters, for examples and checks.
public struct TensorList: ParameterSet, Codable, Equatable {
  public var tensors: [Matrix]

  public init(_ tensors: [Matrix]) { self.tensors = tensors }

  public var names: [String] { tensors.indices.map { "tensor \($0)" } }
}
