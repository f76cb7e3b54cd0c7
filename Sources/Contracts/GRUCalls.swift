// What crosses the pipe for the exercises of lesson 07.

public import Recurrent

/// 07.1 takes an ``InitialParametersInput`` and gives ``GRUParameters``.
public struct GRUStepInput: Codable, Sendable {
  public var token: Int
  public var hidden: Vector
  public var parameters: GRUParameters

  public init(token: Int, hidden: Vector, parameters: GRUParameters) {
    self.token = token
    self.hidden = hidden
    self.parameters = parameters
  }
}

public struct GRUForwardInput: Codable, Sendable {
  public var inputs: [Int]
  public var initialHidden: Vector
  public var parameters: GRUParameters

  public init(inputs: [Int], initialHidden: Vector, parameters: GRUParameters) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.parameters = parameters
  }
}

public struct GRUBackwardInput: Codable, Sendable {
  public var trace: GRUTrace
  public var targets: [Int]
  public var parameters: GRUParameters

  public init(trace: GRUTrace, targets: [Int], parameters: GRUParameters) {
    self.trace = trace
    self.targets = targets
    self.parameters = parameters
  }
}

public struct GRUBackwardOutput: Codable, Sendable {
  public var gradients: GRUParameters
  public var dInitialHidden: Vector

  public init(gradients: GRUParameters, dInitialHidden: Vector) {
    self.gradients = gradients
    self.dInitialHidden = dInitialHidden
  }
}
