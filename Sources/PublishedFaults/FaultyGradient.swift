public import Recurrent

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// The backward pass of an LSTM with any of the published lab's faults in it; with none it is right.
///
/// It takes what `lstmBackward` takes and gives what it gives, so that it can stand in its place: in a
/// gradient check, or in a training loop.
public struct FaultyGradient: Sendable {
  public var faults: Set<Fault>

  public init(_ faults: Set<Fault>) { self.faults = faults }

  /// The gradient of the summed cross-entropy, as wrong as the faults make it.
  ///
  /// - Parameters:
  ///   - trace: T steps and their logits.
  ///   - targets: T tokens.
  /// - Returns: `gradients` in the shapes of the parameters, summed over the steps; the initial state
  ///   and cell, H each, get what the carries hold in the end, which is nothing where they are
  ///   dropped.
  /// - Throws: ``UnfitInput`` when the trace, the targets and the parameters do not belong together.
  public func callAsFunction(
    _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
  ) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
    try UnfitInput.check(trace, targets: targets, p)
    // As in the lab, element t is the state before step t and element t + 1 the one after it.
    let hidden = [trace.initialHidden] + trace.steps.map(\.hidden)
    let cells = [trace.initialCell] + trace.steps.map(\.cell)
    var gradients = p.zeros
    var dHiddenNext = Vector(zeros: p.hiddenSize)
    var dCellNext = Vector(zeros: p.hiddenSize)
    for t in trace.inputs.indices.reversed() {
      let step = trace.steps[t]
      let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
      var x = Vector(zeros: p.vocabularySize)
      x[trace.inputs[t]] = 1
      let z = hidden[t].concatenated(with: x)

      var dLogits = softmax(trace.logits[t])
      dLogits[targets[t]] -= 1
      gradients.Wv.addOuter(dLogits, hidden[has(.staleHidden) ? t : t + 1])
      gradients.bv += dLogits

      let dHidden = p.Wv.transposedProduct(dLogits) + dHiddenNext
      let `do` =
        dHidden * tanh(cells[has(.staleCellInOutputGate) ? t : t + 1])
        * sigmoidSlope(has(.doubledOutputGate) ? sigmoid(o) : o)
      let shown = tanh(cells[has(.staleCellInDerivative) ? t : t + 1])
      let dCell = dCellNext + dHidden * o * tanhSlope(has(.doubledCell) ? tanh(shown) : shown)
      let dg = dCell * i * tanhSlope(has(.doubledCandidate) ? tanh(g) : g)
      let di = dCell * g * sigmoidSlope(has(.doubledInputGate) ? sigmoid(i) : i)
      let df =
        dCell * cells[previousCell(t, of: cells.count)]
        * (has(.missingForgetDerivative) ? sigmoid(f) : sigmoidSlope(f))

      gradients.Wf.addOuter(df, z)
      gradients.Wi.addOuter(di, z)
      gradients.Wg.addOuter(dg, z)
      gradients.Wo.addOuter(`do`, z)
      gradients.bf += df
      gradients.bi += di
      gradients.bg += dg
      gradients.bo += `do`

      let dz =
        p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di) + p.Wg.transposedProduct(dg)
        + p.Wo.transposedProduct(`do`)
      if !has(.droppedHiddenCarry) { dHiddenNext = Vector(dz.prefix(p.hiddenSize)) }
      if !has(.droppedCellCarry) { dCellNext = dCell * f }
    }
    return (gradients, dHiddenNext, dCellNext)
  }

  private func has(_ fault: Fault) -> Bool { faults.contains(fault) }

  /// Where the cell before step t is read; an index of −1 is the last element in the lab's language.
  private func previousCell(_ t: Int, of count: Int) -> Int {
    guard has(.earlierPreviousCell) else { return t }
    return t > 0 ? t - 1 : count - 1
  }
}

// The student's own are out of reach here, and this room does without the model answers.

private func sigmoid(_ x: Vector) -> Vector {
  x.map { value in
    let e = exp(-abs(value))
    return value >= 0 ? 1 / (1 + e) : e / (1 + e)
  }
}

private func tanh(_ x: Vector) -> Vector { x.map { tanh($0) } }

/// σ′ in terms of σ's value.
private func sigmoidSlope(_ y: Vector) -> Vector { y * (1 - y) }

/// The derivative of tanh in terms of its value.
private func tanhSlope(_ y: Vector) -> Vector { 1 - y * y }

private func softmax(_ logits: Vector) -> Vector {
  let maximum = logits.max() ?? 0
  let exponentials = logits.map { exp($0 - maximum) }
  return exponentials / exponentials.sum
}
