import Recurrent

extension FaultyEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run, as wrong as the slips make it.
  func backward(_ example: Example) {
    dxWeights.clear(vocabularySize * height * 4)
    dvRows.clear(vocabularySize * height)
    for c in 0..<vocabularySize { dvBias[c] = 0 }
    dHiddenNext.clear(height)
    dCellNext.clear(height)
    let steps = example.inputs.count
    for t in (0..<steps).reversed() {
      output(t)
      gates(t, of: steps, token: example.inputs[t])
      if t > 0 { handBack(t) }
    }
    sumOverTime(steps)
  }

  /// The logits' share: dWv and dbv, and Wvᵀ dLogits, which joins what the next step handed back.
  @inline(__always)
  private func output(_ t: Int) {
    let state = hidden + (slips.staleHidden ? t : t + 1) * height
    for c in 0..<vocabularySize {
      let d = dLogits[t * vocabularySize + c]
      dvBias[c] += d
      (dvRows + c * height).add(state, times: d, height)
      dHiddenNext.add(vRows + c * height, times: d, height)
    }
  }

  /// From dHidden to the gradients of what went into the gates, eight units at a time.
  @inline(__always)
  private func gates(_ t: Int, of steps: Int, token: Int) {
    let shownInGate = shown + (slips.staleShownCell ? t : t + 1) * height
    let shownInSlope = shown + (slips.staleCell ? t : t + 1) * height
    // The index −1 is the lab's last element.
    let previousCell = cells + (slips.earlierCell ? (t > 0 ? t - 1 : steps) : t) * height
    for k in 0..<height {
      let gates = gates + (t * height + k) * 4
      let (f, i, g, o) = (gates[0], gates[1], gates[2], gates[3])
      let dHidden = dHiddenNext[k]
      let dOutput =
        dHidden * shownInGate[k] * sigmoidSlope(slips.outputTwice ? sigmoid(o) : o)
      let value = slips.cellTwice ? tanh(shownInSlope[k]) : shownInSlope[k]
      let dCell = dCellNext[k] + dHidden * o * tanhSlope(value)
      let dCandidate = dCell * i * tanhSlope(slips.candidateTwice ? tanh(g) : g)
      let dInput = dCell * g * sigmoidSlope(slips.inputTwice ? sigmoid(i) : i)
      let dForget =
        dCell * previousCell[k] * (slips.forgetActivated ? sigmoid(f) : sigmoidSlope(f))
      let d = dGates + (k * capacity + t) * 4
      (d[0], d[1], d[2], d[3]) = (dForget, dInput, dCandidate, dOutput)
      let dx = dxWeights + (token * height + k) * 4
      for gate in 0..<4 { dx[gate] += d[gate] }
      dCellNext[k] = slips.dropsCell ? .zero : dCell * f
    }
  }

  /// The h part of Wᵀ d: a lane of partial sums for every element of h, then their sum.
  @inline(__always)
  private func handBack(_ t: Int) {
    dHiddenNext.clear(height)
    if slips.dropsHidden { return }
    dHiddenSums.clear(hiddenSize)
    for k in 0..<height {
      let d = dGates + (k * capacity + t) * 4
      let (a, b, c, e) = (d[0], d[1], d[2], d[3])
      var quad = hWeights + k * hiddenSize * 4
      for j in 0..<hiddenSize {
        let sum = (quad[0] * a).addingProduct(quad[1], b)
        let other = (quad[2] * c).addingProduct(quad[3], e)
        dHiddenSums[j] += sum + other
        quad += 4
      }
    }
    let sums = dHiddenNext.scalars
    for j in 0..<hiddenSize { sums[j] = dHiddenSums[j].sum() }
  }

  /// Σₜ dₜ ⊗ h_{t−1}, quad by quad, so that a sum stays in registers while time passes.
  @inline(__always)
  private func sumOverTime(_ steps: Int) {
    let states = hidden.scalars
    let width = height * 8
    for k in 0..<height {
      let d = dGates + k * capacity * 4
      for j in 0..<hiddenSize {
        var (a, b, c, e) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        // The first step's state is zero: its product adds nothing.
        for t in 1..<max(1, steps) {
          let h = Lane(repeating: states[t * width + j])
          let quad = d + t * 4
          a.addProduct(quad[0], h)
          b.addProduct(quad[1], h)
          c.addProduct(quad[2], h)
          e.addProduct(quad[3], h)
        }
        let sum = dhWeights + (k * hiddenSize + j) * 4
        (sum[0], sum[1], sum[2], sum[3]) = (a, b, c, e)
      }
    }
    // A step reads one token: the biases' gradient is the sum over tokens of the inputs'.
    dBiases.clear(height * 4)
    for token in 0..<vocabularySize {
      dBiases.add(dxWeights + token * height * 4, times: 1, height * 4)
    }
  }

  /// Clips by the global norm and steps down the gradient.
  func update(learningRate: Double, maximumNorm: Double) {
    let parts = [
      (hWeights, dhWeights, height * hiddenSize * 4),
      (xWeights, dxWeights, vocabularySize * height * 4), (biases, dBiases, height * 4),
      (vRows, dvRows, vocabularySize * height),
    ]
    var square = 0.0
    for (_, gradient, count) in parts { square += gradient.sumOfSquares(count) }
    for c in 0..<vocabularySize { square += dvBias[c] * dvBias[c] }
    let factor = -learningRate * min(1, maximumNorm / (square.squareRoot() + 1e-6))
    for (weights, gradient, count) in parts { weights.add(gradient, times: factor, count) }
    for c in 0..<vocabularySize { vBias[c] += factor * dvBias[c] }
  }
}

/// σ′ in terms of σ's value.
@inline(__always)
private func sigmoidSlope(_ y: Lane) -> Lane { y * (1 - y) }

/// The derivative of tanh in terms of its value.
@inline(__always)
private func tanhSlope(_ y: Lane) -> Lane { 1 - y * y }
