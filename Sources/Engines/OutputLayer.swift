package import Recurrent

/// From a hidden state to the loss and back: logits = W h + b, softmax and cross-entropy, with the
/// gradients of W and b.
///
/// Shared by the engines; a hidden state is `height` lanes.
package final class OutputLayer {
  package let hiddenSize: Int
  let vocabularySize: Int
  let height: Int
  /// W by rows.
  private let rows: Lanes, bias: UnsafeMutablePointer<Double>
  private let dRows: Lanes, dBias: UnsafeMutablePointer<Double>

  init(_ W: Matrix, _ b: Vector) {
    hiddenSize = W.columns
    vocabularySize = W.rows
    height = (hiddenSize + 7) / 8
    rows = .zeros(vocabularySize * height)
    dRows = .zeros(vocabularySize * height)
    bias = .allocate(capacity: vocabularySize)
    dBias = .allocate(capacity: vocabularySize)
    dBias.initialize(repeating: 0, count: vocabularySize)
    for c in 0..<vocabularySize {
      (rows + c * height).fill(W.row(c))
      bias[c] = b[c]
    }
  }

  deinit {
    for lanes in [rows, dRows] { lanes.deallocate() }
    for numbers in [bias, dBias] { numbers.deallocate() }
  }

  package var weights: Matrix { matrix(rows) }

  package var biases: Vector { Vector((0..<vocabularySize).map { bias[$0] }) }

  package var weightGradient: Matrix { matrix(dRows) }

  package var biasGradient: Vector { Vector((0..<vocabularySize).map { dBias[$0] }) }

  private func matrix(_ rows: Lanes) -> Matrix {
    Matrix(
      rows: (0..<vocabularySize).map { c in
        Vector((0..<hiddenSize).map { (rows + c * height).scalars[$0] })
      })
  }

  /// W h + b, V numbers.
  func logits(_ hidden: Lanes) -> Vector {
    Vector(
      (0..<vocabularySize).map { c in
        let row = rows + c * height
        var sums = row[0] * hidden[0]
        for k in 1..<height { sums.addProduct(row[k], hidden[k]) }
        return sums.sum() + bias[c]
      })
  }

  /// Leaves softmax(logits) − one-hot target in `dLogits`.
  ///
  /// - Returns: the step's loss, nats.
  @inline(__always)
  func loss(_ hidden: Lanes, target: Int, _ dLogits: UnsafeMutablePointer<Double>) -> Double {
    var maximum = -Double.infinity
    for c in 0..<vocabularySize {
      let row = rows + c * height
      var sums = row[0] * hidden[0]
      for k in 1..<height { sums.addProduct(row[k], hidden[k]) }
      dLogits[c] = sums.sum() + bias[c]
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

  /// Where the gradients of a sequence begin.
  func clearGradients() {
    dRows.clear(vocabularySize * height)
    for c in 0..<vocabularySize { dBias[c] = 0 }
  }

  /// Adds one step's share to the gradients, and Wᵀ dLogits to `dHidden`.
  @inline(__always)
  package func backward(
    _ hidden: Lanes, _ dLogits: UnsafeMutablePointer<Double>, addingTo dHidden: Lanes
  ) {
    for c in 0..<vocabularySize {
      let d = dLogits[c]
      dBias[c] += d
      (dRows + c * height).add(hidden, times: d, height)
      dHidden.add(rows + c * height, times: d, height)
    }
  }

  /// Of both gradients together.
  var sumOfSquares: Double {
    var sum = dRows.sumOfSquares(vocabularySize * height)
    for c in 0..<vocabularySize { sum += dBias[c] * dBias[c] }
    return sum
  }

  /// parameters += factor · gradients.
  func step(_ factor: Double) {
    rows.add(dRows, times: factor, vocabularySize * height)
    for c in 0..<vocabularySize { bias[c] += factor * dBias[c] }
  }
}
