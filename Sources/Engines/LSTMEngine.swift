package import Recurrent

/// An LSTM that is trained in place: its buffers; the loops are beside it.
///
/// The four gates stand above one another, f, i, o, g, each padded to whole lanes: one column of 4 H
/// numbers serves them all, and the three sigmoids lie side by side.
package final class LSTMEngine {
  package let hiddenSize: Int
  package let vocabularySize: Int
  /// Lanes of a hidden state, and of the four gates together.
  package let height: Int, gateHeight: Int

  /// The weights that meet h′; those that meet x, by columns.
  package let hWeights: TiledMatrix, xColumns: Lanes, bias: Lanes
  package let dH: TiledMatrix, dX: Lanes, dBias: Lanes
  package let dHidden: Lanes, dCell: Lanes
  package let output: OutputLayer

  /// Of one sequence: states, cells and tanh's of cells, one more than steps; per step the gates,
  /// the gradients of what went into them, and those of the logits.
  package private(set) var hidden: Lanes, cell: Lanes, shown: Lanes, gates: Lanes, dGates: Lanes
  package private(set) var dLogits: UnsafeMutablePointer<Double>
  /// ‖dH‖², known as soon as dH is.
  var squareOfdH = 0.0
  private var capacity = 0

  package init(_ parameters: LSTMParameters) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    height = (hiddenSize + 7) / 8
    gateHeight = 4 * height
    hWeights = TiledMatrix(height: gateHeight, columns: hiddenSize)
    xColumns = .zeros(vocabularySize * gateHeight)
    bias = .zeros(gateHeight)
    dH = TiledMatrix(height: gateHeight, columns: hiddenSize)
    dX = .zeros(vocabularySize * gateHeight)
    dBias = .zeros(gateHeight)
    dHidden = .zeros(height)
    dCell = .zeros(height)
    output = OutputLayer(parameters.Wv, parameters.bv)
    hidden = .zeros(0)
    cell = .zeros(0)
    shown = .zeros(0)
    gates = .zeros(0)
    dGates = .zeros(0)
    dLogits = .allocate(capacity: 1)
    load(parameters)
  }

  deinit {
    for matrix in [hWeights, dH] { matrix.deallocate() }
    for lanes in [xColumns, bias, dX, dBias, dHidden, dCell] { lanes.deallocate() }
    for lanes in [hidden, cell, shown, gates, dGates] { lanes.deallocate() }
    dLogits.deallocate()
  }

  private func load(_ p: LSTMParameters) {
    for (gate, (weights, biases)) in [(p.Wf, p.bf), (p.Wi, p.bi), (p.Wo, p.bo), (p.Wg, p.bg)]
      .enumerated()
    {
      let offset = gate * height
      hWeights.setBlock(offset, weights)
      for token in 0..<vocabularySize {
        (xColumns + token * gateHeight + offset).fill(weights.column(hiddenSize + token))
      }
      (bias + offset).fill(biases)
    }
  }

  package var parameters: LSTMParameters {
    func weights(_ gate: Int) -> Matrix {
      let fromHidden = hWeights.block(gate * height, rows: hiddenSize)
      let fromInput = (0..<vocabularySize).map {
        (xColumns + $0 * gateHeight + gate * height).vector(hiddenSize)
      }
      return Matrix(rows: (0..<hiddenSize).map { fromHidden.column($0) } + fromInput).transposed
    }
    func biases(_ gate: Int) -> Vector { (bias + gate * height).vector(hiddenSize) }
    return LSTMParameters(
      Wf: weights(0), Wi: weights(1), Wg: weights(3), Wo: weights(2), Wv: output.weights,
      bf: biases(0), bi: biases(1), bg: biases(3), bo: biases(2), bv: output.biases)
  }

  /// Makes room for a sequence.
  func reserve(_ steps: Int) {
    guard steps > capacity else { return }
    for lanes in [hidden, cell, shown, gates, dGates] { lanes.deallocate() }
    dLogits.deallocate()
    hidden = .zeros((steps + 1) * height)
    cell = .zeros((steps + 1) * height)
    shown = .zeros((steps + 1) * height)
    gates = .zeros(steps * gateHeight)
    dGates = .zeros(steps * gateHeight)
    dLogits = .allocate(capacity: steps * vocabularySize)
    capacity = steps
  }
}
