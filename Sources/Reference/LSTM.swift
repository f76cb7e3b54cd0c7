public import Recurrent
import Trainers

// 04 LSTM.   T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// 04.1 – orthogonal weights, drawn in the order f, i, g, o, v; zero biases.
public func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  func gate() -> Matrix { orthogonal(random.normal(hiddenSize, hiddenSize + vocabularySize)) }
  let zero = Vector(zeros: hiddenSize)
  return LSTMParameters(
    Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(),
    Wv: orthogonal(random.normal(vocabularySize, hiddenSize)), bf: zero, bi: zero, bg: zero,
    bo: zero, bv: Vector(zeros: vocabularySize))
}

/// 04.2 – one step: three gates, a candidate, the new cell and the new hidden state.
public func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  let f = try sigmoid(p.Wf * z + p.bf)
  let i = try sigmoid(p.Wi * z + p.bi)
  let g = try tanh(p.Wg * z + p.bg)
  let o = try sigmoid(p.Wo * z + p.bo)
  let c = f * cell + i * g
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: o * (try tanh(c)))
}

/// 04.3 – the whole sequence, T steps.
public func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  var (hidden, cell) = (initialHidden, initialCell)
  for token in inputs {
    let step = try lstmStep(token, hidden: hidden, cell: cell, parameters: parameters)
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * step.hidden + parameters.bv)
    hidden = step.hidden
    cell = step.cell
  }
  return trace
}

/// 04.4 – the gradient of the summed cross-entropy, from the last step to the first.
///
/// - Source: Gers, Schmidhuber and Cummins 2000, with the gradient in full (nothing truncated).
public func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var gradients = p.zeros
  var dHiddenNext = Vector(zeros: p.hiddenSize)
  var dCellNext = Vector(zeros: p.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
    let previousHidden = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let previousCell = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = previousHidden.concatenated(
      with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let tanhCell = try tanh(step.cell)

    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.Wv.addOuter(dLogits, step.hidden)
    gradients.bv += dLogits

    // Two ways lead into h_t, and two into c_t.
    let dHidden = p.Wv.transposedProduct(dLogits) + dHiddenNext
    let dCell = dHidden * o * (1 - tanhCell * tanhCell) + dCellNext

    // By what went into each activation; f, i, g and o are values, their slopes follow from them.
    let df = dCell * previousCell * f * (1 - f)
    let di = dCell * g * i * (1 - i)
    let dg = dCell * i * (1 - g * g)
    let `do` = dHidden * tanhCell * o * (1 - o)
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
    dHiddenNext = Vector(dz.prefix(p.hiddenSize))
    dCellNext = dCell * f
  }
  return (gradients, dHiddenNext, dCellNext)
}

/// 04.5 – per epoch: the validation loss, then one update per training sequence in order.
///
/// Runs on ``LSTMTrainer``, which does the same arithmetic in place; a test holds the two together.
public func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let trainer = LSTMTrainer(parameters)
  trainer.train(
    on: training, validation: validation, epochs: epochs,
    learningRate: learningRate, maximumNorm: maximumNorm, log: &log)
  parameters = trainer.parameters
}

/// 04.6 – what is impossible about a trace, whatever the weights; `nil` where nothing is.
///
/// Lengths come first, so that no index can be out of range; ranges are asked so that NaN loses.
public func complaint(
  about trace: LSTMTrace, hiddenSize: Int, vocabularySize: Int
) throws -> String? {
  let length = trace.inputs.count
  if length == 0 { return "no inputs" }
  if !trace.inputs.allSatisfy({ (0..<vocabularySize).contains($0) }) {
    return "a token is not in 0..<\(vocabularySize)"
  }
  if trace.steps.count != length { return "\(trace.steps.count) steps for \(length) tokens" }
  if trace.logits.count != length { return "\(trace.logits.count) logits for \(length) tokens" }
  for (name, start) in [("hidden", trace.initialHidden), ("cell", trace.initialCell)] {
    if start.count != hiddenSize { return "initial \(name): \(start.count) numbers" }
    if !start.allSatisfy(\.isFinite) { return "initial \(name): not finite" }
  }
  var before = trace.initialCell
  for (t, step) in trace.steps.enumerated() {
    let bounded = [
      ("forgetGate", step.forgetGate, 0.0), ("inputGate", step.inputGate, 0),
      ("outputGate", step.outputGate, 0), ("candidate", step.candidate, -1),
      ("hidden", step.hidden, -1),
    ]
    for (name, vector, low) in bounded {
      if vector.count != hiddenSize { return "\(name) at step \(t): \(vector.count) numbers" }
      if !vector.allSatisfy({ (low...1).contains($0) }) {
        return "\(name) at step \(t): not within \(low == 0 ? "0" : "−1") … 1"
      }
    }
    if step.cell.count != hiddenSize { return "cell at step \(t): \(step.cell.count) numbers" }
    // f ≤ 1, i ≤ 1 and |g| ≤ 1; at the bound, rounding may carry a cell over it.
    if !zip(step.cell, before).allSatisfy({ abs($0) <= abs($1) + 1 + 1e-9 }) {
      return "cell at step \(t): more than 1 from where it was"
    }
    if trace.logits[t].count != vocabularySize {
      return "logits at step \(t): \(trace.logits[t].count) numbers"
    }
    if !trace.logits[t].allSatisfy(\.isFinite) { return "logits at step \(t): not finite" }
    before = step.cell
  }
  return nil
}
