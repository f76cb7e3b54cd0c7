// Given, not to be changed: the checks call your functions of lesson 06 through these.

import Contracts
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings06: [Binding] = [
  Binding("06.1") { (examples: [Example]) in try pad(examples) },
  Binding("06.2") { (input: MaskedCrossEntropyInput) in
    let result = try maskedCrossEntropy(input.logits, batch: input.batch)
    return MaskedCrossEntropyOutput(loss: result.loss, dLogits: result.dLogits)
  },
  Binding("06.3") { (input: BatchedForwardInput) in
    try batchedForward(
      input.batch, initialHidden: input.initialHidden, parameters: input.parameters)
  },
  Binding("06.4") { (input: BatchedBackwardInput) in
    let result = try batchedBackward(
      input.trace, dLogits: input.dLogits, parameters: input.parameters)
    return BatchedBackwardOutput(
      gradients: result.gradients, dInitialHidden: result.dInitialHidden)
  },
  Binding("06.5") { (input: BatchTrainingInput) in
    var parameters = input.parameters
    let losses = try input.batches.map {
      try trainingStep(
        &parameters, on: $0, learningRate: input.learningRate, maximumNorm: input.maximumNorm)
    }
    return BatchTrainingOutput(losses: losses, parameters: parameters)
  },
  Binding("06.6") { (input: BucketsInput) in try buckets(input.examples, size: input.size) },
]
