// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// The parameters of a long short-term memory network with a forget gate.
///
/// f = σ(W_f z + b_f), i = σ(W_i z + b_i), g = tanh(W_g z + b_g), o = σ(W_o z + b_o);
/// c = f ⊙ c′ + i ⊙ g, h = o ⊙ tanh(c), logits = W_v h + b_v.
///
/// - Source: Hochreiter and Schmidhuber 1997, "Long short-term memory"; the forget gate is from Gers,
///   Schmidhuber and Cummins 2000, "Learning to forget". Gates in the order f, i, g, o.
public struct LSTMParameters: ParameterSet, Codable, Equatable {
  /// Forget gate, H × (H + V): the first H columns meet h′, the others x.
  public var Wf: Matrix
  /// Input gate, H × (H + V).
  public var Wi: Matrix
  /// Candidate, H × (H + V).
  public var Wg: Matrix
  /// Output gate, H × (H + V).
  public var Wo: Matrix
  /// Hidden to logits, V × H.
  public var Wv: Matrix
  /// Bias of the forget gate, H.
  public var bf: Vector
  /// Bias of the input gate, H.
  public var bi: Vector
  /// Bias of the candidate, H.
  public var bg: Vector
  /// Bias of the output gate, H.
  public var bo: Vector
  /// Bias of the logits, V.
  public var bv: Vector

  public init(
    Wf: Matrix, Wi: Matrix, Wg: Matrix, Wo: Matrix, Wv: Matrix, bf: Vector, bi: Vector, bg: Vector,
    bo: Vector, bv: Vector
  ) {
    self.Wf = Wf
    self.Wi = Wi
    self.Wg = Wg
    self.Wo = Wo
    self.Wv = Wv
    self.bf = bf
    self.bi = bi
    self.bg = bg
    self.bo = bo
    self.bv = bv
  }

  public var hiddenSize: Int { Wv.columns }
  public var vocabularySize: Int { Wv.rows }

  public var names: [String] { ["Wf", "Wi", "Wg", "Wo", "Wv", "bf", "bi", "bg", "bo", "bv"] }

  public var tensors: [Matrix] {
    get {
      [Wf, Wi, Wg, Wo, Wv] + [bf, bi, bg, bo, bv].map { Matrix(column: $0) }
    }
    set {
      Wf = newValue[0]
      Wi = newValue[1]
      Wg = newValue[2]
      Wo = newValue[3]
      Wv = newValue[4]
      bf = newValue[5].column(0)
      bi = newValue[6].column(0)
      bg = newValue[7].column(0)
      bo = newValue[8].column(0)
      bv = newValue[9].column(0)
    }
  }
}

/// What one step of an LSTM computed; every vector has H elements.
public struct LSTMStep: Sendable, Codable, Equatable {
  /// f: how much of each element of the old cell is kept, 0 … 1.
  public var forgetGate: Vector
  /// i: how much of the candidate is let in, 0 … 1.
  public var inputGate: Vector
  /// g: what could be added to the cell, −1 … 1.
  public var candidate: Vector
  /// o: how much of the cell is shown, 0 … 1.
  public var outputGate: Vector
  /// c: the memory cell after the step, unbounded.
  public var cell: Vector
  /// h: the hidden state after the step, −1 … 1.
  public var hidden: Vector

  public init(
    forgetGate: Vector, inputGate: Vector, candidate: Vector, outputGate: Vector, cell: Vector,
    hidden: Vector
  ) {
    self.forgetGate = forgetGate
    self.inputGate = inputGate
    self.candidate = candidate
    self.outputGate = outputGate
    self.cell = cell
    self.hidden = hidden
  }
}

/// What the forward pass of an LSTM computed and the backward pass needs.
public struct LSTMTrace: Sendable, Codable, Equatable {
  /// Token ids, T of them.
  public var inputs: [Int]
  /// The hidden state before the first step, H.
  public var initialHidden: Vector
  /// The memory cell before the first step, H.
  public var initialCell: Vector
  /// T steps.
  public var steps: [LSTMStep]
  /// The logits of each step: T vectors of V.
  public var logits: [Vector]

  public init(
    inputs: [Int], initialHidden: Vector, initialCell: Vector, steps: [LSTMStep] = [],
    logits: [Vector] = []
  ) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.initialCell = initialCell
    self.steps = steps
    self.logits = logits
  }
}
