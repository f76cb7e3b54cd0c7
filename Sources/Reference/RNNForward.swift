public import Recurrent

// 02 The forward pass.   T steps, H hidden size, V vocabulary size.

/// 02.1 – orthogonal weights, zero biases.
public func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  RNNParameters(
    U: orthogonal(random.normal(hiddenSize, vocabularySize)),
    V: orthogonal(random.normal(hiddenSize, hiddenSize)),
    W: orthogonal(random.normal(vocabularySize, hiddenSize)),
    bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}

/// 02.2 – σ(x) = 1/(1 + e⁻ˣ), with no exponential of a large positive number.
public func sigmoid(_ x: Vector) throws -> Vector {
  x.map { value in
    let e = exp(-abs(value))
    return value >= 0 ? 1 / (1 + e) : e / (1 + e)
  }
}

/// 02.2 – the hyperbolic tangent of each element.
public func tanh(_ x: Vector) throws -> Vector { x.map { tanh($0) } }

/// 02.2 – eˣ/Σeˣ, shifted by the maximum so that no exponential overflows.
public func softmax(_ logits: Vector) throws -> Vector {
  let maximum = logits.max() ?? 0
  let exponentials = logits.map { exp($0 - maximum) }
  return exponentials / exponentials.sum
}

/// 02.3 – one step: h = tanh(U x + V h′ + b_h).
public func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  try tanh(parameters.U.column(token) + parameters.V * hidden + parameters.bHidden)
}

/// 02.4 – the whole sequence, T steps.
public func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  var hidden = initialHidden
  for token in inputs {
    hidden = try rnnStep(token, hidden: hidden, parameters: parameters)
    trace.hidden.append(hidden)
    trace.logits.append(parameters.W * hidden + parameters.bOutput)
  }
  return trace
}

/// 02.5 – −log softmax(logits)[target], from the logits themselves so that no logarithm meets a zero.
public func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var sum = 0.0
  for (logits, target) in zip(logits, targets) {
    let maximum = logits.max() ?? 0
    sum += log(logits.map { exp($0 - maximum) }.sum) - (logits[target] - maximum)
  }
  return reduction == .sum ? sum : sum / Double(targets.count)
}
