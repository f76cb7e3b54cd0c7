import Checking
import Contracts
import Recurrent
import Reference

/// All wrong backward passes over a batch.
let batchedBackwardMisconceptions =
  batchBackwardMisconceptions + batchBackwardMaskMisconceptions + batchBackwardCarryMisconceptions
  + batchBackwardSumMisconceptions

// MARK: - A backward pass with its decisions laid open

struct OpenBatchedBackward: Sendable {
  /// What `dLogits` and dA go into.
  enum Use: CaseIterable { case W, bOutput, hidden, U, V, bHidden, carry }

  // The defaults are the right ones.
  /// The gradient at the logits as dW, dbOutput and the states see it.
  var logitsSeen: @Sendable (Matrix, _ mask: Vector, Use) -> Matrix = { dLogits, _, _ in dLogits }
  var mask: @Sendable (Batch, _ t: Int) -> Vector = { $0.mask.row($1) }
  /// dH of what came from the logits and of what step t + 1 handed back.
  var dHidden: @Sendable (_ own: Matrix, _ next: Matrix, _ mask: Vector) -> Matrix = {
    own, next, _ in own + next
  }
  var slope: @Sendable (BatchTrace, _ t: Int) -> Matrix = { trace, t in
    trace.hidden[t].map { 1 - $0 * $0 }
  }
  /// What goes through the step, and what goes past it.
  var masked: @Sendable (_ dActivation: Matrix, _ mask: Vector) -> Matrix = {
    $0.scaling(columns: $1)
  }
  var past: @Sendable (_ dHidden: Matrix, _ mask: Vector) -> Matrix = {
    $0.scaling(columns: 1 - $1)
  }
  var back: @Sendable (RNNParameters, _ dActivation: Matrix) -> Matrix = {
    $0.V.transposedProduct($1)
  }
  /// From what went back and past, and from what was in the carry before.
  var carry: @Sendable (_ back: Matrix, _ past: Matrix, _ dNext: Matrix) -> Matrix = {
    back, past, _ in back + past
  }
  var biasSum: @Sendable (Matrix) -> Vector = { $0.sumOfColumns }
  var addInputs:
    @Sendable (_ dU: inout Matrix, _ dActivation: Matrix, _ ids: [Int], _ mask: Vector) -> Void = {
      dU, dActivation, ids, _ in dU.addColumns(dActivation, at: ids)
    }
  /// The ids that dU takes for what was read.
  var ids: @Sendable (Batch, _ t: Int) -> [Int] = { $0.inputs[$1] }
  /// H_{t−1} as dV takes it, and H_t as dW does.
  var before: @Sendable (BatchTrace, Int) -> Matrix = { OpenBatchedBackward.rightBefore($0, $1) }
  var shown: @Sendable (BatchTrace, Int) -> Matrix = { $0.hidden[$1] }
  /// Whether step t counts in the sums over time.
  var counts: @Sendable (Int) -> Bool = { _ in true }
  /// Where dA is taken with its columns at padding, and where without tanh's slope.
  var countsPadding: Set<Use> = []
  var leavesOutSlope: Set<Use> = []
  /// Whose bias gradient takes the first sequence alone.
  var firstColumnOnly: Set<Use> = []
  var usesTargets = false
  var carries = true
  var carriesOwnOnly = false
  var pastTakesSlope = false
  var pastTakesV = false
  /// The steps as the loop visits them.
  var order: @Sendable (_ steps: Int) -> [Int] = { (0..<$0).reversed() }
  /// dInitialHidden from the first step's dH and dA; `nil` for the carry.
  var initial: (@Sendable (_ dHidden: Matrix, _ dActivation: Matrix) -> Matrix)?
  var finish: @Sendable (BatchedBackwardInput, inout BatchedBackwardOutput) throws -> Void = {
    _, _ in
  }
  {
    didSet {
      finish = { [oldValue, finish] input, output in
        try oldValue(input, &output)
        try finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: BatchedBackwardInput) throws -> BatchedBackwardOutput {
    let (trace, p) = (input.trace, input.parameters)
    let batch = trace.batch
    var gradients = p.zeros
    var dNext = Matrix(zeros: p.hiddenSize, batch.size)
    var dInitial: Matrix?
    for t in order(batch.steps) {
      let mask = mask(batch, t)
      func seen(_ use: Use) -> Matrix { logitsSeen(input.dLogits[t], mask, use) }
      let own = p.W.transposedProduct(seen(.hidden))
      let dHidden = carries ? dHidden(own, dNext, mask) : own
      func part(_ use: Use, of dHidden: Matrix) -> Matrix {
        let part = leavesOutSlope.contains(use) ? dHidden : dHidden.hadamard(slope(trace, t))
        return countsPadding.contains(use) ? part : masked(part, mask)
      }
      func sum(_ use: Use, _ part: Matrix) -> Vector {
        firstColumnOnly.contains(use) ? part.column(0) : biasSum(part)
      }
      if counts(t) {
        gradients.W.addOuter(seen(.W), shown(trace, t))
        gradients.bOutput += sum(.bOutput, seen(.bOutput))
        gradients.bHidden += sum(.bHidden, part(.bHidden, of: dHidden))
        let ids = usesTargets ? batch.targets[t] : ids(batch, t)
        addInputs(&gradients.U, part(.U, of: dHidden), ids, mask)
        gradients.V.addOuter(part(.V, of: dHidden), before(trace, t))
      }
      if t == 0 { dInitial = initial?(dHidden, part(.carry, of: dHidden)) }
      let through = back(p, part(.carry, of: carriesOwnOnly ? own : dHidden))
      var past = past(carriesOwnOnly ? own : dHidden, mask)
      if pastTakesSlope { past = past.hadamard(slope(trace, t)) }
      if pastTakesV { past = back(p, past) }
      dNext = carry(through, past, dNext)
    }
    var output = BatchedBackwardOutput(
      gradients: gradients, dInitialHidden: dInitial ?? dNext)
    try finish(input, &output)
    return output
  }

  static func rightBefore(_ trace: BatchTrace, _ t: Int) -> Matrix {
    t > 0 ? trace.hidden[t - 1] : trace.initialHidden
  }
}

extension BatchedBackwardOutput {
  mutating func scale(by factor: Double) {
    gradients.tensors = gradients.tensors.map { factor * $0 }
    dInitialHidden *= factor
  }
}

func wrongBatchBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenBatchedBackward) -> Void
) -> Misconception<BatchedBackwardInput, BatchedBackwardOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenBatchedBackward(),
    run: { try $0($1) },
    change: change)
}
