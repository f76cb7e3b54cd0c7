import Checking
import Contracts
import Recurrent
import Reference

/// The epochs of 05.3 with their decisions laid open.
struct FrameworkEpochs: Sendable {
  /// The two curves, of which a mistake may touch one only.
  enum Curve: Sendable { case training, validation }
  static let both: Set<Curve> = [.training, .validation]

  // The defaults are the right ones.
  var loop = FrameworkLoop()
  var validatesAfter = false
  var validatesOnce = false
  var validationTrains = false
  /// Whose sums over sequences become means.
  var divides = both
  /// The number that a sum is divided by.
  var divisor: @Sendable (Curve, FrameworkTrainingInput) -> Int = {
    $0 == .training ? $1.training.count : $1.validation.count
  }
  var perToken: Set<Curve> = []
  /// Whether the sum is divided by the number of all tokens.
  var perTokenOfAll: Set<Curve> = []
  var lastOnly: Set<Curve> = []
  var pilesUp: Set<Curve> = []
  /// The sequences that are met, in their order.
  var chosen: @Sendable (Curve, [Example]) -> [Example] = { $1 }
  var exchanges = false
  var extraEpochs = 0
  var forgets = false
  var forgetsAlways = false
  var validatesOnTraining = false
  var trainsOnValidation = false
  var stepsTwice = false
  /// Where the training loss is not that of the steps but is measured by itself.
  var measured: Measured?
  var recordsEachStep = false

  enum Measured { case beforeEpoch, afterEpoch }

  func callAsFunction(_ input: FrameworkTrainingInput) throws -> FrameworkTrainingOutput {
    var output = FrameworkTrainingOutput(
      trainingLoss: [], validationLoss: [], weights: input.weights)
    var memory = loop.memory(input.optimizer, input.weights)
    var first: Double?
    for _ in 0..<max(0, input.epochs + extraEpochs) {
      if forgets { memory = loop.memory(input.optimizer, output.weights) }
      var validation = 0.0
      if !validatesAfter {
        validation = try first ?? validated(input, &output.weights, &memory)
        if validatesOnce { first = validation }
      }
      let sequences = chosen(.training, trainsOnValidation ? input.validation : input.training)
      var training: [Double] = []
      if measured == .beforeEpoch { training = try losses(sequences, output.weights) }
      var steps: [Double] = []
      for example in sequences {
        if forgetsAlways { memory = loop.memory(input.optimizer, output.weights) }
        let loss = try loop.step(&output.weights, &memory, example, input.maximumNorm)
        if stepsTwice {
          _ = try loop.step(&output.weights, &memory, example, input.maximumNorm)
        }
        steps.append(perToken.contains(.training) ? loss / Double(example.inputs.count) : loss)
      }
      if measured == .afterEpoch { training = try losses(sequences, output.weights) }
      if validatesAfter { validation = try validated(input, &output.weights, &memory) }
      if recordsEachStep {
        output.trainingLoss += steps
        output.validationLoss += steps.map { _ in validation }
        continue
      }
      output.trainingLoss.append(
        reduced(.training, measured == nil ? steps : training, sequences, input))
      output.validationLoss.append(validation)
    }
    for t in output.trainingLoss.indices.dropFirst() {
      if pilesUp.contains(.training) { output.trainingLoss[t] += output.trainingLoss[t - 1] }
      if pilesUp.contains(.validation) { output.validationLoss[t] += output.validationLoss[t - 1] }
    }
    if exchanges {
      (output.trainingLoss, output.validationLoss) = (output.validationLoss, output.trainingLoss)
    }
    return output
  }

  private func losses(_ examples: [Example], _ weights: NetworkWeights) throws -> [Double] {
    try examples.map { try NetworkModel(weights).loss($0) }
  }

  private func validated(
    _ input: FrameworkTrainingInput, _ weights: inout NetworkWeights,
    _ memory: inout FrameworkLoop.Memory
  ) throws -> Double {
    let sequences = chosen(.validation, validatesOnTraining ? input.training : input.validation)
    let losses = try sequences.map { example in
      let loss =
        validationTrains
        ? try loop.step(&weights, &memory, example, input.maximumNorm)
        : try NetworkModel(weights).loss(example)
      return perToken.contains(.validation) ? loss / Double(example.inputs.count) : loss
    }
    return reduced(.validation, losses, sequences, input)
  }

  private func reduced(
    _ curve: Curve, _ losses: [Double], _ sequences: [Example], _ input: FrameworkTrainingInput
  ) -> Double {
    if lastOnly.contains(curve) { return losses.last ?? .nan }
    let sum = losses.reduce(0, +)
    if perTokenOfAll.contains(curve) {
      return sum / Double(sequences.reduce(0) { $0 + $1.inputs.count })
    }
    guard divides.contains(curve) else { return sum }
    let swapped = curve == .validation ? validatesOnTraining : trainsOnValidation
    return sum / Double(swapped ? sequences.count : divisor(curve, input))
  }
}

/// Epochs with one decision changed.
func wrongEpochs(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout FrameworkEpochs) -> Void
) -> Misconception<FrameworkTrainingInput, FrameworkTrainingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: FrameworkEpochs(), run: { try $0($1) },
    change: change)
}
