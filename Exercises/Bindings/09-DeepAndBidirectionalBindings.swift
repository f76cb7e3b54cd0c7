// Given, not to be changed: the checks call your functions of lesson 09 through these.

import Contracts
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings09: [Binding] = [
  Binding("09.1") { (input: LayerForwardInput) in
    try layerForward(input.inputs, parameters: input.parameters)
  },
  Binding("09.2") { (input: LevelForwardInput) in
    try levelForward(input.inputs, parameters: input.parameters)
  },
  Binding("09.3") { (input: StackForwardInput) in
    try stackForward(input.inputs, parameters: input.parameters)
  },
  Binding("09.4") { (input: LayerBackwardInput) in
    let result = try layerBackward(
      input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
  Binding("09.5") { (input: LevelBackwardInput) in
    let result = try levelBackward(
      input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
  Binding("09.6") { (input: StackBackwardInput) in
    let result = try stackBackward(
      input.trace, dLogits: input.dLogits, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
]
