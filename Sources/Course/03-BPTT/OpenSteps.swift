import Contracts
import Recurrent

/// Steps with their decisions laid open: a misconception changes one of them.
struct OpenSteps: Sendable {
  // The defaults are the right ones.
  var prepared: @Sendable (TensorList) throws -> TensorList = { $0 }
  /// What a step knows of the gradients before its own.
  var remembered: @Sendable (_ old: Matrix, _ new: Matrix) -> Matrix = { _, new in new }
  var step: @Sendable (_ gradient: Matrix, _ rate: Double) -> Matrix = { $1 * $0 }
  var moved: @Sendable (Matrix, _ step: Matrix, _ rate: Double) -> Matrix = { p, step, _ in
    p - step
  }
  var trains: @Sendable (_ k: Int, Matrix) -> Bool = { _, _ in true }
  var isSpared: @Sendable (_ k: Int, _ count: Int) -> Bool = { _, _ in false }
  /// Whether the gradient is moved against the parameters.
  var exchanges = false
  /// The share of the memory that is added to the gradient once more.
  var ahead: Double?
  var adapts = false

  func callAsFunction(_ input: SGDInput) throws -> TensorList {
    var parameters = input.parameters
    var memory = parameters.tensors.map { 0 * $0 }
    var squares = memory
    for gradients in input.gradients {
      let gradients = try prepared(gradients)
      for k in parameters.tensors.indices {
        memory[k] = remembered(memory[k], gradients.tensors[k])
        guard trains(k, parameters.tensors[k]), !isSpared(k, parameters.tensors.count) else {
          continue
        }
        var gradient = memory[k]
        if let ahead { gradient = gradients.tensors[k] + ahead * memory[k] }
        if adapts {
          squares[k] = squares[k] + gradient.hadamard(gradient)
          let size = squares[k].map { $0.squareRoot() + 1e-8 }
          gradient = gradient.hadamard(size.map { 1 / $0 })
        }
        let (from, along) =
          exchanges
          ? (gradient, parameters.tensors[k]) : (parameters.tensors[k], gradient)
        parameters.tensors[k] = moved(from, step(along, input.learningRate), input.learningRate)
      }
    }
    return parameters
  }
}
