import Recurrent
import Reference
import Testing

/// A training loop spelled out of the exercises' functions, to hold a trainer against.
struct ComposedTraining<Parameters: ParameterSet> {
  /// The summed loss of a sequence and its gradient, by the exercises' forward and backward pass.
  var lossAndGradient: (Example, Parameters) throws -> (loss: Double, gradients: Parameters)

  func run(
    _ start: Parameters, _ examples: [Example], epochs: Int, learningRate: Double,
    maximumNorm: Double
  ) throws -> (losses: [Double], parameters: Parameters) {
    var parameters = start
    var losses: [Double] = []
    for _ in 0..<epochs {
      var sum = 0.0
      for example in examples {
        let (loss, gradients) = try lossAndGradient(example, parameters)
        sum += loss
        try sgdStep(
          &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
          learningRate: learningRate)
      }
      losses.append(sum / Double(examples.count))
    }
    return (losses, parameters)
  }

  /// Trains networks of sizes around a register both ways and expects the same to 1e-12.
  ///
  /// - Parameters:
  ///   - draw: new parameters of a hidden size and a vocabulary size.
  ///   - train: the reference's training for five epochs at the rate 0.05.
  func expectEqual(
    drawn draw: (Int, Int, inout SeededRandom) throws -> Parameters,
    train: (inout Parameters, [Example], _ maximumNorm: Double, inout TrainingLog) throws -> Void
  ) throws {
    for (hiddenSize, vocabularySize) in [(1, 3), (7, 4), (8, 5), (9, 4), (17, 6)] {
      var random = SeededRandom(seed: UInt32(hiddenSize))
      let start = try draw(hiddenSize, vocabularySize, &random)
      let examples = (0..<12).map { _ in
        let ids = (0..<random.integer(in: 2...9)).map { _ in
          random.integer(in: 0...vocabularySize - 1)
        }
        return Example(inputs: Array(ids.dropLast()), targets: Array(ids.dropFirst()))
      }
      for maximumNorm in [0.25, 1e9] {
        let expected = try run(
          start, examples, epochs: 5, learningRate: 0.05, maximumNorm: maximumNorm)
        var parameters = start
        var log = TrainingLog(epochs: 5)
        try train(&parameters, examples, maximumNorm, &log)
        #expect(log.trainingLoss.count == expected.losses.count)
        for (a, b) in zip(log.trainingLoss, expected.losses) { #expect(abs(a - b) < 1e-12) }
        for (a, b) in zip(parameters.tensors, expected.parameters.tensors) {
          #expect((a - b).sumOfSquares.squareRoot() < 1e-12)
        }
      }
    }
  }
}
