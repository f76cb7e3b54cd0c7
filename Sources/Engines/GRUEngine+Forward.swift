package import Recurrent

extension GRUEngine {
  /// Runs a sequence from a zero state and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  package func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    reserve(steps)
    hidden.clear(height)
    var loss = 0.0
    for t in 0..<steps {
      step(t, token: example.inputs[t])
      loss += output.loss(
        hidden + (t + 1) * height, target: example.targets[t], dLogits + t * vocabularySize)
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

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    let before = hidden + t * height
    let hidden = before + height
    let sums = sums + t * sumHeight
    let candidate = candidates + t * height
    let x = xColumns + token * sumHeight
    let gates = 2 * height
    // The gates' sums are whole; the third is q alone, which the reset gate has yet to pass.
    for k in 0..<gates { sums[k] = xBias[k] + x[k] + hBias[k] }
    for k in gates..<sumHeight { sums[k] = hBias[k] }
    hWeights.addProduct(with: before.scalars, to: sums)
    sums.applySigmoid(gates)

    let (r, z, q) = (sums, sums + height, sums + gates)
    for k in 0..<height {
      candidate[k] = (xBias[gates + k] + x[gates + k]).addingProduct(r[k], q[k])
    }
    candidate.applyTanh(height)
    // (1 − z) n + z h′.
    for k in 0..<height {
      hidden[k] = candidate[k].addingProduct(z[k], before[k] - candidate[k])
    }
  }
}
