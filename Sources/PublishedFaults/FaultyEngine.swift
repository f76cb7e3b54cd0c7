import Recurrent

// T steps, H hidden size, V vocabulary size.

/// The buffers and loops of ``trainingLosses(with:from:on:epochs:learningRate:maximumNorm:)``.
///
/// Hidden units are kept in lanes of eight. The four gates of the same eight units lie side by side, as
/// a *quad* of lanes f, i, g, o, so that whatever meets a quad, a column of weights or a step's gradient,
/// meets all four in registers. Beyond H the lanes hold zeros throughout.
final class FaultyEngine {
  let hiddenSize: Int
  let vocabularySize: Int
  /// Lanes of a hidden state.
  let height: Int
  let slips: Slips

  // Weights by what they meet. h′: a quad for every lane and element. x: a quad for every token and
  // lane. Nothing, as the biases: a quad for every lane. The logits' weights lie by rows.
  let hWeights: Lanes, xWeights: Lanes, biases: Lanes
  let vRows: Lanes, vBias: UnsafeMutablePointer<Double>
  let dhWeights: Lanes, dxWeights: Lanes, dBiases: Lanes
  let dvRows: Lanes, dvBias: UnsafeMutablePointer<Double>

  // What step t + 1 hands to step t; and the sums that become it, a lane for every element of h.
  let dHiddenNext: Lanes, dCellNext: Lanes, dHiddenSums: Lanes

  // One sequence. Step by step: the quads of gates; T + 1 states, cells and tanh's of cells, from the
  // ones before the first step on; the logits' gradients. Lane by lane, then by steps: the gradients of
  // the quads.
  private(set) var gates: Lanes, hidden: Lanes, cells: Lanes, shown: Lanes
  private(set) var dLogits: UnsafeMutablePointer<Double>, dGates: Lanes
  private(set) var capacity = 0

  init(_ parameters: LSTMParameters, _ faults: Set<Fault>) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    height = (hiddenSize + 7) / 8
    slips = Slips(faults)
    hWeights = .zeros(height * hiddenSize * 4)
    xWeights = .zeros(vocabularySize * height * 4)
    biases = .zeros(height * 4)
    vRows = .zeros(vocabularySize * height)
    vBias = .allocate(capacity: vocabularySize)
    dhWeights = .zeros(height * hiddenSize * 4)
    dxWeights = .zeros(vocabularySize * height * 4)
    dBiases = .zeros(height * 4)
    dvRows = .zeros(vocabularySize * height)
    dvBias = .allocate(capacity: vocabularySize)
    dHiddenNext = .zeros(height)
    dCellNext = .zeros(height)
    dHiddenSums = .zeros(hiddenSize)
    gates = .zeros(0)
    hidden = .zeros(0)
    cells = .zeros(0)
    shown = .zeros(0)
    dLogits = .allocate(capacity: 1)
    dGates = .zeros(0)
    fill(parameters)
  }

  deinit {
    for lanes in [
      hWeights, xWeights, biases, vRows, dhWeights, dxWeights, dBiases, dvRows, dHiddenNext,
      dCellNext, dHiddenSums, gates, hidden, cells, shown, dGates,
    ] {
      lanes.deallocate()
    }
    for numbers in [vBias, dvBias, dLogits] { numbers.deallocate() }
  }

  private func fill(_ p: LSTMParameters) {
    let weights = [p.Wf, p.Wi, p.Wg, p.Wo]
    let gateBiases = [p.bf, p.bi, p.bg, p.bo]
    for unit in 0..<hiddenSize {
      let (lane, place) = (unit / 8, unit % 8)
      for gate in 0..<4 {
        for j in 0..<hiddenSize {
          hWeights[(lane * hiddenSize + j) * 4 + gate][place] = weights[gate][unit, j]
        }
        for token in 0..<vocabularySize {
          xWeights[(token * height + lane) * 4 + gate][place] =
            weights[gate][unit, hiddenSize + token]
        }
        biases[lane * 4 + gate][place] = gateBiases[gate][unit]
      }
      for token in 0..<vocabularySize { vRows[token * height + lane][place] = p.Wv[token, unit] }
    }
    for token in 0..<vocabularySize { vBias[token] = p.bv[token] }
  }

  /// Makes room for a sequence.
  func reserve(_ steps: Int) {
    guard steps > capacity else { return }
    for lanes in [gates, hidden, cells, shown, dGates] { lanes.deallocate() }
    dLogits.deallocate()
    gates = .zeros(steps * height * 4)
    hidden = .zeros((steps + 1) * height)
    cells = .zeros((steps + 1) * height)
    shown = .zeros((steps + 1) * height)
    dGates = .zeros(steps * height * 4)
    dLogits = .allocate(capacity: steps * vocabularySize)
    capacity = steps
  }

  /// Which faults there are, without a set to look them up in.
  struct Slips {
    let outputTwice, cellTwice, candidateTwice, inputTwice, forgetActivated: Bool
    let staleHidden, staleShownCell, staleCell, earlierCell, dropsHidden, dropsCell: Bool

    init(_ faults: Set<Fault>) {
      outputTwice = faults.contains(.doubledOutputGate)
      cellTwice = faults.contains(.doubledCell)
      candidateTwice = faults.contains(.doubledCandidate)
      inputTwice = faults.contains(.doubledInputGate)
      forgetActivated = faults.contains(.missingForgetDerivative)
      staleHidden = faults.contains(.staleHidden)
      staleShownCell = faults.contains(.staleCellInOutputGate)
      staleCell = faults.contains(.staleCellInDerivative)
      earlierCell = faults.contains(.earlierPreviousCell)
      dropsHidden = faults.contains(.droppedHiddenCarry)
      dropsCell = faults.contains(.droppedCellCarry)
    }
  }
}
