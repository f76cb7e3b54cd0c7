// What crosses the pipe for the exercises of lesson 04.

public import Recurrent

/// 04.1 takes an ``InitialParametersInput`` and gives ``LSTMParameters``.
public struct LSTMStepInput: Codable, Sendable {
  public var token: Int
  public var hidden: Vector
  public var cell: Vector
  public var parameters: LSTMParameters

  public init(token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters) {
    self.token = token
    self.hidden = hidden
    self.cell = cell
    self.parameters = parameters
  }
}

public struct LSTMForwardInput: Codable, Sendable {
  public var inputs: [Int]
  public var initialHidden: Vector
  public var initialCell: Vector
  public var parameters: LSTMParameters

  public init(
    inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
  ) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.initialCell = initialCell
    self.parameters = parameters
  }
}

public struct LSTMBackwardInput: Codable, Sendable {
  public var trace: LSTMTrace
  public var targets: [Int]
  public var parameters: LSTMParameters

  public init(trace: LSTMTrace, targets: [Int], parameters: LSTMParameters) {
    self.trace = trace
    self.targets = targets
    self.parameters = parameters
  }
}

public struct LSTMBackwardOutput: Codable, Sendable {
  public var gradients: LSTMParameters
  public var dInitialHidden: Vector
  public var dInitialCell: Vector

  public init(gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
    self.gradients = gradients
    self.dInitialHidden = dInitialHidden
    self.dInitialCell = dInitialCell
  }
}
