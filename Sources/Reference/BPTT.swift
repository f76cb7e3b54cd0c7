public import Recurrent
import Trainers

// 03 Backpropagation through time.   T steps, H hidden size, V vocabulary size.

/// 03.1 – the gradient of the summed cross-entropy, from the last step to the first.
///
/// - Source: Werbos 1990, "Backpropagation through time: what it does and how to do it".
public func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let hidden = trace.hidden[t]
    let previous = t > 0 ? trace.hidden[t - 1] : trace.initialHidden

    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.W.addOuter(dLogits, hidden)
    gradients.bOutput += dLogits

    // Two ways lead into h_t: this step's logits and the next step's hidden state.
    let dHidden = parameters.W.transposedProduct(dLogits) + dNext
    let dActivation = dHidden * (1 - hidden * hidden)
    for i in dActivation.indices { gradients.U[i, trace.inputs[t]] += dActivation[i] }
    gradients.V.addOuter(dActivation, previous)
    gradients.bHidden += dActivation
    dNext = parameters.V.transposedProduct(dActivation)
  }
  return (gradients, dNext)
}

/// 03.2 – (L(p + s) − L(p − s)) / 2s for every single parameter.
public func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var gradient = parameters.zeros.tensors
  for k in gradient.indices {
    for i in 0..<gradient[k].rows {
      for j in 0..<gradient[k].columns {
        var above = parameters, below = parameters
        above.tensors[k][i, j] += step
        below.tensors[k][i, j] -= step
        gradient[k][i, j] = (try loss(above) - loss(below)) / (2 * step)
      }
    }
  }
  var result = parameters
  result.tensors = gradient
  return result
}

/// 03.2 – the largest |a − n| / max(|a|, |n|); 0 where both are 0.
public func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (a, n) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(a.elements, n.elements) where a != n {
      let error = abs(a - n) / max(abs(a), abs(n))
      // A NaN compares with nothing: it must neither be passed over nor be followed by a number.
      if error.isNaN || error > worst { worst = error }
    }
  }
  return worst
}

/// 03.3 – all gradients by one factor, min(1, c/(‖g‖ + 10⁻⁶)), ‖g‖ over all of them together.
///
/// - Source: Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural
///   networks"; the 10⁻⁶ is PyTorch's.
public func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let norm = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
  let factor = min(1, maximumNorm / (norm + 1e-6))
  var clipped = gradients
  clipped.tensors = gradients.tensors.map { factor * $0 }
  return clipped
}

/// 03.4 – p ← p − r g.
public func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  parameters.tensors = zip(parameters.tensors, gradients.tensors).map { $0 - learningRate * $1 }
}

/// 03.5 – per epoch: the validation loss, then one update per training sequence in order.
///
/// Runs on ``RNNTrainer``, which does the same arithmetic in place; a test holds the two together.
public func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let trainer = RNNTrainer(parameters)
  trainer.train(
    on: training, validation: validation, epochs: epochs,
    learningRate: learningRate, maximumNorm: maximumNorm, log: &log)
  parameters = trainer.parameters
}

/// 03.6 – the likeliest next token, appended and read again, until the end or the limit.
public func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  var generated: [Int] = []
  var hidden = Vector(zeros: parameters.hiddenSize)
  var logits = Vector(zeros: 0)
  func read(_ token: Int) throws {
    hidden = try rnnStep(token, hidden: hidden, parameters: parameters)
    logits = parameters.W * hidden + parameters.bOutput
  }
  for token in prompt { try read(token) }
  while generated.count < limit, let next = logits.indexOfMaximum {
    generated.append(next)
    if next == endOfSequence { break }
    try read(next)
  }
  return generated
}

/// 03.7 – the tensors that are further from central differences than rounding can take them.
///
/// - Source: the tolerance is relative to the numerical gradient, which is finite whatever is on
///   trial, with a floor for numbers that rounding alone makes; NaN and infinity are within nothing.
public func wrongTensors<P: ParameterSet>(
  in gradient: P, of loss: (P) throws -> Double, at parameters: P
) throws -> [String] {
  let numerical = try numericalGradient(of: loss, at: parameters, step: 1e-5)
  var wrong: [String] = []
  for (k, name) in parameters.names.enumerated() {
    let (a, n) = (gradient.tensors[k], numerical.tensors[k])
    let hasShape = a.rows == n.rows && a.columns == n.columns
    let agrees = zip(a.elements, n.elements).allSatisfy { abs($0 - $1) <= 1e-5 * abs($1) + 1e-8 }
    if !(hasShape && agrees) { wrong.append(name) }
  }
  return wrong
}
