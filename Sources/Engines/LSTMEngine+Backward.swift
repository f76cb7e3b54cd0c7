package import Recurrent

extension LSTMEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run.
  package func backward(_ example: Example) {
    backward(example) { step($0, token: $1) }
  }

  /// Goes from the last step to the first, and sums over time what the steps leave.
  ///
  /// - Parameter step: one step and its token; fills the step's `dGates`, adds to `dX`, `dBias` and
  ///   the output's gradients, and hands `dHidden` and `dCell` to the step before.
  @inline(__always)
  package func backward(_ example: Example, step: (_ t: Int, _ token: Int) -> Void) {
    dX.clear(vocabularySize * gateHeight)
    dBias.clear(gateHeight)
    output.clearGradients()
    dHidden.clear(height)
    dCell.clear(height)
    let steps = example.inputs.count
    for t in (0..<steps).reversed() { step(t, example.inputs[t]) }
    squareOfdH = dH.setSum(
      ofErrors: dGates, states: hidden, stateHeight: height, steps: steps)
  }

  @inline(__always)
  private func step(_ t: Int, token: Int) {
    // dHidden and dCell hold what flows in from the next step; the logits' share joins it.
    output.backward(
      hidden + (t + 1) * height, dLogits + t * vocabularySize, addingTo: dHidden)
    let gates = gates + t * gateHeight
    let dGates = dGates + t * gateHeight
    let cellBefore = cell + t * height
    let shown = shown + (t + 1) * height
    let one = Lane(repeating: 1)
    for k in 0..<height {
      let (f, i, o, g) =
        (gates[k], gates[height + k], gates[2 * height + k], gates[3 * height + k])
      let dc = dCell[k].addingProduct(dHidden[k] * o, one - shown[k] * shown[k])
      dGates[k] = dc * cellBefore[k] * f * (one - f)
      dGates[height + k] = dc * g * i * (one - i)
      dGates[2 * height + k] = dHidden[k] * shown[k] * o * (one - o)
      dGates[3 * height + k] = dc * i * (one - g * g)
      dCell[k] = dc * f
    }
    let dX = dX + token * gateHeight
    for k in 0..<gateHeight {
      dBias[k] += dGates[k]
      dX[k] += dGates[k]
    }
    // The first step's state is a constant zero: nothing flows past it.
    guard t > 0 else { return }
    hWeights.setTransposedProduct(with: dGates, to: dHidden.scalars)
  }

  /// Clips by the global norm and steps down the gradient.
  package func update(learningRate: Double, maximumNorm: Double) {
    let table = vocabularySize * gateHeight
    let square =
      squareOfdH + dX.sumOfSquares(table) + dBias.sumOfSquares(gateHeight)
      + output.sumOfSquares
    let factor = -min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    hWeights.add(dH, times: factor)
    xColumns.add(dX, times: factor, table)
    bias.add(dBias, times: factor, gateHeight)
    output.step(factor)
  }
}
