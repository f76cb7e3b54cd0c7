/// One of the eleven faults in a published lab's backward pass of an LSTM.
///
/// The lab trains with all of them at once, and its loss falls nevertheless. Letters as in
/// `LSTMParameters`; σ′ and tanh′ are meant of what went in, and the lab's values have been through σ
/// and tanh already.
public enum Fault: String, CaseIterable, Sendable, Codable {
  // Derivatives of what has been through the activation.

  /// σ(o)(1 − σ(o)) where o(1 − o) belongs.
  case doubledOutputGate
  /// 1 − tanh²(tanh c) where 1 − tanh²(c) belongs, on the way from h to c.
  case doubledCell
  /// 1 − tanh²(g) where 1 − g² belongs.
  case doubledCandidate
  /// σ(i)(1 − σ(i)) where i(1 − i) belongs.
  case doubledInputGate

  /// σ(f) where f(1 − f) belongs: the activation in place of its derivative.
  case missingForgetDerivative

  // Lists read at the wrong place; they begin with the state before the first step.

  /// dWv takes the hidden state before the step.
  case staleHidden
  /// tanh(c′) where tanh(c) belongs, in the output gate's gradient.
  case staleCellInOutputGate
  /// c′ where c belongs, in the derivative on the way from h to c.
  case staleCellInDerivative
  /// The cell before step t − 1 where the cell before step t belongs; at t = 0 the index −1 wraps to
  /// the last cell, at t = 1 it is the initial one.
  case earlierPreviousCell

  // Gradients that step t hands to step t − 1.

  /// The hidden state's carry keeps the zeros it began with.
  case droppedHiddenCarry
  /// The cell's carry keeps the zeros it began with.
  case droppedCellCarry

  /// The derivatives taken of what has been through its activation.
  public static let doubledDerivatives: Set<Fault> = [
    .doubledOutputGate, .doubledCell, .doubledCandidate, .doubledInputGate,
  ]

  /// The lists read at the wrong place.
  public static let indices: Set<Fault> = [
    .staleHidden, .staleCellInOutputGate, .staleCellInDerivative, .earlierPreviousCell,
  ]

  /// The gradients that are not handed back in time.
  public static let carries: Set<Fault> = [.droppedHiddenCarry, .droppedCellCarry]

  /// What is wrong, to be read in a table.
  public var title: String {
    switch self {
    case .doubledOutputGate: "the output gate's derivative is taken of the activated gate"
    case .doubledCell: "the cell's derivative takes tanh of tanh(c)"
    case .doubledCandidate: "the candidate's derivative is taken of the activated candidate"
    case .doubledInputGate: "the input gate's derivative is taken of the activated gate"
    case .missingForgetDerivative: "the forget gate has an activation for its derivative"
    case .staleHidden: "the logits' weights meet the hidden state before the step"
    case .staleCellInOutputGate: "the output gate's gradient takes the cell before the step"
    case .staleCellInDerivative: "the cell's derivative is taken at the cell before the step"
    case .earlierPreviousCell: "the forget gate's gradient takes a cell one step too early"
    case .droppedHiddenCarry: "the hidden state's gradient is never handed back in time"
    case .droppedCellCarry: "the cell's gradient is never handed back in time"
    }
  }
}
