import Checking
import Contracts
import Recurrent

// A line copied from one gate to the next with a letter left as it was.

private let inputMatrices = [
  WeightSlot("Wxr", of: "the reset gate", \GRUParameters.Wxr),
  WeightSlot("Wxz", of: "the update gate", \.Wxz), WeightSlot("Wxn", of: "the candidate", \.Wxn),
]

private let stateMatrices = [
  WeightSlot("Whr", of: "the reset gate", \GRUParameters.Whr),
  WeightSlot("Whz", of: "the update gate", \.Whz), WeightSlot("Whn", of: "the candidate", \.Whn),
]

private let inputBiases = [
  WeightSlot("bxr", of: "the reset gate", \GRUParameters.bxr),
  WeightSlot("bxz", of: "the update gate", \.bxz), WeightSlot("bxn", of: "the candidate", \.bxn),
]

private let stateBiases = [
  WeightSlot("bhr", of: "the reset gate", \GRUParameters.bhr),
  WeightSlot("bhz", of: "the update gate", \.bhz), WeightSlot("bhn", of: "the candidate", \.bhn),
]

let gruWeightSlips: [Misconception<GRUStepInput, GRUStep>] =
  slips(inputMatrices) + slips(stateMatrices) + slips(inputBiases) + slips(stateBiases)

private func slips<Value>(
  _ slots: [WeightSlot<GRUParameters, Value>]
) -> [Misconception<GRUStepInput, GRUStep>] {
  weightSlips(slots) { name, explanation, question, change in
    wrongStep(name, explanation, question) { $0.weights = change }
  }
}
