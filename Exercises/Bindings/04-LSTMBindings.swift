// Given, not to be changed: the checks call your functions of lesson 04 through these.

import Contracts
import Pictures
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings04: [Binding] = [
  Binding("04.1") { (input: InitialParametersInput) in
    try input.last {
      try initialLSTMParameters(
        hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
    }
  },
  Binding("04.2") { (input: LSTMStepInput) in
    try lstmStep(
      input.token, hidden: input.hidden, cell: input.cell, parameters: input.parameters)
  },
  Binding("04.3") { (input: LSTMForwardInput) in
    try lstmForward(
      input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell,
      parameters: input.parameters)
  },
  Binding("04.4") { (input: LSTMBackwardInput) in
    let result = try lstmBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return LSTMBackwardOutput(
      gradients: result.gradients, dInitialHidden: result.dInitialHidden,
      dInitialCell: result.dInitialCell)
  },
  Binding("04.5") { (input: TrainingInput<LSTMParameters>) in
    var parameters = input.parameters
    var log = trainingLog(epochs: input.epochs)
    try train(
      &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
      learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
    return TrainingOutput<LSTMParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
  },
  Binding("04.6") { (input: TraceOnTrial) in
    TraceComplaint(
      try complaint(
        about: input.trace, hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize))
  },
]
