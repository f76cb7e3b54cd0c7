package import Recurrent

extension GRUEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run.
  package func backward(_ example: Example) {
    dX.clear(vocabularySize * sumHeight)
    dxBias.clear(sumHeight)
    dRecurrentBias.clear(height)
    output.clearGradients()
    dHidden.clear(height)
    let steps = example.inputs.count
    for t in (0..<steps).reversed() { step(t, token: example.inputs[t]) }
    squareOfdH = dH.setSum(
      ofErrors: dSums, states: hidden, stateHeight: height, steps: steps)
  }

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    // dHidden holds what flows in from the next step; the logits' share joins it.
    output.backward(
      hidden + (t + 1) * height, dLogits + t * vocabularySize, addingTo: dHidden)
    let before = hidden + t * height
    let sums = sums + t * sumHeight
    let dSums = dSums + t * sumHeight
    let candidate = candidates + t * height
    let dX = dX + token * sumHeight
    let gates = 2 * height
    let one = Lane(repeating: 1)
    for k in 0..<height {
      let (r, z, q, n) = (sums[k], sums[height + k], sums[gates + k], candidate[k])
      let dh = dHidden[k]
      let dn = dh * (one - z) * (one - n * n)
      let dr = dn * q * r * (one - r)
      let dz = dh * (before[k] - n) * z * (one - z)
      let dq = dn * r
      dSums[k] = dr
      dSums[height + k] = dz
      dSums[gates + k] = dq
      dX[k] += dr
      dX[height + k] += dz
      dX[gates + k] += dn
      dxBias[k] += dr
      dxBias[height + k] += dz
      dxBias[gates + k] += dn
      dRecurrentBias[k] += dq
      // The straight way past the step.
      dHidden[k] = dh * z
    }
    // The first step's state is a constant zero: nothing flows past it.
    guard t > 0 else { return }
    hWeights.addTransposedProduct(with: dSums, to: dHidden.scalars)
  }

  /// Clips by the global norm and steps down the gradient.
  package func update(learningRate: Double, maximumNorm: Double) {
    let table = vocabularySize * sumHeight
    let gates = 2 * height
    // A gate's gradient counts for each of its two biases.
    let square =
      squareOfdH + dX.sumOfSquares(table) + dxBias.sumOfSquares(sumHeight)
      + dxBias.sumOfSquares(gates) + dRecurrentBias.sumOfSquares(height) + output.sumOfSquares
    let factor = -min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    hWeights.add(dH, times: factor)
    xColumns.add(dX, times: factor, table)
    xBias.add(dxBias, times: factor, sumHeight)
    hBias.add(dxBias, times: factor, gates)
    (hBias + gates).add(dRecurrentBias, times: factor, height)
    output.step(factor)
  }
}
