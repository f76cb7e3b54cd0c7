import Contracts
import Recurrent
import Reference
import Testing

// T steps, H hidden size, V vocabulary size.

@Suite struct RightForwardTests {
  @Test("parameters drawn in another order, with other orthogonal factors")
  func initialParameters() {
    expectRight("02.1") { (input: InitialParametersInput) in
      var random = SeededRandom(seed: input.seed)
      let W = orthogonal(random.normal(input.vocabularySize, input.hiddenSize))
      let V = orthogonal(random.normal(input.hiddenSize, input.hiddenSize))
      let U = -1 * orthogonal(random.normal(input.hiddenSize, input.vocabularySize))
      return RNNParameters(
        U: U, V: V.transposed, W: W, bHidden: Vector(zeros: input.hiddenSize),
        bOutput: Vector(zeros: input.vocabularySize))
    }
  }

  @Test("orthogonal weights by Gram and Schmidt, twice over")
  func gramSchmidt() {
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
    expectRight("02.1") { (input: InitialParametersInput) in
      var random = SeededRandom(seed: input.seed)
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      return RNNParameters(
        U: factor(random.normal(H, V)), V: factor(random.normal(H, H)),
        W: factor(random.normal(V, H)),
        bHidden: Vector(zeros: H), bOutput: Vector(zeros: V))
    }
  }

  @Test("a softmax by log-sum-exp, a naive sigmoid, a tanh from the sigmoid")
  func activations() {
    expectRight("02.2") { (x: Vector) in
      let maximum = x.max() ?? 0
      let logSum = maximum + log(x.map { exp($0 - maximum) }.sum)
      func sigma(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
      return ActivationsOutput(
        sigmoid: x.map(sigma), tanh: x.map { 2 * sigma(2 * $0) - 1 },
        softmax: x.map { exp($0 - logSum) })
    }
  }

  @Test("a step with the one-hot vector and loops over single elements")
  func step() {
    expectRight("02.3") { (input: RNNStepInput) in
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
  }

  @Test("a forward pass with matrices: all inputs at once, all logits at once")
  func forward() {
    expectRight("02.4") { (input: RNNForwardInput) in
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
  }

  @Test("a cross-entropy in one sum over the whole sequence")
  func crossEntropy() {
    expectRight("02.5") { (input: CrossEntropyInput) in
      var losses: [Double] = []
      for (z, y) in zip(input.logits, input.targets) {
        let largest = z.max() ?? 0
        let shares: Vector = z.map { exp($0 - largest) }
        losses.append(log(shares.sum) + largest - z[y])
      }
      return CrossEntropyOutput(
        sum: losses.reduce(0, +), mean: losses.map { $0 / Double(losses.count) }.reduce(0, +))
    }
  }

  @Test("a cross-entropy relative to the target's logit")
  func relativeCrossEntropy() {
    expectRight("02.5") { (input: CrossEntropyInput) in
      // log Σ e^(zⱼ − z_y), shifted where the largest difference is large.
      var sum = 0.0
      for (z, y) in zip(input.logits, input.targets) {
        let differences: Vector = z - z[y]
        let largest = differences.max() ?? 0
        sum += largest + log(differences.map { exp($0 - largest) }.sum)
      }
      return CrossEntropyOutput(sum: sum, mean: sum / Double(input.logits.count))
    }
  }
}
