import Recurrent

/// The buffers and loops of ``RNNTrainer``.
///
/// Weights are kept by columns, padded to whole lanes, so that `V h′` is a sum of columns and a token's
/// `U x` is one column; the padding stays zero throughout.
final class RNNEngine {
  let hiddenSize: Int
  let vocabularySize: Int
  /// Lanes of a hidden state.
  let height: Int

  /// V by columns; its transpose by columns, for the way back; U by columns; W by rows.
  let vColumns: Lanes, vRows: Lanes, uColumns: Lanes, wRows: Lanes
  let bHidden: Lanes, bOutput: UnsafeMutablePointer<Double>
  let dV: Lanes, dU: Lanes, dW: Lanes, dbHidden: Lanes, dbOutput: UnsafeMutablePointer<Double>
  let dNext: Lanes

  /// One sequence: the states, one more than steps; the gradients of activations and of logits.
  private(set) var hidden: Lanes, dActivation: Lanes, dLogits: UnsafeMutablePointer<Double>
  private var capacity = 0

  init(_ parameters: RNNParameters) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    height = (hiddenSize + 7) / 8
    vColumns = .zeros(hiddenSize * height)
    vRows = .zeros(hiddenSize * height)
    uColumns = .zeros(vocabularySize * height)
    wRows = .zeros(vocabularySize * height)
    bHidden = .zeros(height)
    bOutput = .allocate(capacity: vocabularySize)
    dV = .zeros(hiddenSize * height)
    dU = .zeros(vocabularySize * height)
    dW = .zeros(vocabularySize * height)
    dbHidden = .zeros(height)
    dbOutput = .allocate(capacity: vocabularySize)
    dNext = .zeros(height)
    hidden = .zeros(0)
    dActivation = .zeros(0)
    dLogits = .allocate(capacity: 1)

    for j in 0..<hiddenSize {
      (vColumns + j * height).fill(parameters.V.column(j))
      (vRows + j * height).fill(parameters.V.row(j))
    }
    for token in 0..<vocabularySize {
      (uColumns + token * height).fill(parameters.U.column(token))
      (wRows + token * height).fill(parameters.W.row(token))
      bOutput[token] = parameters.bOutput[token]
    }
    bHidden.fill(parameters.bHidden)
  }

  deinit {
    for lanes in [vColumns, vRows, uColumns, wRows, bHidden, dV, dU, dW, dbHidden, dNext] {
      lanes.deallocate()
    }
    for lanes in [hidden, dActivation] { lanes.deallocate() }
    for numbers in [bOutput, dbOutput, dLogits] { numbers.deallocate() }
  }

  var parameters: RNNParameters {
    func vector(_ lanes: Lanes) -> Vector { Vector((0..<hiddenSize).map { lanes.scalars[$0] }) }
    func rows(_ lanes: Lanes, _ count: Int) -> Matrix {
      Matrix(rows: (0..<count).map { vector(lanes + $0 * height) })
    }
    return RNNParameters(
      U: rows(uColumns, vocabularySize).transposed, V: rows(vColumns, hiddenSize).transposed,
      W: rows(wRows, vocabularySize), bHidden: vector(bHidden),
      bOutput: Vector((0..<vocabularySize).map { bOutput[$0] }))
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
