package import Recurrent

extension LSTMEngine {
  /// Runs a sequence from a zero state and cell and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  package func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    reserve(steps)
    hidden.clear(height)
    cell.clear(height)
    shown.clear(height)
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
    let gates = gates + t * gateHeight
    let x = xColumns + token * gateHeight
    for k in 0..<gateHeight { gates[k] = bias[k] + x[k] }
    hWeights.addProduct(with: before.scalars, to: gates)
    gates.applySigmoid(3 * height)
    (gates + 3 * height).applyTanh(height)

    let cellBefore = cell + t * height
    let cell = cellBefore + height
    let hidden = before + height
    let shown = shown + (t + 1) * height
    let (f, i, o, g) = (gates, gates + height, gates + 2 * height, gates + 3 * height)
    for k in 0..<height {
      cell[k] = (f[k] * cellBefore[k]).addingProduct(i[k], g[k])
    }
    shown.setTanh(of: cell, height)
    for k in 0..<height { hidden[k] = o[k] * shown[k] }
  }
}
