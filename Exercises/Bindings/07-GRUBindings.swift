// Given, not to be changed: the checks call your functions of lesson 07 through these.

import Contracts
import Pictures
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings07: [Binding] = [
  Binding("07.1") { (input: InitialParametersInput) in
    try input.last {
      try initialGRUParameters(
        hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
    }
  },
  Binding("07.2") { (input: GRUStepInput) in
    try gruStep(input.token, hidden: input.hidden, parameters: input.parameters)
  },
  Binding("07.3") { (input: GRUForwardInput) in
    try gruForward(
      input.inputs, initialHidden: input.initialHidden, parameters: input.parameters)
  },
  Binding("07.4") { (input: GRUBackwardInput) in
    let result = try gruBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return GRUBackwardOutput(
      gradients: result.gradients, dInitialHidden: result.dInitialHidden)
  },
  Binding("07.5") { (input: TrainingInput<GRUParameters>) in
    var parameters = input.parameters
    var log = trainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<GRUParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
  },
]
