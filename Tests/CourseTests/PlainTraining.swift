import Contracts
import Recurrent
import Reference

/// A right training loop, written in another way than the reference's: losses and gradients from two
/// functions that know the network, clipping and step in one, on numbers in a row.
func plainTraining<Parameters: ParameterSet & Codable>(
  _ input: TrainingInput<Parameters>, logits: (Example, Parameters) throws -> [Vector],
  gradients: (Example, Parameters) throws -> Parameters
) throws -> TrainingOutput<Parameters> {
  var p = input.parameters
  var output = TrainingOutput<Parameters>(trainingLoss: [], validationLoss: [], parameters: p)
  func loss(_ example: Example) throws -> Double {
    try Reference.crossEntropy(
      try logits(example, p), targets: example.targets, reduction: .sum)
  }
  for _ in 0..<input.epochs {
    let validation = try input.validation.map(loss)
    output.validationLoss.append(validation.reduce(0) { $0 + $1 / Double(validation.count) })
    var training: [Double] = []
    for example in input.training {
      training.append(try loss(example))
      let g = try gradients(example, p)
      let norm = Vector(g.tensors.flatMap(\.elements)).norm
      let factor = -input.learningRate * Swift.min(1, input.maximumNorm / (norm + 1e-6))
      p.tensors = zip(p.tensors, g.tensors).map { $0 + factor * $1 }
    }
    output.trainingLoss.append(Vector(training).sum / Double(training.count))
  }
  output.parameters = p
  return output
}
