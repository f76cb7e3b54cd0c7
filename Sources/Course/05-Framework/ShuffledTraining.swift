import Checking
import Contracts
import Recurrent
import Reference

/// An order of chance is another one in every run: some order of each epoch gives the student's curve.
let shuffledTraining = Symptom<FrameworkTrainingInput, FrameworkTrainingOutput>(
  "training sequences that are shuffled in each epoch",
  explanation: "All sequences are learnt once in an epoch, but not in the given order.",
  question: "Which order have the sequences of `training`, and may it be changed?"
) { input, _, got in
  guard input.training.count <= 4, got.trainingLoss.count == input.epochs else { return false }
  let loop = FrameworkLoop()
  let orders = orders(of: input.training)
  var weights = input.weights
  var memory = loop.memory(input.optimizer, weights)
  for wanted in got.trainingLoss {
    let fitting = orders.lazy.compactMap { order in
      epoch(order, from: weights, memory, loop, input.maximumNorm)
    }.first { isClose($0.loss, wanted) }
    guard let fitting else { return false }
    (weights, memory) = (fitting.weights, fitting.memory)
  }
  return zip(weights.tensors, got.weights.tensors).allSatisfy {
    zip($0.elements, $1.elements).allSatisfy { isClose($0, $1) }
  }
}

private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * max(1, abs(a)) }

private func epoch(
  _ examples: [Example], from weights: NetworkWeights, _ memory: FrameworkLoop.Memory,
  _ loop: FrameworkLoop, _ maximumNorm: Double
) -> (loss: Double, weights: NetworkWeights, memory: FrameworkLoop.Memory)? {
  var (weights, memory) = (weights, memory)
  let losses = try? examples.map { try loop.step(&weights, &memory, $0, maximumNorm) }
  return losses.map { ($0.reduce(0, +) / Double(examples.count), weights, memory) }
}

/// All orders of a few sequences.
private func orders(of examples: [Example]) -> [[Example]] {
  guard !examples.isEmpty else { return [[]] }
  return examples.indices.flatMap { first in
    var others = examples
    let chosen = others.remove(at: first)
    return orders(of: others).map { [chosen] + $0 }
  }
}
