package import Recurrent

// T steps, B sequences; place (t, b) is number t · B + b of a run of columns.

/// One layer of a network, read in one direction, for B sequences at a time: its weights and buffers;
/// the loops are beside it.
///
/// The gates of an LSTM stand above one another, f, i, o, g, each padded to whole lanes.
package final class RecurrentLayer {
  package enum Cell: Sendable {
    case elman, lstm

    /// How many blocks of H numbers go through an activation.
    var gates: Int { self == .elman ? 1 : 4 }
  }

  package let cell: Cell
  package let inputSize: Int, hiddenSize: Int
  /// Whether it reads from the last step to the first.
  package let isReversed: Bool
  /// Lanes of an input, a state and of all gates together.
  let inputHeight: Int, height: Int, gateHeight: Int

  let input: BatchWeights, recurrent: BatchWeights
  let bias: Lanes, dBias: Lanes

  /// States and memories have B columns more than there are places, the others one for each place.
  ///
  /// The states before the first step come first; in a layer that is reversed they come last.
  let hidden = LaneBuffer(), memory = LaneBuffer(), shown = LaneBuffer()
  let gates = LaneBuffer(), dGates = LaneBuffer()
  /// One column for each sequence: what a step hands to the one before it.
  let dHidden = LaneBuffer(), dMemory = LaneBuffer()

  /// One block for each gate: the weights that meet the input, those that meet the state, the bias.
  package struct Block {
    package var input: Matrix
    package var recurrent: Matrix
    package var bias: Vector

    package init(input: Matrix, recurrent: Matrix, bias: Vector) {
      self.input = input
      self.recurrent = recurrent
      self.bias = bias
    }
  }

  /// - Parameter blocks: one for an Elman network; f, i, o, g for an LSTM.
  package init(_ cell: Cell, blocks: [Block], isReversed: Bool = false) {
    precondition(blocks.count == cell.gates)
    self.cell = cell
    self.isReversed = isReversed
    inputSize = blocks[0].input.columns
    hiddenSize = blocks[0].recurrent.columns
    inputHeight = (inputSize + 7) / 8
    height = (hiddenSize + 7) / 8
    gateHeight = cell.gates * height
    input = BatchWeights(height: gateHeight, inputs: inputSize)
    recurrent = BatchWeights(height: gateHeight, inputs: hiddenSize)
    bias = .zeros(gateHeight)
    dBias = .zeros(gateHeight)
    for (k, block) in blocks.enumerated() {
      input.set(block.input, atLane: k * height)
      recurrent.set(block.recurrent, atLane: k * height)
      (bias + k * height).fill(block.bias)
    }
  }

  deinit { for lanes in [bias, dBias] { lanes.deallocate() } }

  /// The weights as they are now.
  package var blocks: [Block] {
    (0..<cell.gates).map { k in
      Block(
        input: input.matrix(atLane: k * height, rows: hiddenSize),
        recurrent: recurrent.matrix(atLane: k * height, rows: hiddenSize),
        bias: vector(bias + k * height))
    }
  }

  /// The gradient of the last backward pass, in the shapes of the weights.
  package var gradients: [Block] {
    (0..<cell.gates).map { k in
      Block(
        input: input.gradient(atLane: k * height, rows: hiddenSize),
        recurrent: recurrent.gradient(atLane: k * height, rows: hiddenSize),
        bias: vector(dBias + k * height))
    }
  }

  private func vector(_ lanes: Lanes) -> Vector {
    Vector((0..<hiddenSize).map { lanes.scalars[$0] })
  }

  var sumOfSquares: Double {
    input.sumOfSquares + recurrent.sumOfSquares + dBias.sumOfSquares(gateHeight)
  }

  /// weights += factor · gradients.
  func step(_ factor: Double) {
    input.step(factor)
    recurrent.step(factor)
    bias.add(dBias, times: factor, gateHeight)
  }
}
