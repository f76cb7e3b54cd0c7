import Checking
import Contracts
import Recurrent
import Reference

// What the sums go through.
let lstmActivationMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
  wrongLSTMStep(
    "a candidate through sigmoid",
    "Nothing negative is ever added to the cell, so that it can count up but not down.",
    "Can what is added to the cell be negative?"
  ) {
    $0.activateCandidate = { try sigmoid($0) }
  },
  wrongLSTMStep(
    "a candidate without its activation",
    "A single token may write a number of any size into the cell.",
    "In which range does the candidate lie?"
  ) {
    $0.activateCandidate = { $0 }
  },
  wrongLSTMStep(
    "a candidate through ReLU",
    "Nothing negative is ever added to the cell, so that it can count up but not down.",
    "Can what is added to the cell be negative?"
  ) {
    $0.activateCandidate = { $0.map { max(0, $0) } }
  },
  wrongLSTMStep(
    "gates through tanh",
    "All gates may become negative, and then turn round the sign of what they weigh.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in try tanh(gate) }
  },
  wrongLSTMStep(
    "a forget gate through tanh",
    "The forget gate may become negative, and then turns round the sign of the old cell.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .forget ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongLSTMStep(
    "an input gate through tanh",
    "The input gate may become negative, and then turns round the sign of the candidate.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .input ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongLSTMStep(
    "an output gate through tanh",
    "The output gate may become negative, and then turns round the sign of what is shown.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .output ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongLSTMStep(
    "gates through sigmoid twice",
    "All gates are at least half open, so that nothing can be forgotten or shut out.",
    "What is the smallest value of σ(σ(x))?"
  ) {
    $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
  },
  wrongLSTMStep(
    "gates through softmax", "The units of a gate compete, so that only one of them can be open.",
    "Does the gate of one unit depend on those of the others?"
  ) {
    $0.activateGate = { gate, _ in try softmax(gate) }
  },
  wrongLSTMStep(
    "gates without their activation",
    "A gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in gate }
  },
]
