package import Recurrent

/// The shape of a batch and where its tokens are.
package struct BatchLayout {
  package var steps: Int
  package var size: Int
  /// One for each place: whether there is a token.
  package var isToken: [Bool]

  var places: Int { steps * size }

  package init(_ batch: Batch) {
    steps = batch.steps
    size = batch.size
    isToken = batch.mask.elements.map { $0 > 0 }
  }
}

extension RecurrentLayer {
  /// Where the states before and after a step are, in columns.
  @inline(__always)
  func slot(before t: Int, _ size: Int) -> Int { (isReversed ? t + 1 : t) * size }

  @inline(__always)
  func slot(after t: Int, _ size: Int) -> Int { (isReversed ? t : t + 1) * size }

  /// The states after each step, one column for each place.
  package func outputs(_ layout: BatchLayout) -> Lanes {
    hidden.lanes + (isReversed ? 0 : layout.size * height)
  }

  /// The memories after each step.
  package func memories(_ layout: BatchLayout) -> Lanes {
    memory.lanes + (isReversed ? 0 : layout.size * height)
  }

  /// Runs over a batch, from states and memories of zero; a sequence keeps both where it is padded.
  ///
  /// - Parameter inputs: one column for each place.
  package func forward(_ inputs: Lanes, _ layout: BatchLayout) {
    let (steps, size) = (layout.steps, layout.size)
    let hidden = hidden.zeros((steps + 1) * size * height)
    let memory = memory.zeros((steps + 1) * size * height)
    shown.zeros(layout.places * height)
    let gates = gates.zeros(layout.places * gateHeight)
    for place in 0..<layout.places {
      (gates + place * gateHeight).update(from: bias, count: gateHeight)
    }
    // What the inputs contribute does not wait for any state: one product for all steps.
    input.addProducts(with: inputs, to: gates, layout.places)
    for step in 0..<steps {
      let t = isReversed ? steps - 1 - step : step
      let (before, after) = (slot(before: t, size) * height, slot(after: t, size) * height)
      let stepGates = gates + t * size * gateHeight
      recurrent.addProducts(with: hidden + before, to: stepGates, size)
      for b in 0..<size {
        let (old, new) = (before + b * height, after + b * height)
        if layout.isToken[t * size + b] {
          activate(
            stepGates + b * gateHeight, memory + old, memory + new,
            shown.lanes + (t * size + b) * height, hidden + new)
        } else {
          (hidden + new).update(from: hidden + old, count: height)
          (memory + new).update(from: memory + old, count: height)
        }
      }
    }
  }

  /// One column of one step, from what goes into the gates.
  private func activate(
    _ gates: Lanes, _ memoryBefore: Lanes, _ memory: Lanes, _ shown: Lanes, _ hidden: Lanes
  ) {
    if cell == .elman {
      hidden.setTanh(of: gates, height)
      return
    }
    gates.applySigmoid(3 * height)
    (gates + 3 * height).applyTanh(height)
    let (f, i, o, g) = (gates, gates + height, gates + 2 * height, gates + 3 * height)
    for k in 0..<height { memory[k] = (f[k] * memoryBefore[k]).addingProduct(i[k], g[k]) }
    shown.setTanh(of: memory, height)
    for k in 0..<height { hidden[k] = o[k] * shown[k] }
  }
}
