import Checking
import Contracts
import Recurrent
import Transcripts

// What lies below each backward pass: the student's own forward pass and loss on the same case, and the
// case cut to its first n steps. The trace that a backward pass is handed is the reference's, so these
// say what to mend first, not what made the gradient wrong.

let rnnLadder = ladder(
  below: forwardExercise, trace: \RNNBackwardInput.trace, perStep: \.targets,
  inputs: \RNNForwardInput.inputs,
  reading: {
    RNNForwardInput(
      inputs: $0.trace.inputs, initialHidden: $0.trace.initialHidden, parameters: $0.parameters)
  }, loss: { CrossEntropyInput(logits: $0.trace.logits, targets: $0.targets) })

let lstmLadder = ladder(
  below: lstmForwardExercise, trace: \LSTMBackwardInput.trace, perStep: \.targets,
  inputs: \LSTMForwardInput.inputs,
  reading: {
    LSTMForwardInput(
      inputs: $0.trace.inputs, initialHidden: $0.trace.initialHidden,
      initialCell: $0.trace.initialCell, parameters: $0.parameters)
  }, loss: { CrossEntropyInput(logits: $0.trace.logits, targets: $0.targets) })

let gruLadder = ladder(
  below: gruForwardExercise, trace: \GRUBackwardInput.trace, perStep: \.targets,
  inputs: \GRUForwardInput.inputs,
  reading: {
    GRUForwardInput(
      inputs: $0.trace.inputs, initialHidden: $0.trace.initialHidden, parameters: $0.parameters)
  }, loss: { CrossEntropyInput(logits: $0.trace.logits, targets: $0.targets) })

let layerLadder = ladder(
  below: layerForwardExercise, trace: \LayerBackwardInput.trace, perStep: \.dOutputs,
  inputs: \LayerForwardInput.inputs,
  reading: { LayerForwardInput(inputs: $0.trace.inputs, parameters: $0.parameters) })

let levelLadder = ladder(
  below: levelForwardExercise, trace: \LevelBackwardInput.trace, perStep: \.dOutputs,
  inputs: \LevelForwardInput.inputs,
  reading: { LevelForwardInput(inputs: $0.trace.forward.inputs, parameters: $0.parameters) })

let stackLadder = ladder(
  below: stackForwardExercise, trace: \StackBackwardInput.trace, perStep: \.dLogits,
  inputs: \StackForwardInput.inputs,
  reading: { StackForwardInput(inputs: $0.trace.inputs, parameters: $0.parameters) })

let batchLadder = LadderPlan<BatchedBackwardInput>(
  steps: { $0.trace.batch.steps },
  prefix: { input, n in
    var input = input
    let batch = input.trace.batch
    input.trace.batch = Batch(
      inputs: Array(batch.inputs.prefix(n)), targets: Array(batch.targets.prefix(n)),
      mask: Matrix(n, batch.size, Array(batch.mask.elements.prefix(n * batch.size))))
    input.trace.hidden = Array(input.trace.hidden.prefix(n))
    input.trace.logits = Array(input.trace.logits.prefix(n))
    input.dLogits = Array(input.dLogits.prefix(n))
    return input
  },
  rungs: { input, ask in
    [
      batchedForwardExercise.rung(
        "forward pass",
        on: BatchedForwardInput(
          batch: input.trace.batch, initialHidden: input.trace.initialHidden,
          parameters: input.parameters), ask)
    ]
  })

/// A ladder below a backward pass over one sequence.
///
/// - Parameters:
///   - forward: the exercise that makes the trace.
///   - trace: what the backward pass is handed.
///   - perStep: what it is handed beside it, one for each step.
///   - inputs: what the forward pass reads, one for each step.
///   - reading: the forward pass that made the trace.
///   - loss: what the gradient begins from, where that is the summed cross-entropy.
private func ladder<Input, Reading, Trace, Token, Step>(
  below forward: Exercise<Reading, Trace>, trace: any WritableKeyPath<Input, Trace> & Sendable,
  perStep: any WritableKeyPath<Input, [Step]> & Sendable,
  inputs: any WritableKeyPath<Reading, [Token]> & Sendable,
  reading: @escaping @Sendable (Input) -> Reading,
  loss: (@Sendable (Input) -> CrossEntropyInput)? = nil
) -> LadderPlan<Input> {
  LadderPlan(
    steps: { $0[keyPath: perStep].count },
    prefix: { input, n in
      var (cut, read) = (input, reading(input))
      read[keyPath: inputs].removeLast(read[keyPath: inputs].count - n)
      cut[keyPath: perStep].removeLast(cut[keyPath: perStep].count - n)
      // A reverse layer's states at step t come from what lies behind it: the forward pass runs again.
      cut[keyPath: trace] = known { try forward.reference(read) }
      return cut
    },
    rungs: { input, ask in
      [forward.rung("forward pass", on: reading(input), ask)]
        + (loss.map { [crossEntropyExercise.rung("loss", on: $0(input), ask)] } ?? [])
    })
}
