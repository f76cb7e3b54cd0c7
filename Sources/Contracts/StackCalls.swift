// What crosses the pipe for the exercises of lesson 09.

public import Recurrent

/// 09.1 gives a ``LayerTrace``.
public struct LayerForwardInput: Codable, Sendable {
  /// T vectors of D.
  public var inputs: [Vector]
  public var parameters: LSTMLayer

  public init(inputs: [Vector], parameters: LSTMLayer) {
    self.inputs = inputs
    self.parameters = parameters
  }
}

/// 09.2 gives a ``LevelTrace``.
public struct LevelForwardInput: Codable, Sendable {
  /// T vectors of D.
  public var inputs: [Vector]
  public var parameters: Level

  public init(inputs: [Vector], parameters: Level) {
    self.inputs = inputs
    self.parameters = parameters
  }
}

/// 09.3 gives a ``StackTrace``.
public struct StackForwardInput: Codable, Sendable {
  /// T tokens.
  public var inputs: [Int]
  public var parameters: StackParameters

  public init(inputs: [Int], parameters: StackParameters) {
    self.inputs = inputs
    self.parameters = parameters
  }
}

public struct LayerBackwardInput: Codable, Sendable {
  public var trace: LayerTrace
  /// T vectors of H.
  public var dOutputs: [Vector]
  public var parameters: LSTMLayer

  public init(trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer) {
    self.trace = trace
    self.dOutputs = dOutputs
    self.parameters = parameters
  }
}

public struct LevelBackwardInput: Codable, Sendable {
  public var trace: LevelTrace
  /// T vectors of H or 2H.
  public var dOutputs: [Vector]
  public var parameters: Level

  public init(trace: LevelTrace, dOutputs: [Vector], parameters: Level) {
    self.trace = trace
    self.dOutputs = dOutputs
    self.parameters = parameters
  }
}

public struct StackBackwardInput: Codable, Sendable {
  public var trace: StackTrace
  /// T vectors of C.
  public var dLogits: [Vector]
  public var parameters: StackParameters

  public init(trace: StackTrace, dLogits: [Vector], parameters: StackParameters) {
    self.trace = trace
    self.dLogits = dLogits
    self.parameters = parameters
  }
}

/// 09.4, 09.5 and 09.6: gradients in the shapes of the parameters, and of the inputs.
public struct LayerGradients<Parameters: Codable & Sendable>: Codable, Sendable {
  public var gradients: Parameters
  /// T vectors of D, or of V at the bottom of a stack.
  public var dInputs: [Vector]

  public init(gradients: Parameters, dInputs: [Vector]) {
    self.gradients = gradients
    self.dInputs = dInputs
  }
}
