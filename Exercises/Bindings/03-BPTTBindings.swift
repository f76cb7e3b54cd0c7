// Given, not to be changed: the checks call your functions of lesson 03 through these.

import Contracts
import Pictures
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings03: [Binding] = [
  Binding("03.1") { (input: RNNBackwardInput) in
    let result = try rnnBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return RNNBackwardOutput(
      gradients: result.gradients, dInitialHidden: result.dInitialHidden)
  },
  Binding("03.2") { (input: GradientCheckInput) in
    GradientCheckOutput(
      gradient: try numericalGradient(
        of: { input.function($0) }, at: input.point, step: input.step),
      relativeError: try relativeError(input.analytic, input.numerical))
  },
  Binding("03.3") { (input: ClipInput) in
    try clip(input.gradients, maximumNorm: input.maximumNorm)
  },
  Binding("03.4") { (input: SGDInput) in
    var parameters = input.parameters
    for gradients in input.gradients {
      try sgdStep(&parameters, gradients: gradients, learningRate: input.learningRate)
    }
    return parameters
  },
  Binding("03.5") { (input: TrainingInput<RNNParameters>) in
    var parameters = input.parameters
    var log = trainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<RNNParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
  },
  Binding("03.6") { (input: GenerationInput) in
    try generate(
      from: input.prompt, parameters: input.parameters, endOfSequence: input.endOfSequence,
      limit: input.limit)
  },
  Binding("03.7") { (input: GradientOnTrial) in
    switch input {
    case .network(let trial):
      return try wrongTensors(
        in: trial.gradient,
        of: { parameters in
          let trace = try rnnForward(
            trial.inputs, initialHidden: trial.initialHidden, parameters: parameters)
          return try crossEntropy(trace.logits, targets: trial.targets, reduction: .sum)
        }, at: trial.parameters)
    case .function(let trial):
      return try wrongTensors(
        in: trial.gradient, of: { trial.function($0) }, at: trial.point)
    }
  },
]
