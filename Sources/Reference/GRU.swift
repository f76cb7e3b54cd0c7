public import Recurrent
import Trainers

// 07 GRU.   T steps, H hidden size, V vocabulary size.

/// 07.1 – orthogonal weights, drawn in the order xr, xz, xn, hr, hz, hn, v; zero biases.
public func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  func fromInput() -> Matrix { orthogonal(random.normal(hiddenSize, vocabularySize)) }
  func fromHidden() -> Matrix { orthogonal(random.normal(hiddenSize, hiddenSize)) }
  let zero = Vector(zeros: hiddenSize)
  return GRUParameters(
    Wxr: fromInput(), Wxz: fromInput(), Wxn: fromInput(), Whr: fromHidden(), Whz: fromHidden(),
    Whn: fromHidden(), Wv: orthogonal(random.normal(vocabularySize, hiddenSize)), bxr: zero,
    bxz: zero, bxn: zero, bhr: zero, bhz: zero, bhn: zero, bv: Vector(zeros: vocabularySize))
}

/// 07.2 – one step: two gates, a candidate, and the new state between the old one and the candidate.
public func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let r = try sigmoid(p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let q = p.Whn * hidden + p.bhn
  let n = try tanh(p.Wxn.column(token) + p.bxn + r * q)
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: q, candidate: n,
    hidden: (1 - z) * n + z * hidden)
}

/// 07.3 – the whole sequence, T steps.
public func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  var trace = GRUTrace(inputs: inputs, initialHidden: initialHidden)
  var hidden = initialHidden
  for token in inputs {
    let step = try gruStep(token, hidden: hidden, parameters: parameters)
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * step.hidden + parameters.bv)
    hidden = step.hidden
  }
  return trace
}

/// 07.4 – the gradient of the summed cross-entropy, from the last step to the first.
///
/// - Source: derived from the equations; Cho et al. 2014 do not print it.
public func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var gradients = p.zeros
  var dHiddenNext = Vector(zeros: p.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let (r, z, q, n) = (step.resetGate, step.updateGate, step.recurrentTerm, step.candidate)
    let previousHidden = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)

    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.Wv.addOuter(dLogits, step.hidden)
    gradients.bv += dLogits

    let dHidden = p.Wv.transposedProduct(dLogits) + dHiddenNext

    // By what went into each activation; r, z and n are values, their slopes follow from them.
    let dn = dHidden * (1 - z) * (1 - n * n)
    let dz = dHidden * (previousHidden - n) * z * (1 - z)
    let dr = dn * q * r * (1 - r)
    // Behind the reset gate, where h′ comes in.
    let dq = dn * r
    gradients.Wxr.addOuter(dr, x)
    gradients.Wxz.addOuter(dz, x)
    gradients.Wxn.addOuter(dn, x)
    gradients.Whr.addOuter(dr, previousHidden)
    gradients.Whz.addOuter(dz, previousHidden)
    gradients.Whn.addOuter(dq, previousHidden)
    gradients.bxr += dr
    gradients.bxz += dz
    gradients.bxn += dn
    gradients.bhr += dr
    gradients.bhz += dz
    gradients.bhn += dq

    // h′ has four ways on: past everything, and through three matrices.
    dHiddenNext =
      dHidden * z + p.Whr.transposedProduct(dr) + p.Whz.transposedProduct(dz)
      + p.Whn.transposedProduct(dq)
  }
  return (gradients, dHiddenNext)
}

/// 07.5 – per epoch: the validation loss, then one update per training sequence in order.
///
/// Runs on ``GRUTrainer``, which does the same arithmetic in place; a test holds the two together.
public func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let trainer = GRUTrainer(parameters)
  trainer.train(
    on: training, validation: validation, epochs: epochs, learningRate: learningRate,
    maximumNorm: maximumNorm, log: &log)
  parameters = trainer.parameters
}
