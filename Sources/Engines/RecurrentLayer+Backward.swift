extension RecurrentLayer {
  /// The gradient of what ``forward(_:_:)`` has just run.
  ///
  /// - Parameters:
  ///   - inputs: as given to the forward pass.
  ///   - dOutputs: by the states after each step, one column for each place.
  ///   - dInputs: what the inputs' gradients are added to, one column for each place; `nil` where
  ///     nobody wants them.
  package func backward(
    _ inputs: Lanes, _ dOutputs: Lanes, addingTo dInputs: Lanes?, _ layout: BatchLayout
  ) {
    let (steps, size) = (layout.steps, layout.size)
    let dHidden = dHidden.zeros(size * height)
    dMemory.zeros(size * height)
    let dGates = dGates.zeros(layout.places * gateHeight)
    for step in 0..<steps {
      let t = isReversed ? step : steps - 1 - step
      let stepGates = dGates + t * size * gateHeight
      dHidden.add(dOutputs + t * size * height, times: 1, size * height)
      for b in 0..<size where layout.isToken[t * size + b] { differentiate(t, b, layout) }
      recurrent.addTransposedProducts(with: stepGates, to: dHidden, size)
    }
    recurrent.clearGradient()
    recurrent.addGradient(
      errors: dGates, states: hidden.lanes + slot(before: 0, size) * height, layout.places)
    input.clearGradient()
    input.addGradient(errors: dGates, states: inputs, layout.places)
    dBias.clear(gateHeight)
    for place in 0..<layout.places {
      dBias.add(dGates + place * gateHeight, times: 1, gateHeight)
    }
    if let dInputs { input.addTransposedProducts(with: dGates, to: dInputs, layout.places) }
  }

  /// One column of one step: fills its gates' gradients from `dHidden` and `dMemory`.
  ///
  /// What went through the step is taken from these two. What is there of a padded sequence went past
  /// it, and stays.
  private func differentiate(_ t: Int, _ b: Int, _ layout: BatchLayout) {
    let place = t * layout.size + b
    let dHidden = dHidden.lanes + b * height
    let dMemory = dMemory.lanes + b * height
    let d = dGates.lanes + place * gateHeight
    let one = Lane(repeating: 1)
    if cell == .elman {
      let hidden = hidden.lanes + (slot(after: t, layout.size) + b) * height
      for k in 0..<height {
        d[k] = dHidden[k] * (one - hidden[k] * hidden[k])
        dHidden[k] = .zero
      }
      return
    }
    let gates = gates.lanes + place * gateHeight
    let before = memory.lanes + (slot(before: t, layout.size) + b) * height
    let shown = shown.lanes + place * height
    for k in 0..<height {
      let (f, i, o, g) = (gates[k], gates[height + k], gates[2 * height + k], gates[3 * height + k])
      let dc = dMemory[k].addingProduct(dHidden[k] * o, one - shown[k] * shown[k])
      d[k] = dc * before[k] * f * (one - f)
      d[height + k] = dc * g * i * (one - i)
      d[2 * height + k] = dHidden[k] * shown[k] * o * (one - o)
      d[3 * height + k] = dc * i * (one - g * g)
      dMemory[k] = dc * f
      dHidden[k] = .zero
    }
  }
}
