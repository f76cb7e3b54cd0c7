import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a batch that people really write.
let batchedForwardMisconceptions: [Misconception<BatchedForwardInput, BatchTrace>] = [
  // Padding.
  wrong(
    "states that go on through padding",
    "A sequence that has ended goes on reading padding as if it were word 0.",
    "What should the last row hold for a sequence that ended long before?"
  ) { $0.merge = { new, _, _ in new } },
  wrong(
    "states that are zero at padding", "A sequence loses its last state as soon as it has ended.",
    "Which state does a sequence keep when it has ended?"
  ) {
    $0.merge = { new, _, mask in new.scaling(columns: mask) }
  },
  wrong(
    "a mask the wrong way round",
    "States stand still where there are tokens, and move where there is padding.",
    "Does a state change where the mask is 1 or where it is 0?"
  ) {
    $0.merge = { new, old, mask in
      new.scaling(columns: 1 - mask) + old.scaling(columns: mask)
    }
  },
  wrong(
    "old and new state added up",
    "At tokens the old state stays in the new one, which may grow without a bound.",
    "How many states has a sequence after a step?"
  ) { $0.merge = { new, old, mask in new.scaling(columns: mask) + old } },
  wrong(
    "a state that restarts from its initial one at padding",
    "A sequence that has ended jumps back to where it began.",
    "Which state does a sequence keep when it has ended?"
  ) { $0.oldState = { _, initial in initial } },
  wrong(
    "logits of zero at padding",
    "The logits at padding lose what the contract asks for there as everywhere.",
    "Does the contract make an exception for the logits?"
  ) {
    $0.logits = { p, hidden, mask in
      (p.W * hidden).adding(toColumns: p.bOutput).scaling(columns: mask)
    }
  },
  // The step.
  wrong(
    "a state that is not carried on",
    "Every step begins from the initial states, whatever was read since.",
    "From which states does the second step begin?"
  ) {
    $0.carries = false
  },
  wrong(
    "initial states of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { 0 * $0 }
  },
  wrong(
    "the first sequence's initial state for all",
    "All sequences begin from the state of the first.", "How many initial states are there?"
  ) {
    $0.start = { initial in initial.selecting(columns: (0..<initial.columns).map { _ in 0 }) }
  },
  wrong(
    "the first sequence's token for all", "All sequences read what the first one reads.",
    "Which tokens are read in step t?"
  ) {
    $0.tokens = { row in row.map { _ in row[0] } }
  },
  wrong(
    "targets read in place of inputs",
    "The network reads at each step the very token that it should predict.",
    "Which of the two does the network read?"
  ) {
    $0.readsTargets = true
  },
  wrong(
    "a hidden bias that is missing", "b_h is left out at every step of every sequence.",
    "Which terms does the sum inside of tanh have?"
  ) {
    $0.edit = { $0.bHidden *= 0 }
  },
  wrong(
    "an output bias that is missing", "b_o is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.edit = { $0.bOutput *= 0 }
  },
  wrong(
    "both biases missing", "No bias has any effect, on states or logits.", "Which sums have a bias?"
  ) {
    $0.edit = {
      $0.bHidden *= 0
      $0.bOutput *= 0
    }
  },
  wrong(
    "a bias added to the first sequence alone",
    "All sequences but the first run without b_h and b_o.",
    "To how many columns does the bias belong?"
  ) {
    $0.bias = { matrix, bias in
      var result = matrix
      for i in 0..<matrix.rows { result[i, 0] += bias[i] }
      return result
    }
  },
  wrong(
    "V transposed", "The past enters each step along every connection in the wrong direction.",
    "Which index of V belongs to the new state?"
  ) {
    $0.edit = { $0.V = $0.V.transposed }
  },
  wrong(
    "a state without tanh", "The states may grow from step to step without a bound.",
    "What lies between the sum and the state?"
  ) {
    $0.activation = { $0 }
  },
  wrong(
    "a sigmoid in place of tanh", "States can never be negative, and a sum of 0 gives one half.",
    "In which range does a hidden state lie?"
  ) {
    $0.activation = { 1 / (1 + exp(-$0)) }
  },
  // The logits, and what is kept.
  wrong(
    "logits from the states before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives `logits[t]`?"
  ) { $0.logitsFromOld = true },
  wrong(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(columns: try (0..<logits.columns).map { try softmax(logits.column($0)) })
    }
  },
  wrong(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(columns: (0..<logits.columns).map { logSoftmax(logits.column($0)) })
    }
  },
  wrong(
    "a softmax over the sequences of the batch",
    "Sequences compete with each other for each word, and what is kept are shares.",
    "Do logits have to be positive and to add up to 1, and along which index would they?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(rows: try (0..<logits.rows).map { try softmax(logits.row($0)) })
    }
  },
  wrong(
    "a trace of B × H and B × V",
    "Every number is right, but a row belongs to each sequence where a column should.",
    "Which index of a matrix of states is the sequence?"
  ) {
    $0.finish = {
      $0.hidden = $0.hidden.map(\.transposed)
      $0.logits = $0.logits.map(\.transposed)
    }
  },
  wrong(
    "hidden states that begin with the initial ones",
    "hidden[t] holds the states one step too early, so the backward pass meets the wrong ones.",
    "How many hidden states are there for T steps, and of which step is the first?"
  ) { $0.finish = { $0.hidden = [$0.initialHidden] + $0.hidden.dropLast() } },
  wrong(
    "an initialHidden that holds the last states",
    "The trace has lost the states from which the sequences began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.hidden.last ?? $0.initialHidden }
  },
  wrong(
    "an initialHidden of zeros in the trace",
    "The trace has lost what the sequences began with, and holds zeros instead.",
    "Which states does the backward pass need at t = 0?"
  ) { $0.finish = { $0.initialHidden *= 0 } },
  wrong(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many steps does the backward pass go back?"
  ) {
    $0.finish = {
      $0.hidden = $0.hidden.suffix(1)
      $0.logits = $0.logits.suffix(1)
    }
  },
]

// MARK: - A pass over a batch with its decisions laid open

private struct BatchedUnrolling: Sendable {
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
  var readsTargets = false
  var logitsFromOld = false
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
      let ids = tokens(readsTargets ? batch.targets[t] : batch.inputs[t])
      let old = carries ? hidden : initial
      let sum = bias(p.U.selecting(columns: ids) + p.V * old, p.bHidden)
      let mask = batch.mask.row(t)
      hidden = merge(sum.map(activation), oldState(old, initial), mask)
      trace.hidden.append(hidden)
      trace.logits.append(try logits(p, logitsFromOld ? old : hidden, mask))
    }
    finish(&trace)
    return trace
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout BatchedUnrolling) -> Void
) -> Misconception<BatchedForwardInput, BatchTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: BatchedUnrolling(), run: { try $0($1) },
    change: change)
}
