// exercise: 04.4
// is: wrong
// cause: What is carried to the cell before is only the share that came through this step's hidden state, times f; what came from later steps through the cell is not handed on.
// named: \bdc|cell|memory
// named: carry|carried|hand|later|next|through|back
// named: one step|single step|later|further|beyond|own (share|hidden)|through the hidden|only (the )?(share|part|what)|without (what|the) .*(carr|later|next)|incomplete|not (yet )?complete|truncat|before .*(added|carry)
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var gradients = p.zeros
  var dHiddenNext = Vector(zeros: p.hiddenSize)
  var dCellNext = Vector(zeros: p.hiddenSize)
  let hiddens = [trace.initialHidden] + trace.steps.map(\.hidden)
  let cells = [trace.initialCell] + trace.steps.map(\.cell)

  for t in trace.steps.indices.reversed() {
    let (f, i) = (trace.steps[t].forgetGate, trace.steps[t].inputGate)
    let (g, o) = (trace.steps[t].candidate, trace.steps[t].outputGate)
    let z = hiddens[t].concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let squashed = try tanh(cells[t + 1])

    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.Wv += dLogits.outer(hiddens[t + 1])
    gradients.bv += dLogits

    let dHidden = p.Wv.transposedProduct(dLogits) + dHiddenNext
    let throughHidden = dHidden * o * (1 - squashed * squashed)
    let dCell = throughHidden + dCellNext

    let da = [
      dCell * cells[t] * f * (1 - f), dCell * g * i * (1 - i), dCell * i * (1 - g * g),
      dHidden * squashed * o * (1 - o),
    ]
    gradients.Wf += da[0].outer(z)
    gradients.Wi += da[1].outer(z)
    gradients.Wg += da[2].outer(z)
    gradients.Wo += da[3].outer(z)
    gradients.bf += da[0]
    gradients.bi += da[1]
    gradients.bg += da[2]
    gradients.bo += da[3]

    let dz = zip([p.Wf, p.Wi, p.Wg, p.Wo], da).map { $0.transposedProduct($1) }
    dHiddenNext = Vector((dz[0] + dz[1] + dz[2] + dz[3]).prefix(p.hiddenSize))
    dCellNext = throughHidden * f
  }
  return (gradients, dHiddenNext, dCellNext)
}
