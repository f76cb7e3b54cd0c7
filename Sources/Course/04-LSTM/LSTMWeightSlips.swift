import Checking
import Contracts
import Recurrent

// A line copied from one gate to the next with a letter left as it was.

private let matrices = [
  WeightSlot("Wf", of: "the forget gate", \LSTMParameters.Wf),
  WeightSlot("Wi", of: "the input gate", \.Wi), WeightSlot("Wg", of: "the candidate", \.Wg),
  WeightSlot("Wo", of: "the output gate", \.Wo),
]

private let biases = [
  WeightSlot("bf", of: "the forget gate", \LSTMParameters.bf),
  WeightSlot("bi", of: "the input gate", \.bi), WeightSlot("bg", of: "the candidate", \.bg),
  WeightSlot("bo", of: "the output gate", \.bo),
]

let lstmWeightSlips: [Misconception<LSTMStepInput, LSTMStep>] =
  weightSlips(matrices) { name, explanation, question, change in
    wrongLSTMStep(name, explanation, question) { $0.weights = change }
  }
  + weightSlips(biases) { name, explanation, question, change in
    wrongLSTMStep(name, explanation, question) { $0.weights = change }
  }
