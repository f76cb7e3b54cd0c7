import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightForward {
  static let initialParameters = RightVariant(
    "02.1", "all numbers drawn first, and made orthogonal from the last matrix to the first"
  ) { (input: InitialParametersInput) in
    input.last { random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      let gaussian = [(H, V), (H, H), (V, H)].map { random.normal($0, $1) }
      let weights = Array(gaussian.reversed().map { orthogonal($0) }.reversed())
      return RNNParameters(
        U: weights[0], V: weights[1], W: weights[2], bHidden: Vector(zeros: H),
        bOutput: Vector(zeros: V))
    }
  }

  static let gramSchmidt = RightVariant(
    "02.1", "orthogonal weights by Gram and Schmidt, twice over"
  ) { (input: InitialParametersInput) in
    @Sendable func factor(_ gaussian: Matrix) -> Matrix {
      if gaussian.rows < gaussian.columns { return factor(gaussian.transposed).transposed }
      var columns = gaussian.transposed
      for _ in 0..<2 {
        var done: [Vector] = []
        for k in 0..<columns.rows {
          var v = columns.row(k)
          for q in done { v -= q.dot(v) * q }
          done.append(v / v.norm)
        }
        columns = Matrix(rows: done)
      }
      return columns.transposed
    }
    return input.last { random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      return RNNParameters(
        U: factor(random.normal(H, V)), V: factor(random.normal(H, H)),
        W: factor(random.normal(V, H)),
        bHidden: Vector(zeros: H), bOutput: Vector(zeros: V))
    }
  }

  static let activations = RightVariant(
    "02.2", "a softmax by log-sum-exp, a naive sigmoid, a tanh from the sigmoid"
  ) { (x: Vector) in
    let maximum = x.max() ?? 0
    let logSum = maximum + log(x.map { exp($0 - maximum) }.sum)
    func sigma(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    return ActivationsOutput(
      sigmoid: x.map(sigma), tanh: x.map { 2 * sigma(2 * $0) - 1 },
      softmax: x.map { exp($0 - logSum) })
  }

  static let step = RightVariant(
    "02.3", "a step with the one-hot vector and loops over single elements"
  ) { (input: RNNStepInput) in
    let p = input.parameters
    var h = Vector(zeros: p.hiddenSize)
    for i in h.indices {
      var sum = p.bHidden[i]
      for j in 0..<p.vocabularySize { sum += p.U[i, j] * (j == input.token ? 1 : 0) }
      for j in 0..<p.hiddenSize { sum += p.V[i, j] * input.hidden[j] }
      h[i] = tanh(sum)
    }
    return h
  }

  static let forward = RightVariant(
    "02.4", "a forward pass with matrices: all inputs at once, all logits at once"
  ) { (input: RNNForwardInput) in
    let p = input.parameters
    var trace = RNNTrace(inputs: input.inputs, initialHidden: input.initialHidden)
    guard !input.inputs.isEmpty else { return trace }
    let projected = try Reference.oneHot(input.inputs, size: p.vocabularySize) * p.U.transposed
    var states = [input.initialHidden]
    for t in input.inputs.indices {
      states.append((p.bHidden + p.V * states[t] + projected.row(t)).map { tanh($0) })
    }
    trace.hidden = Array(states[1...])
    let logits = Matrix(rows: trace.hidden) * p.W.transposed
    trace.logits = (0..<logits.rows).map { p.bOutput + logits.row($0) }
    return trace
  }

  static let crossEntropy = RightVariant(
    "02.5", "a cross-entropy in one sum over the whole sequence"
  ) { (input: CrossEntropyInput) in
    var losses: [Double] = []
    for (z, y) in zip(input.logits, input.targets) {
      let largest = z.max() ?? 0
      let shares: Vector = z.map { exp($0 - largest) }
      losses.append(log(shares.sum) + largest - z[y])
    }
    return CrossEntropyOutput(
      sum: losses.reduce(0, +), mean: losses.map { $0 / Double(losses.count) }.reduce(0, +))
  }

  static let relativeCrossEntropy = RightVariant(
    "02.5", "a cross-entropy relative to the target's logit"
  ) { (input: CrossEntropyInput) in
    // log Σ e^(zⱼ − z_y), shifted where the largest difference is large.
    var sum = 0.0
    for (z, y) in zip(input.logits, input.targets) {
      let differences: Vector = z - z[y]
      let largest = differences.max() ?? 0
      sum += largest + log(differences.map { exp($0 - largest) }.sum)
    }
    return CrossEntropyOutput(sum: sum, mean: sum / Double(input.logits.count))
  }

  static let all: [RightVariant] =
    [
      initialParameters, gramSchmidt, activations, step, forward, crossEntropy,
      relativeCrossEntropy,
    ]
}
