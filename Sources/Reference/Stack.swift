public import Recurrent

// 09 Deep and bidirectional.   T steps, D numbers of an input, H hidden size, C classes;
// z = [h′; x], H + D.

/// 09.1 – an LSTM over a sequence of vectors, from zeros.
public func layerForward(_ inputs: [Vector], parameters p: LSTMLayer) throws -> LayerTrace {
  try check(inputs, of: p.inputSize)
  var trace = LayerTrace(inputs: inputs)
  var (hidden, cell) = (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
  for x in inputs {
    let z = hidden.concatenated(with: x)
    let f = try sigmoid(p.Wf * z + p.bf)
    let i = try sigmoid(p.Wi * z + p.bi)
    let g = try tanh(p.Wg * z + p.bg)
    let o = try sigmoid(p.Wo * z + p.bo)
    cell = f * cell + i * g
    hidden = o * (try tanh(cell))
    trace.steps.append(
      LSTMStep(
        forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: cell, hidden: hidden))
  }
  return trace
}

/// 09.2 – both directions over the same inputs: the reverse layer's inputs are turned round, and so
/// are its outputs.
///
/// - Source: Schuster and Paliwal 1997; Graves and Schmidhuber 2005 with LSTM layers.
public func levelForward(_ inputs: [Vector], parameters p: Level) throws -> LevelTrace {
  let forward = try layerForward(inputs, parameters: p.forward)
  let zero = Vector(zeros: p.hiddenSize)
  var trace = LevelTrace(
    forward: forward, outputs: forward.outputs, finalHidden: forward.outputs.last ?? zero)
  guard let layer = p.reverse else { return trace }
  let reverse = try layerForward(inputs.reversed(), parameters: layer)
  trace.reverse = reverse
  trace.outputs = zip(forward.outputs, reverse.outputs.reversed())
    .map { $0.concatenated(with: $1) }
  trace.finalHidden = trace.finalHidden.concatenated(with: reverse.outputs.last ?? zero)
  return trace
}

/// 09.3 – tokens into the lowest level, each level's outputs into the next, the highest level's into
/// the logits.
public func stackForward(_ inputs: [Int], parameters p: StackParameters) throws -> StackTrace {
  var trace = StackTrace(inputs: inputs)
  var x = try inputs.map { try oneHot($0, size: p.vocabularySize) }
  for level in p.levels {
    let levelTrace = try levelForward(x, parameters: level)
    trace.levels.append(levelTrace)
    x = levelTrace.outputs
  }
  trace.logits = x.map { p.Wv * $0 + p.bv }
  return trace
}

/// 09.4 – the gradient of any function of a layer's outputs whose own gradient there is `dOutputs`.
///
/// - Parameter dOutputs: T vectors of H.
/// - Returns: the parameters' gradient, and T vectors of D, the inputs'.
public func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters p: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  try check(trace.inputs, of: p.inputSize)
  try check(dOutputs, of: p.hiddenSize)
  guard trace.steps.count == trace.inputs.count, dOutputs.count == trace.inputs.count else {
    throw StackError(
      description: "\(trace.inputs.count) inputs need as many steps and gradients")
  }
  let zero = Vector(zeros: p.hiddenSize)
  var gradients = p.zeros
  var dInputs = trace.inputs
  var (dHiddenNext, dCellNext) = (zero, zero)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
    let previousCell = t > 0 ? trace.steps[t - 1].cell : zero
    let z = (t > 0 ? trace.steps[t - 1].hidden : zero).concatenated(with: trace.inputs[t])
    let tanhCell = try tanh(step.cell)

    let dHidden = dOutputs[t] + dHiddenNext
    let dCell = dHidden * o * (1 - tanhCell * tanhCell) + dCellNext
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

    // z is the state and, below it, the input: the one half goes back in time, the other down.
    let dz =
      p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di) + p.Wg.transposedProduct(dg)
      + p.Wo.transposedProduct(`do`)
    dHiddenNext = Vector(dz.prefix(p.hiddenSize))
    dInputs[t] = Vector(dz.dropFirst(p.hiddenSize))
    dCellNext = dCell * f
  }
  return (gradients, dInputs)
}

/// 09.5 – the gradient of a level: each direction gets its half of `dOutputs`, and the inputs get
/// the sum of what both hand down.
///
/// - Parameter dOutputs: T vectors of H or 2H, in the order of time.
/// - Returns: the parameters' gradient, and T vectors of D in the order of time, the inputs'.
public func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters p: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  try check(dOutputs, of: p.outputSize)
  let size = p.hiddenSize
  let forward = try layerBackward(
    trace.forward, dOutputs: dOutputs.map { Vector($0.prefix(size)) }, parameters: p.forward)
  guard let layer = p.reverse, let read = trace.reverse else {
    return (Level(forward: forward.gradients, reverse: p.reverse?.zeros), forward.dInputs)
  }
  let reverse = try layerBackward(
    read, dOutputs: dOutputs.reversed().map { Vector($0.dropFirst(size)) }, parameters: layer)
  return (
    Level(forward: forward.gradients, reverse: reverse.gradients),
    zip(forward.dInputs, reverse.dInputs.reversed()).map { $0 + $1 }
  )
}

/// 09.6 – the gradient of any function of the logits whose own gradient there is `dLogits`, from the
/// highest level to the tokens.
///
/// - Parameter dLogits: T vectors of C.
/// - Returns: the parameters' gradient, and T vectors of V, the one-hot inputs'.
public func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters p: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  try check(dLogits, of: p.classes)
  guard trace.levels.count == p.levels.count, let top = trace.levels.last,
    dLogits.count == top.outputs.count
  else {
    throw StackError(
      description: "a stack of \(p.levels.count) levels needs a trace and gradients that fit it")
  }
  var gradients = p.zeros
  for (d, output) in zip(dLogits, top.outputs) {
    gradients.Wv.addOuter(d, output)
    gradients.bv += d
  }
  var d = dLogits.map { p.Wv.transposedProduct($0) }
  for k in p.levels.indices.reversed() {
    let result = try levelBackward(trace.levels[k], dOutputs: d, parameters: p.levels[k])
    gradients.levels[k] = result.gradients
    d = result.dInputs
  }
  return (gradients, d)
}

/// Why vectors do not fit a layer.
public struct StackError: Error, Equatable, CustomStringConvertible {
  public var description: String
}

private func check(_ vectors: [Vector], of size: Int) throws {
  if let other = vectors.first(where: { $0.count != size }) {
    throw StackError(
      description: "a vector of \(other.count) came where vectors of \(size) are read")
  }
}
