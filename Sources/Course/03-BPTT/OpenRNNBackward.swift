import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// The backward pass of an RNN with its decisions laid open: a misconception changes one of them.
struct OpenRNNBackward: OpenBackward {
  /// The quantities of one step, in the order in which they are computed.
  struct Step: Sendable {
    var t: Int
    /// What the step after this one handed back.
    var dNext: Vector
    /// h_t and h_{t−1}.
    var hidden, previous: Vector
    var dLogits: Vector
    /// softmax(logits).
    var probabilities: Vector
    /// Wᵀ dLogits.
    var dOutput: Vector
    var dHidden: Vector
    /// 1 − h².
    var slope: Vector
    var dActivation: Vector
  }

  // The defaults are the right ones.
  var dLogits: @Sendable (_ logits: Vector, _ target: Int) throws -> Vector = rightLogitsGradient
  /// From dLogits and the probabilities to what goes back through W.
  var throughW: @Sendable (_ dLogits: Vector, _ probabilities: Vector) -> Vector = { d, _ in d }
  var dHidden: @Sendable (_ dOutput: Vector, _ dNext: Vector) -> Vector = { $0 + $1 }
  var slope: @Sendable (_ hidden: Vector, _ previous: Vector) -> Vector = { hidden, _ in
    1 - hidden * hidden
  }
  var dActivation: @Sendable (Step) -> Vector = { $0.dHidden * $0.slope }
  var carry: @Sendable (RNNParameters, Step) -> Vector = {
    $0.V.transposedProduct($1.dActivation)
  }
  /// h_{t−1} as dV takes it.
  var beforeStep: @Sendable (RNNTrace, Int) -> Vector = { right($0, before: $1) }
  var counts: @Sendable (_ t: Int) -> Bool = { _ in true } {
    didSet { counts = { [oldValue, counts] in oldValue($0) && counts($0) } }
  }
  /// Whether step t counts in the sums that become the biases' and the weights' gradients.
  var countsInBiases: @Sendable (_ t: Int) -> Bool = { _ in true }
  var countsInWeights: @Sendable (_ t: Int) -> Bool = { _ in true }
  /// What dW and db_o take of one step, and db_h.
  var metByW: @Sendable (Step) -> Vector = { $0.dLogits }
  var outputBias: @Sendable (Step) -> Vector = { $0.dLogits }
  var hiddenBias: @Sendable (Step) -> Vector = { $0.dActivation }
  /// What dU and dV take of one step.
  var metByU: @Sendable (Step) -> Vector = { $0.dActivation }
  var metByV: @Sendable (Step) -> Vector = { $0.dActivation }
  /// Which steps' shares a column of dU holds.
  enum Shares { case all, earliest, latest }
  var columnsHold = Shares.all
  var dUColumn: @Sendable (RNNBackwardInput, Int) -> Int = { $0.trace.inputs[$1] }
  /// dInitialHidden from the first step; `nil` for the carry.
  var initial: (@Sendable (RNNParameters, Step) -> Vector)?
  var sumsCarries = false
  var dWUsesPrevious = false
  var order: @Sendable (_ steps: Int) -> [Int] = { (0..<$0).reversed() }
  var target: @Sendable (_ inputs: [Int], _ targets: [Int], _ t: Int) -> Int = { $1[$2] }
  var softmaxOverTime = false
  var lastLossOnly = false
  var finish: @Sendable (RNNBackwardInput, inout RNNBackwardOutput) throws -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] input, output in
        try oldValue(input, &output)
        try finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: RNNBackwardInput) throws -> RNNBackwardOutput {
    let trace = input.trace
    let p = input.parameters
    let steps = trace.inputs.count
    var gradients = p.zeros
    var dNext = Vector(zeros: p.hiddenSize)
    var (dInitialHidden, carries) = (dNext, dNext)
    var seen = Set<Int>()
    for t in order(steps) {
      let hidden = trace.hidden[t]
      let previous = right(trace, before: t)
      let dz = try gradient(
        byLogits: trace.logits, at: t, inputs: trace.inputs, targets: input.targets)
      let probabilities = try softmax(trace.logits[t])
      let dOutput = p.W.transposedProduct(throughW(dz, probabilities))
      var step = Step(
        t: t, dNext: dNext, hidden: hidden, previous: previous, dLogits: dz,
        probabilities: probabilities, dOutput: dOutput, dHidden: dHidden(dOutput, dNext),
        slope: slope(hidden, previous), dActivation: dNext)
      step.dActivation = dActivation(step)
      dNext = carry(p, step)
      dInitialHidden = (t == 0 ? initial?(p, step) : nil) ?? dNext
      carries += dNext
      if counts(t), countsInBiases(t) {
        gradients.bOutput += outputBias(step)
        gradients.bHidden += hiddenBias(step)
      }
      if counts(t), countsInWeights(t) {
        gradients.W.addOuter(metByW(step), dWUsesPrevious ? previous : hidden)
        gradients.V.addOuter(metByV(step), beforeStep(trace, t))
        let (column, d) = (dUColumn(input, t), metByU(step))
        let isNew = seen.insert(column).inserted
        for i in d.indices where isNew || columnsHold != .latest {
          gradients.U[i, column] = (columnsHold == .earliest ? 0 : gradients.U[i, column]) + d[i]
        }
      }
    }
    if sumsCarries { dInitialHidden = carries }
    var output = RNNBackwardOutput(gradients: gradients, dInitialHidden: dInitialHidden)
    try finish(input, &output)
    return output
  }
}

/// h_{t−1}.
private func right(_ trace: RNNTrace, before t: Int) -> Vector {
  t > 0 ? trace.hidden[t - 1] : trace.initialHidden
}
