package import Recurrent

/// A GRU that is trained in place: its buffers; the loops are beside it.
///
/// What h′ is multiplied by stands above one another, r, z, n, each padded to whole lanes and all three
/// to a multiple of four: one column serves them all, which is what the reset gate's place behind the
/// product is good for. What x is multiplied by has the same order.
package final class GRUEngine {
  let hiddenSize: Int
  let vocabularySize: Int
  /// Lanes of a hidden state, and of the three blocks together.
  let height: Int, sumHeight: Int

  /// The weights that meet h′; those that meet x, by columns; the biases of both.
  let hWeights: TiledMatrix, xColumns: Lanes, xBias: Lanes, hBias: Lanes
  /// The two biases of a gate have one gradient; only the candidate's differ.
  let dH: TiledMatrix, dX: Lanes, dxBias: Lanes, dRecurrentBias: Lanes
  let dHidden: Lanes
  let output: OutputLayer

  /// Of one sequence: states, one more than steps; per step r, z and q in one run, the candidates, the
  /// gradients of what the product with h′ gave, and those of the logits.
  private(set) var hidden: Lanes, sums: Lanes, candidates: Lanes, dSums: Lanes
  private(set) var dLogits: UnsafeMutablePointer<Double>
  /// ‖dH‖², known as soon as dH is.
  var squareOfdH = 0.0
  private var capacity = 0

  package init(_ parameters: GRUParameters) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    height = (hiddenSize + 7) / 8
    sumHeight = (3 * height + 3) / 4 * 4
    hWeights = TiledMatrix(height: sumHeight, columns: hiddenSize)
    xColumns = .zeros(vocabularySize * sumHeight)
    xBias = .zeros(sumHeight)
    hBias = .zeros(sumHeight)
    dH = TiledMatrix(height: sumHeight, columns: hiddenSize)
    dX = .zeros(vocabularySize * sumHeight)
    dxBias = .zeros(sumHeight)
    dRecurrentBias = .zeros(height)
    dHidden = .zeros(height)
    output = OutputLayer(parameters.Wv, parameters.bv)
    hidden = .zeros(0)
    sums = .zeros(0)
    candidates = .zeros(0)
    dSums = .zeros(0)
    dLogits = .allocate(capacity: 1)
    load(parameters)
  }

  deinit {
    for matrix in [hWeights, dH] { matrix.deallocate() }
    for lanes in [xColumns, xBias, hBias, dX, dxBias, dRecurrentBias, dHidden] {
      lanes.deallocate()
    }
    for lanes in [hidden, sums, candidates, dSums] { lanes.deallocate() }
    dLogits.deallocate()
  }

  private func load(_ p: GRUParameters) {
    let blocks = [
      (p.Wxr, p.Whr, p.bxr, p.bhr), (p.Wxz, p.Whz, p.bxz, p.bhz), (p.Wxn, p.Whn, p.bxn, p.bhn),
    ]
    for (block, (fromInput, fromHidden, besideInput, besideHidden)) in blocks.enumerated() {
      let offset = block * height
      hWeights.setBlock(offset, fromHidden)
      for token in 0..<vocabularySize {
        (xColumns + token * sumHeight + offset).fill(fromInput.column(token))
      }
      (xBias + offset).fill(besideInput)
      (hBias + offset).fill(besideHidden)
    }
  }

  package var parameters: GRUParameters {
    func fromInput(_ block: Int) -> Matrix {
      Matrix(
        rows: (0..<vocabularySize).map {
          (xColumns + $0 * sumHeight + block * height).vector(hiddenSize)
        }
      ).transposed
    }
    func fromHidden(_ block: Int) -> Matrix { hWeights.block(block * height, rows: hiddenSize) }
    func bias(_ lanes: Lanes, _ block: Int) -> Vector {
      (lanes + block * height).vector(hiddenSize)
    }
    return GRUParameters(
      Wxr: fromInput(0), Wxz: fromInput(1), Wxn: fromInput(2), Whr: fromHidden(0),
      Whz: fromHidden(1), Whn: fromHidden(2), Wv: output.weights, bxr: bias(xBias, 0),
      bxz: bias(xBias, 1), bxn: bias(xBias, 2), bhr: bias(hBias, 0), bhz: bias(hBias, 1),
      bhn: bias(hBias, 2), bv: output.biases)
  }

  /// Makes room for a sequence.
  func reserve(_ steps: Int) {
    guard steps > capacity else { return }
    for lanes in [hidden, sums, candidates, dSums] { lanes.deallocate() }
    dLogits.deallocate()
    hidden = .zeros((steps + 1) * height)
    sums = .zeros(steps * sumHeight)
    candidates = .zeros(steps * height)
    dSums = .zeros(steps * sumHeight)
    dLogits = .allocate(capacity: steps * vocabularySize)
    capacity = steps
  }
}
