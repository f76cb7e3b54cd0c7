import Recurrent

extension RNNEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run.
  func backward(_ example: Example) {
    dU.clear(vocabularySize * height)
    dW.clear(vocabularySize * height)
    dbHidden.clear(height)
    for c in 0..<vocabularySize { dbOutput[c] = 0 }
    dNext.clear(height)
    let steps = example.inputs.count
    for t in (0..<steps).reversed() { step(t, token: example.inputs[t]) }
    sumOverTime(steps)
  }

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    let hidden = hidden + (t + 1) * height
    let dActivation = dActivation + t * height
    // dNext holds what flows in from the next step; the logits' share joins it.
    for c in 0..<vocabularySize {
      let d = dLogits[t * vocabularySize + c]
      dbOutput[c] += d
      (dW + c * height).add(hidden, times: d, height)
      dNext.add(wRows + c * height, times: d, height)
    }
    let one = Lane(repeating: 1)
    let dU = dU + token * height
    for k in 0..<height {
      let d = dNext[k] * (one - hidden[k] * hidden[k])
      dActivation[k] = d
      dbHidden[k] += d
      dU[k] += d
      dNext[k] = .zero
    }
    // The first step's state is a constant zero: nothing flows past it.
    if t > 0 {
      dNext.add(columns: vRows, of: height, times: dActivation.scalars, count: hiddenSize)
    }
  }

  /// dV = Σₜ dₜ ⊗ h_{t−1}, column by column, so that a column stays in registers while time passes.
  @inline(__always)
  private func sumOverTime(_ steps: Int) {
    let states = hidden.scalars
    let width = height * 8
    for j in 0..<hiddenSize {
      let column = dV + j * height
      var k = 0
      // h₋₁ = 0: the sums begin with the second step.
      while k + 4 <= height {
        var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        for t in 1..<max(1, steps) {
          let factor = Lane(repeating: states[t * width + j])
          let source = dActivation + (t * height + k)
          a.addProduct(source[0], factor)
          b.addProduct(source[1], factor)
          c.addProduct(source[2], factor)
          d.addProduct(source[3], factor)
        }
        (column[k], column[k + 1], column[k + 2], column[k + 3]) = (a, b, c, d)
        k += 4
      }
      while k < height {
        var sum = Lane.zero
        for t in 1..<max(1, steps) {
          sum.addProduct(dActivation[t * height + k], Lane(repeating: states[t * width + j]))
        }
        column[k] = sum
        k += 1
      }
    }
  }

  /// Clips by the global norm and steps down the gradient.
  func update(learningRate: Double, maximumNorm: Double) {
    let matrix = hiddenSize * height
    let table = vocabularySize * height
    var square =
      dV.sumOfSquares(matrix) + dU.sumOfSquares(table) + dW.sumOfSquares(table)
      + dbHidden.sumOfSquares(height)
    for c in 0..<vocabularySize { square += dbOutput[c] * dbOutput[c] }
    let factor = -min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    vColumns.add(dV, times: factor, matrix)
    uColumns.add(dU, times: factor, table)
    wRows.add(dW, times: factor, table)
    bHidden.add(dbHidden, times: factor, height)
    for c in 0..<vocabularySize { bOutput[c] += factor * dbOutput[c] }
    transpose()
  }

  /// Keeps the second copy of V in step with the first.
  private func transpose() {
    let width = height * 8
    let from = vColumns.scalars, to = vRows.scalars
    for i in 0..<hiddenSize {
      let row = to + i * width
      for j in 0..<hiddenSize { row[j] = from[j * width + i] }
    }
  }
}
