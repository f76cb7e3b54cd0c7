import Recurrent

extension FaultyEngine {
  /// Runs a sequence from a state and a cell of zeros, and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    reserve(steps)
    for lanes in [hidden, cells, shown] { lanes.clear(height) }
    var loss = 0.0
    for t in 0..<steps {
      step(t, token: example.inputs[t])
      loss += output(
        hidden + (t + 1) * height, target: example.targets[t], dLogits + t * vocabularySize)
    }
    return loss
  }

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    let before = (hidden + t * height).scalars
    let now = t * height, next = now + height
    for k in 0..<height {
      let x = xWeights + (token * height + k) * 4
      let bias = biases + k * 4
      var (a, b, c, d) = (x[0] + bias[0], x[1] + bias[1], x[2] + bias[2], x[3] + bias[3])
      var quad = hWeights + k * hiddenSize * 4
      for j in 0..<hiddenSize {
        let h = Lane(repeating: before[j])
        a.addProduct(quad[0], h)
        b.addProduct(quad[1], h)
        c.addProduct(quad[2], h)
        d.addProduct(quad[3], h)
        quad += 4
      }
      let gates = gates + (now + k) * 4
      (gates[0], gates[1], gates[2], gates[3]) = (a, b, c, d)
    }
    activate(gates + now * 4, height)
    for k in now..<next {
      let gates = gates + k * 4
      cells[k + height] = gates[0] * cells[k] + gates[1] * gates[2]
    }
    tanh(cells + next, into: shown + next, height)
    for k in now..<next { hidden[k + height] = gates[k * 4 + 3] * shown[k + height] }
  }

  /// Leaves softmax(logits) − one-hot target in `dLogits`.
  ///
  /// - Returns: the step's loss.
  @inline(__always)
  private func output(
    _ hidden: Lanes, target: Int, _ dLogits: UnsafeMutablePointer<Double>
  ) -> Double {
    var maximum = -Double.infinity
    for c in 0..<vocabularySize {
      let row = vRows + c * height
      var sums = row[0] * hidden[0]
      for k in 1..<height { sums.addProduct(row[k], hidden[k]) }
      dLogits[c] = sums.sum() + vBias[c]
      maximum = max(maximum, dLogits[c])
    }
    let logit = dLogits[target] - maximum
    var sum = 0.0
    for c in 0..<vocabularySize {
      dLogits[c] = exp(dLogits[c] - maximum)
      sum += dLogits[c]
    }
    for c in 0..<vocabularySize { dLogits[c] /= sum }
    dLogits[target] -= 1
    return log(sum) - logit
  }
}
