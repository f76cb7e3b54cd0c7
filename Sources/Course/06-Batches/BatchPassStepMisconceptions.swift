import Checking
import Contracts
import Recurrent

/// What one step does with all columns, and what of it the trace keeps.
let batchPassStepMisconceptions: [Misconception<BatchedForwardInput, BatchTrace>] = [
  wrongBatchPass(
    "b_h added twice", "The hidden bias is counted twice at every step.",
    "How often does the sum inside of tanh hold b_h?"
  ) { $0.edit = { $0.bHidden = 2 * $0.bHidden } },
  wrongBatchPass(
    "b_o added twice", "The output bias is counted twice in all logits.",
    "How often do the logits hold b_o?"
  ) { $0.edit = { $0.bOutput = 2 * $0.bOutput } },
  wrongBatchPass(
    "b_h behind the tanh: tanh(U x + V h′) + b_h",
    "The bias is added outside of tanh, so that states leave the range from −1 to 1.",
    "Which terms does the sum inside of tanh have?"
  ) {
    $0.bias = { matrix, _ in matrix }
    $0.afterActivation = { new, p in new.adding(toColumns: p.bHidden) }
  },
  wrongBatchPass(
    "b_h inside of tanh and once more behind it",
    "The bias is added a second time outside of tanh.",
    "How often does a step add b_h?"
  ) { $0.afterActivation = { new, p in new.adding(toColumns: p.bHidden) } },
  wrongBatchPass(
    "V h′ left out: states that see no past",
    "Each state is made of its token alone, and nothing is remembered.",
    "Which terms does the sum inside of tanh have?"
  ) { $0.edit = { $0.V *= 0 } },
  wrongBatchPass(
    "U x left out: states that see no token",
    "No token has any effect on the states.",
    "Which terms does the sum inside of tanh have?"
  ) { $0.edit = { $0.U *= 0 } },
  wrongBatchPass(
    "U x and V h′ multiplied instead of added",
    "Where one of the two is near zero, the other one is lost.",
    "How are token and past combined inside of tanh?"
  ) { $0.sum = { input, past, _ in input.hadamard(past) } },
  wrongBatchPass(
    "V h′ with the opposite sign", "Each unit of the past acts against its weight.",
    "Which sign has V h′ in the sum inside of tanh?"
  ) { $0.edit = { $0.V *= -1 } },
  wrongBatchPass(
    "tanh twice", "Each state is squeezed a second time and comes out too small.",
    "How often does the sum go through tanh?"
  ) { $0.activation = { tanh(tanh($0)) } },
  wrongBatchPass(
    "ReLU in place of tanh", "States can never be negative and may grow without a bound.",
    "In which range does a hidden state lie?"
  ) { $0.activation = { max(0, $0) } },
  wrongBatchPass(
    "the input of the step before", "Each step reads what belongs to the step before it.",
    "Which row of `inputs` does step t read?"
  ) { $0.row = { $0.inputs[max($1 - 1, 0)] } },
  wrongBatchPass(
    "the input of the next step", "Each step reads a token too early.",
    "Which row of `inputs` does step t read?"
  ) { $0.row = { $0.inputs[min($1 + 1, $0.steps - 1)] } },
  wrongBatchPass(
    "the past of the first sequence for all",
    "V meets the first column of the states only, so all sequences remember what the first one does.",
    "How many columns has V H?"
  ) {
    $0.sum = { input, past, _ in
      input + past.selecting(columns: (0..<past.columns).map { _ in 0 })
    }
  },
  wrongBatchPass(
    "a past that is the mean over the sequences",
    "All sequences share one past, made of all of them.",
    "Does sequence 0 know what sequence 1 has read?"
  ) {
    $0.sum = { input, past, _ in
      input
        + (0 * past).adding(toColumns: (1 / Double(past.columns)) * past.sumOfColumns)
    }
  },
  // The logits.
  wrongBatchPass(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, hidden, _ in (p.W * hidden).adding(toColumns: p.bOutput).map { tanh($0) } }
  },
  wrongBatchPass(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
    "In which range may a logit lie?"
  ) {
    $0.logits = { p, hidden, _ in
      (p.W * hidden).adding(toColumns: p.bOutput).map { 1 / (1 + exp(-$0)) }
    }
  },
  wrongBatchPass(
    "tanh of the state in the logits",
    "The state is squeezed once more before W sees it.",
    "Is there anything between H_t and W?"
  ) {
    $0.logits = { p, hidden, _ in
      (p.W * hidden.map { tanh($0) }).adding(toColumns: p.bOutput)
    }
  },
  wrongBatchPass(
    "b_o added to the first sequence's logits alone",
    "All sequences but the first have logits without b_o; the states are right.",
    "To how many columns does the bias belong?"
  ) {
    $0.logits = { p, hidden, _ in
      var result = p.W * hidden
      for i in 0..<result.rows { result[i, 0] += p.bOutput[i] }
      return result
    }
  },
  wrongBatchPass(
    "b_h added to the first sequence alone",
    "All sequences but the first step without b_h; the logits have their bias.",
    "To how many columns does the bias belong?"
  ) {
    $0.bias = { matrix, bias in
      var result = matrix
      for i in 0..<matrix.rows { result[i, 0] += bias[i] }
      return result
    }
  },
  wrongBatchPass(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) { $0.finish = { $0.logits = $0.logits.suffix(1) } },
  wrongBatchPass(
    "logits of B × V", "The states are right, but the logits have a row for each sequence.",
    "Which index of `logits[t]` is the sequence?"
  ) { $0.finish = { $0.logits = $0.logits.map(\.transposed) } },
  wrongBatchPass(
    "states of B × H", "The logits are right, but the states have a row for each sequence.",
    "Which index of `hidden[t]` is the sequence?"
  ) { $0.finish = { $0.hidden = $0.hidden.map(\.transposed) } },
  // The trace.
  wrongBatchPass(
    "the initial states in front of the others: T + 1 of them",
    "`hidden` holds one matrix too many, so that hidden[t] is the state before step t.",
    "How many hidden states are there for T steps?"
  ) { $0.finish = { $0.hidden = [$0.initialHidden] + $0.hidden } },
  wrongBatchPass(
    "a trace whose batch has a mask of ones",
    "The backward pass will take padding for tokens.", "Which batch does the trace keep?"
  ) { $0.finish = { $0.batch.mask = $0.batch.mask.map { _ in 1 } } },
]
