import Engines
import Recurrent

/// An LSTM that is trained in place on a faulty gradient: forward pass, sums over time and update are
/// the right engine's, the steps backwards are not.
final class FaultyEngine {
  private let engine: LSTMEngine
  private let slips: Slips
  /// Gates that go through their activations again, and tanh of a tanh.
  private let twice: Lanes, shownTwice: Lanes

  init(_ parameters: LSTMParameters, _ faults: Set<Fault>) {
    engine = LSTMEngine(parameters)
    slips = Slips(faults)
    twice = .zeros(engine.gateHeight)
    shownTwice = .zeros(engine.height)
  }

  deinit {
    for lanes in [twice, shownTwice] { lanes.deallocate() }
  }

  /// One sequence forward, backward and the step down its gradient.
  ///
  /// - Returns: the summed cross-entropy from before the step, nats.
  func train(_ example: Example, learningRate: Double, maximumNorm: Double) -> Double {
    let loss = engine.forward(example)
    let steps = example.inputs.count
    engine.backward(example) { t, token in step(t, of: steps, token: token) }
    engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
    return loss
  }

  private func step(_ t: Int, of steps: Int, token: Int) {
    let height = engine.height
    engine.output.backward(
      engine.hidden + (slips.staleHidden ? t : t + 1) * height,
      engine.dLogits + t * engine.vocabularySize, addingTo: engine.dHidden)

    let gates = engine.gates + t * engine.gateHeight
    let shownInGate = engine.shown + (slips.staleShownCell ? t : t + 1) * height
    let shownInSlope = engine.shown + (slips.staleCell ? t : t + 1) * height
    // The index −1 is the lab's last element.
    let previousCell = engine.cell + (slips.earlierCell ? (t > 0 ? t - 1 : steps) : t) * height
    activateAgain(gates, shownInSlope)

    let dGates = engine.dGates + t * engine.gateHeight
    let (dHidden, dCell) = (engine.dHidden, engine.dCell)
    for k in 0..<height {
      let (atF, atI, atO, atG) = (k, height + k, 2 * height + k, 3 * height + k)
      let (f, i, o, g) = (gates[atF], gates[atI], gates[atO], gates[atG])
      let value = slips.cellTwice ? shownTwice[k] : shownInSlope[k]
      let dc = dCell[k] + dHidden[k] * o * tanhSlope(value)
      dGates[atF] =
        dc * previousCell[k] * (slips.forgetActivated ? twice[atF] : sigmoidSlope(f))
      dGates[atI] = dc * g * sigmoidSlope(slips.inputTwice ? twice[atI] : i)
      dGates[atO] =
        dHidden[k] * shownInGate[k] * sigmoidSlope(slips.outputTwice ? twice[atO] : o)
      dGates[atG] = dc * i * tanhSlope(slips.candidateTwice ? twice[atG] : g)
      dCell[k] = slips.dropsCell ? .zero : dc * f
    }
    engine.dX.advanced(by: token * engine.gateHeight).add(dGates, times: 1, engine.gateHeight)
    engine.dBias.add(dGates, times: 1, engine.gateHeight)
    if slips.dropsHidden {
      dHidden.clear(height)
    } else if t > 0 {
      engine.hWeights.setTransposedProduct(with: dGates, to: dHidden.scalars)
    }
  }

  /// Values that have been through σ or tanh, through it once more.
  private func activateAgain(_ gates: Lanes, _ shown: Lanes) {
    let height = engine.height
    if slips.activatesGates {
      twice.update(from: gates, count: engine.gateHeight)
      twice.applySigmoid(3 * height)
      (twice + 3 * height).applyTanh(height)
      // Beyond H this gives σ(σ(0)), not zero; the gradients there are multiplied by zeros.
    }
    if slips.cellTwice { shownTwice.setTanh(of: shown, height) }
  }
}

/// σ′ in terms of σ's value.
@inline(__always)
private func sigmoidSlope(_ y: Lane) -> Lane { y * (1 - y) }

/// The derivative of tanh in terms of its value.
@inline(__always)
private func tanhSlope(_ y: Lane) -> Lane { 1 - y * y }
