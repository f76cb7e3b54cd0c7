package import Recurrent

extension RNNEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run.
  package func backward(_ example: Example) {
    dU.clear(vocabularySize * height)
    dbHidden.clear(height)
    output.clearGradients()
    dNext.clear(height)
    let steps = example.inputs.count
    for t in (0..<steps).reversed() { step(t, token: example.inputs[t]) }
    squareOfdV = dV.setColumns(
      toSumOf: dActivation, of: height, times: hidden, of: height, count: hiddenSize, steps: steps)
  }

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    let hidden = hidden + (t + 1) * height
    let dActivation = dActivation + t * height
    // dNext holds what flows in from the next step; the logits' share joins it.
    output.backward(hidden, dLogits + t * vocabularySize, addingTo: dNext)
    let one = Lane(repeating: 1)
    let dU = dU + token * height
    for k in 0..<height {
      let d = dNext[k] * (one - hidden[k] * hidden[k])
      dActivation[k] = d
      dbHidden[k] += d
      dU[k] += d
    }
    // The first step's state is a constant zero: nothing flows past it.
    if t > 0 {
      dNext.setProducts(columns: vColumns, of: height, with: dActivation, count: hiddenSize)
    }
  }

  /// Clips by the global norm and steps down the gradient.
  package func update(learningRate: Double, maximumNorm: Double) {
    let matrix = hiddenSize * height
    let table = vocabularySize * height
    let square =
      squareOfdV + dU.sumOfSquares(table) + dbHidden.sumOfSquares(height)
      + output.sumOfSquares
    let factor = -min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    vColumns.add(dV, times: factor, matrix)
    uColumns.add(dU, times: factor, table)
    bHidden.add(dbHidden, times: factor, height)
    output.step(factor)
  }
}
