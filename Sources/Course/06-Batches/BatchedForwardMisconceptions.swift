import Checking
import Contracts
import Recurrent
import Reference

/// Wrong passes over a batch that people really write.
let batchPassMisconceptions: [Misconception<BatchedForwardInput, BatchTrace>] = [
  // Padding.
  wrongBatchPass(
    "states that go on through padding",
    "A sequence that has ended goes on reading padding as if it were word 0.",
    "What should the last row hold for a sequence that ended long before?"
  ) { $0.merge = { new, _, _ in new } },
  wrongBatchPass(
    "states that are zero at padding", "A sequence loses its last state as soon as it has ended.",
    "Which state does a sequence keep when it has ended?"
  ) {
    $0.merge = { new, _, mask in new.scaling(columns: mask) }
  },
  wrongBatchPass(
    "a mask the wrong way round",
    "States stand still where there are tokens, and move where there is padding.",
    "Does a state change where the mask is 1 or where it is 0?"
  ) {
    $0.merge = { new, old, mask in
      new.scaling(columns: 1 - mask) + old.scaling(columns: mask)
    }
  },
  wrongBatchPass(
    "old and new state added up",
    "At tokens the old state stays in the new one, which may grow without a bound.",
    "How many states has a sequence after a step?"
  ) { $0.merge = { new, old, mask in new.scaling(columns: mask) + old } },
  wrongBatchPass(
    "a state that restarts from its initial one at padding",
    "A sequence that has ended jumps back to where it began.",
    "Which state does a sequence keep when it has ended?"
  ) { $0.oldState = { _, initial in initial } },
  wrongBatchPass(
    "logits of zero at padding",
    "The logits at padding lose what the contract asks for there as everywhere.",
    "Does the contract make an exception for the logits?"
  ) {
    $0.logits = { p, hidden, mask in
      (p.W * hidden).adding(toColumns: p.bOutput).scaling(columns: mask)
    }
  },
  // The step.
  wrongBatchPass(
    "a state that is not carried on",
    "Every step begins from the initial states, whatever was read since.",
    "From which states does the second step begin?"
  ) {
    $0.carries = false
  },
  wrongBatchPass(
    "initial states of zero whatever is given",
    "The first step begins from nothing, whatever it is given.", "What is `initialHidden` for?"
  ) {
    $0.start = { 0 * $0 }
  },
  wrongBatchPass(
    "the first sequence's initial state for all",
    "All sequences begin from the state of the first.", "How many initial states are there?"
  ) {
    $0.start = { initial in initial.selecting(columns: (0..<initial.columns).map { _ in 0 }) }
  },
  wrongBatchPass(
    "the first sequence's token for all", "All sequences read what the first one reads.",
    "Which tokens are read in step t?"
  ) {
    $0.tokens = { row in row.map { _ in row[0] } }
  },
  wrongBatchPass(
    "targets read in place of inputs",
    "The network reads at each step the very token that it should predict.",
    "Which of the two does the network read?"
  ) {
    $0.row = { $0.targets[$1] }
  },
  wrongBatchPass(
    "a hidden bias that is missing", "b_h is left out at every step of every sequence.",
    "Which terms does the sum inside of tanh have?"
  ) {
    $0.edit = { $0.bHidden *= 0 }
  },
  wrongBatchPass(
    "an output bias that is missing", "b_o is left out, and frequent words lose their lead.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.edit = { $0.bOutput *= 0 }
  },
  wrongBatchPass(
    "both biases missing", "No bias has any effect, on states or logits.", "Which sums have a bias?"
  ) {
    $0.edit = {
      $0.bHidden *= 0
      $0.bOutput *= 0
    }
  },
  wrongBatchPass(
    "both biases added to the first sequence alone",
    "All sequences but the first run without b_h and b_o.",
    "To how many columns does the bias belong?"
  ) {
    $0.bias = { matrix, bias in
      var result = matrix
      for i in 0..<matrix.rows { result[i, 0] += bias[i] }
      return result
    }
    $0.logits = { p, hidden, _ in
      var result = p.W * hidden
      for i in 0..<result.rows { result[i, 0] += p.bOutput[i] }
      return result
    }
  },
  wrongBatchPass(
    "V transposed", "The past enters each step along every connection in the wrong direction.",
    "Which index of V belongs to the new state?"
  ) {
    $0.edit = { $0.V = $0.V.transposed }
  },
  wrongBatchPass(
    "a state without tanh", "The states may grow from step to step without a bound.",
    "What lies between the sum and the state?"
  ) {
    $0.activation = { $0 }
  },
  wrongBatchPass(
    "a sigmoid in place of tanh", "States can never be negative, and a sum of 0 gives one half.",
    "In which range does a hidden state lie?"
  ) {
    $0.activation = { 1 / (1 + exp(-$0)) }
  },
  // The logits, and what is kept.
  wrongBatchPass(
    "logits from the states before the step",
    "Each prediction is made before the token of its step has been read.",
    "Has the network read token t when it gives `logits[t]`?"
  ) { $0.shown = { old, _, _ in old } },
  wrongBatchPass(
    "a softmax on the logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Do logits have to be positive and to add up to 1?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(columns: try (0..<logits.columns).map { try softmax(logits.column($0)) })
    }
  },
  wrongBatchPass(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(columns: (0..<logits.columns).map { logSoftmax(logits.column($0)) })
    }
  },
  wrongBatchPass(
    "a softmax over the sequences of the batch",
    "Sequences compete with each other for each word, and what is kept are shares.",
    "Do logits have to be positive and to add up to 1, and along which index would they?"
  ) {
    $0.logits = { p, hidden, _ in
      let logits = (p.W * hidden).adding(toColumns: p.bOutput)
      return Matrix(rows: try (0..<logits.rows).map { try softmax(logits.row($0)) })
    }
  },
  wrongBatchPass(
    "a trace of B × H and B × V",
    "Every number is right, but a row belongs to each sequence where a column should.",
    "Which index of a matrix of states is the sequence?"
  ) {
    $0.finish = {
      $0.hidden = $0.hidden.map(\.transposed)
      $0.logits = $0.logits.map(\.transposed)
    }
  },
  wrongBatchPass(
    "hidden states that begin with the initial ones",
    "hidden[t] holds the states one step too early, so the backward pass meets the wrong ones.",
    "How many hidden states are there for T steps, and of which step is the first?"
  ) { $0.finish = { $0.hidden = [$0.initialHidden] + $0.hidden.dropLast() } },
  wrongBatchPass(
    "an initialHidden that holds the last states",
    "The trace has lost the states from which the sequences began.",
    "With what does the trace begin?"
  ) {
    $0.finish = { $0.initialHidden = $0.hidden.last ?? $0.initialHidden }
  },
  wrongBatchPass(
    "an initialHidden of zeros in the trace",
    "The trace has lost what the sequences began with, and holds zeros instead.",
    "Which states does the backward pass need at t = 0?"
  ) { $0.finish = { $0.initialHidden *= 0 } },
  wrongBatchPass(
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
