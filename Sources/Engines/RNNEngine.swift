package import Recurrent

/// An Elman network that is trained in place: its buffers; the loops are beside it.
///
/// Weights are kept by columns, padded to whole lanes, so that `V h′` is a sum of columns and a token's
/// `U x` is one column; the padding stays zero throughout.
package final class RNNEngine {
  let hiddenSize: Int
  let vocabularySize: Int
  /// Lanes of a hidden state.
  let height: Int

  /// V and U by columns.
  let vColumns: Lanes, uColumns: Lanes
  let bHidden: Lanes
  let dV: Lanes, dU: Lanes, dbHidden: Lanes
  let dNext: Lanes
  let output: OutputLayer

  /// One sequence: the states, one more than steps; the gradients of activations and of logits.
  private(set) var hidden: Lanes, dActivation: Lanes, dLogits: UnsafeMutablePointer<Double>
  /// ‖dV‖², known as soon as dV is.
  var squareOfdV = 0.0
  private var capacity = 0

  package init(_ parameters: RNNParameters) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    height = (hiddenSize + 7) / 8
    vColumns = .zeros(hiddenSize * height)
    uColumns = .zeros(vocabularySize * height)
    bHidden = .zeros(height)
    dV = .zeros(hiddenSize * height)
    dU = .zeros(vocabularySize * height)
    dbHidden = .zeros(height)
    dNext = .zeros(height)
    output = OutputLayer(parameters.W, parameters.bOutput)
    hidden = .zeros(0)
    dActivation = .zeros(0)
    dLogits = .allocate(capacity: 1)

    for j in 0..<hiddenSize {
      (vColumns + j * height).fill(parameters.V.column(j))
    }
    for token in 0..<vocabularySize {
      (uColumns + token * height).fill(parameters.U.column(token))
    }
    bHidden.fill(parameters.bHidden)
  }

  deinit {
    for lanes in [vColumns, uColumns, bHidden, dV, dU, dbHidden, dNext] {
      lanes.deallocate()
    }
    for lanes in [hidden, dActivation] { lanes.deallocate() }
    dLogits.deallocate()
  }

  package var parameters: RNNParameters {
    func rows(_ lanes: Lanes, _ count: Int) -> Matrix {
      Matrix(rows: (0..<count).map { (lanes + $0 * height).vector(hiddenSize) })
    }
    return RNNParameters(
      U: rows(uColumns, vocabularySize).transposed, V: rows(vColumns, hiddenSize).transposed,
      W: output.weights, bHidden: bHidden.vector(hiddenSize), bOutput: output.biases)
  }

  /// Makes room for a sequence.
  func reserve(_ steps: Int) {
    guard steps > capacity else { return }
    hidden.deallocate()
    dActivation.deallocate()
    dLogits.deallocate()
    hidden = .zeros((steps + 1) * height)
    dActivation = .zeros(steps * height)
    dLogits = .allocate(capacity: steps * vocabularySize)
    capacity = steps
  }
}
