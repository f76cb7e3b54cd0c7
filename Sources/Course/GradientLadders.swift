import Checking
import Contracts
import Recurrent
import Reference
import Transcripts

// What lies below each backward pass: the student's own forward pass and loss on the same case, and the
// case cut to its first n steps. The trace that a backward pass is handed is the reference's, so these
// say what to mend first, not what made the gradient wrong.

let rnnLadder = LadderPlan<RNNBackwardInput>(
  steps: { $0.trace.inputs.count },
  prefix: { input, n in
    var input = input
    input.trace.inputs.removeLast(input.trace.inputs.count - n)
    input.trace.hidden.removeLast(input.trace.hidden.count - n)
    input.trace.logits.removeLast(input.trace.logits.count - n)
    input.targets.removeLast(input.targets.count - n)
    return input
  },
  rungs: { input, ask in
    [
      forwardExercise.rung(
        "forward pass",
        on: RNNForwardInput(
          inputs: input.trace.inputs, initialHidden: input.trace.initialHidden,
          parameters: input.parameters), ask),
      lossRung(input.trace.logits, input.targets, ask),
    ]
  })

let lstmLadder = LadderPlan<LSTMBackwardInput>(
  steps: { $0.trace.inputs.count },
  prefix: { input, n in
    var input = input
    input.trace.inputs.removeLast(input.trace.inputs.count - n)
    input.trace.steps.removeLast(input.trace.steps.count - n)
    input.trace.logits.removeLast(input.trace.logits.count - n)
    input.targets.removeLast(input.targets.count - n)
    return input
  },
  rungs: { input, ask in
    [
      lstmForwardExercise.rung(
        "forward pass",
        on: LSTMForwardInput(
          inputs: input.trace.inputs, initialHidden: input.trace.initialHidden,
          initialCell: input.trace.initialCell, parameters: input.parameters), ask),
      lossRung(input.trace.logits, input.targets, ask),
    ]
  })

let gruLadder = LadderPlan<GRUBackwardInput>(
  steps: { $0.trace.inputs.count },
  prefix: { input, n in
    var input = input
    input.trace.inputs.removeLast(input.trace.inputs.count - n)
    input.trace.steps.removeLast(input.trace.steps.count - n)
    input.trace.logits.removeLast(input.trace.logits.count - n)
    input.targets.removeLast(input.targets.count - n)
    return input
  },
  rungs: { input, ask in
    [
      gruForwardExercise.rung(
        "forward pass",
        on: GRUForwardInput(
          inputs: input.trace.inputs, initialHidden: input.trace.initialHidden,
          parameters: input.parameters), ask),
      lossRung(input.trace.logits, input.targets, ask),
    ]
  })

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

let layerLadder = LadderPlan<LayerBackwardInput>(
  steps: { $0.trace.inputs.count },
  prefix: { input, n in
    var input = input
    input.trace.inputs = Array(input.trace.inputs.prefix(n))
    input.trace.steps = Array(input.trace.steps.prefix(n))
    input.dOutputs = Array(input.dOutputs.prefix(n))
    return input
  },
  rungs: { input, ask in
    [
      layerForwardExercise.rung(
        "forward pass",
        on: LayerForwardInput(inputs: input.trace.inputs, parameters: input.parameters), ask)
    ]
  })

// What a reverse layer has seen at step t lies in the future: cut short, its states are others, and the
// forward pass must run again.

let levelLadder = LadderPlan<LevelBackwardInput>(
  steps: { $0.trace.forward.inputs.count },
  prefix: { input, n in
    var input = input
    let (inputs, level) = (Array(input.trace.forward.inputs.prefix(n)), input.parameters)
    input.trace = known { try levelForward(inputs, parameters: level) }
    input.dOutputs = Array(input.dOutputs.prefix(n))
    return input
  },
  rungs: { input, ask in
    [
      levelForwardExercise.rung(
        "forward pass",
        on: LevelForwardInput(inputs: input.trace.forward.inputs, parameters: input.parameters),
        ask)
    ]
  })

let stackLadder = LadderPlan<StackBackwardInput>(
  steps: { $0.trace.inputs.count },
  prefix: { input, n in
    var input = input
    let (inputs, stack) = (Array(input.trace.inputs.prefix(n)), input.parameters)
    input.trace = known { try stackForward(inputs, parameters: stack) }
    input.dLogits = Array(input.dLogits.prefix(n))
    return input
  },
  rungs: { input, ask in
    [
      stackForwardExercise.rung(
        "forward pass",
        on: StackForwardInput(inputs: input.trace.inputs, parameters: input.parameters), ask)
    ]
  })

/// The summed cross-entropy of 02.5 on the same logits.
func lossRung(_ logits: [Vector], _ targets: [Int], _ ask: Ask) -> GradientLadder.Rung {
  crossEntropyExercise.rung(
    "loss", on: CrossEntropyInput(logits: logits, targets: targets), ask)
}
