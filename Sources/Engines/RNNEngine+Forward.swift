package import Recurrent

extension RNNEngine {
  /// Runs a sequence from a zero state and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  package func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    reserve(steps)
    hidden.clear(height)
    var loss = 0.0
    for t in 0..<steps {
      let before = hidden + t * height
      let after = before + height
      step(token: example.inputs[t], before, after)
      loss += output.loss(after, target: example.targets[t], dLogits + t * vocabularySize)
    }
    return loss
  }

  /// The logits after each token of a sequence that begins from a zero state: V numbers for each.
  ///
  /// It takes the place of the sequence that ``forward(_:)`` kept.
  package func logits(after inputs: [Int]) -> [Vector] {
    _ = forward(Example(inputs: inputs, targets: inputs))
    return inputs.indices.map { output.logits(hidden + ($0 + 1) * height) }
  }

  /// after = tanh(U x + V before + b_h).
  @inline(__always)
  private func step(token: Int, _ before: Lanes, _ after: Lanes) {
    let u = uColumns + token * height
    for k in 0..<height { after[k] = bHidden[k] + u[k] }
    after.add(columns: vColumns, of: height, times: before.scalars, count: hiddenSize)
    after.applyTanh(height)
  }
}
