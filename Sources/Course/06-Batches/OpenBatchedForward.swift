import Checking
import Contracts
import Recurrent
import Reference

/// All wrong passes over a batch.
let batchedForwardMisconceptions =
  batchPassMisconceptions + batchPassMaskMisconceptions + batchPassStepMisconceptions

// MARK: - A pass over a batch with its decisions laid open

struct BatchedUnrolling: Sendable {
  // The defaults are the right ones.
  var edit: @Sendable (inout RNNParameters) -> Void = { _ in } {
    didSet {
      edit = { [oldValue, edit] parameters in
        oldValue(&parameters)
        edit(&parameters)
      }
    }
  }
  var start: @Sendable (Matrix) -> Matrix = { $0 }
  var tokens: @Sendable ([Int]) -> [Int] = { $0 }
  var bias: @Sendable (Matrix, Vector) -> Matrix = { $0.adding(toColumns: $1) }
  var activation: @Sendable (Double) -> Double = { tanh($0) }
  /// What stays where there is padding.
  var oldState: @Sendable (_ old: Matrix, _ initial: Matrix) -> Matrix = { old, _ in old }
  var merge: @Sendable (_ new: Matrix, _ old: Matrix, _ mask: Vector) -> Matrix = {
    $0.scaling(columns: $2) + $1.scaling(columns: 1 - $2)
  }
  var logits: @Sendable (RNNParameters, _ hidden: Matrix, _ mask: Vector) throws -> Matrix = {
    p, hidden, _ in (p.W * hidden).adding(toColumns: p.bOutput)
  }
  var carries = true
  /// The ids that step t reads.
  var row: @Sendable (Batch, _ t: Int) -> [Int] = { $0.inputs[$1] }
  var mask: @Sendable (Batch, _ t: Int) -> Vector = { $0.mask.row($1) }
  /// What stands inside of the activation, and what comes behind it.
  var sum: @Sendable (_ input: Matrix, _ past: Matrix, _ mask: Vector) -> Matrix = {
    input, past, _ in input + past
  }
  var afterActivation: @Sendable (Matrix, RNNParameters) -> Matrix = { new, _ in new }
  /// What the logits are made of, and what the trace keeps.
  var shown: @Sendable (_ old: Matrix, _ new: Matrix, _ kept: Matrix) -> Matrix = { _, _, kept in
    kept
  }
  var traced: @Sendable (_ new: Matrix, _ kept: Matrix, _ mask: Vector) -> Matrix = { _, kept, _ in
    kept
  }
  var finish: @Sendable (inout BatchTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ input: BatchedForwardInput) throws -> BatchTrace {
    var p = input.parameters
    edit(&p)
    let batch = input.batch
    var trace = BatchTrace(batch: batch, initialHidden: input.initialHidden)
    let initial = start(input.initialHidden)
    var hidden = initial
    for t in 0..<batch.steps {
      let old = carries ? hidden : initial
      let mask = mask(batch, t)
      let input = p.U.selecting(columns: tokens(row(batch, t)))
      let activated = bias(sum(input, p.V * old, mask), p.bHidden).map(activation)
      let new = afterActivation(activated, p)
      hidden = merge(new, oldState(old, initial), mask)
      trace.hidden.append(traced(new, hidden, mask))
      trace.logits.append(try logits(p, shown(old, new, hidden), mask))
    }
    finish(&trace)
    return trace
  }
}

func wrongBatchPass(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout BatchedUnrolling) -> Void
) -> Misconception<BatchedForwardInput, BatchTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: BatchedUnrolling(), run: { try $0($1) },
    change: change)
}
