// What crosses the pipe where the student writes a check: what is put before it, never whether it is
// right.

public import Recurrent

/// 03.7: a gradient, and the loss that it is said to belong to.
///
/// The answer is a list of tensor names.
public enum GradientOnTrial: Codable, Sendable {
  /// The summed cross-entropy of a network over one sequence; the student's own forward pass and loss
  /// compute it.
  case network(Network)
  /// A plain function, where the sizes of loss and slopes can be chosen freely.
  case function(Function)

  public struct Network: Codable, Sendable {
    public var inputs: [Int]
    public var targets: [Int]
    public var initialHidden: Vector
    public var parameters: RNNParameters
    public var gradient: RNNParameters

    public init(
      inputs: [Int], targets: [Int], initialHidden: Vector, parameters: RNNParameters,
      gradient: RNNParameters
    ) {
      self.inputs = inputs
      self.targets = targets
      self.initialHidden = initialHidden
      self.parameters = parameters
      self.gradient = gradient
    }
  }

  public struct Function: Codable, Sendable {
    public var function: TestFunction
    public var point: TensorList
    public var gradient: TensorList

    public init(function: TestFunction, point: TensorList, gradient: TensorList) {
      self.function = function
      self.point = point
      self.gradient = gradient
    }
  }
}

/// 04.6: a trace, and the sizes of the network that should have made it.
public struct TraceOnTrial: Codable, Sendable {
  public var trace: LSTMTrace
  public var hiddenSize: Int
  public var vocabularySize: Int

  public init(trace: LSTMTrace, hiddenSize: Int, vocabularySize: Int) {
    self.trace = trace
    self.hiddenSize = hiddenSize
    self.vocabularySize = vocabularySize
  }
}

public struct TraceComplaint: Codable, Sendable, Equatable {
  /// In the student's own words; `nil` for a trace that nothing is wrong with.
  public var complaint: String?

  public init(_ complaint: String?) { self.complaint = complaint }

  // An empty object is no answer; without this it would read as "nothing is wrong".
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    complaint =
      try container.decodeNil(forKey: .complaint)
      ? nil : try container.decode(String.self, forKey: .complaint)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(complaint, forKey: .complaint)
  }

  private enum CodingKeys: String, CodingKey { case complaint }
}
