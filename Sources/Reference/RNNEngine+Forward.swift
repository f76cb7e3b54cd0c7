import Recurrent

extension RNNEngine {
  /// Runs a sequence from a zero state and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    reserve(steps)
    hidden.clear(height)
    var loss = 0.0
    for t in 0..<steps {
      let before = hidden + t * height
      let after = before + height
      step(token: example.inputs[t], before, after)
      loss += output(after, target: example.targets[t], dLogits + t * vocabularySize)
    }
    return loss
  }

  /// after = tanh(U x + V before + b_h).
  @inline(__always)
  private func step(token: Int, _ before: Lanes, _ after: Lanes) {
    let u = uColumns + token * height
    for k in 0..<height { after[k] = bHidden[k] + u[k] }
    after.add(columns: vColumns, of: height, times: before.scalars, count: hiddenSize)
    for k in 0..<height { after[k] = tanh(after[k]) }
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
      let row = wRows + c * height
      var sums = row[0] * hidden[0]
      for k in 1..<height { sums.addProduct(row[k], hidden[k]) }
      dLogits[c] = sums.sum() + bOutput[c]
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
