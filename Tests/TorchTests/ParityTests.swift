import FrameworkReference
import Recurrent
import Reference
import Testing
import Torch

extension TorchTests {
  /// The from-scratch LSTM and the framework's, from the same weights on the same data.
  @Suite("Parity")
  struct ParityTests {
    struct Data {
      var parameters: LSTMParameters
      var training: [Example]
      var validation: [Example]

      init(seed: UInt32, hiddenSize: Int, sequences count: Int) throws {
        var random = SeededRandom(seed: seed)
        let sequences = CountingTask.sequences(count, using: &random)
        let vocabulary = try buildVocabulary(from: sequences)
        let sets = try partition(
          try sequences.map { try example(from: try encode($0, with: vocabulary)) })
        (training, validation) = (sets.training, sets.validation)
        parameters = try initialLSTMParameters(
          hiddenSize: hiddenSize, vocabularySize: vocabulary.count, using: &random)
      }

      /// - Returns: training and validation losses of both, epoch by epoch.
      func curves(epochs: Int, freezesBias: Bool = true) throws -> (own: [Double], other: [Double])
      {
        var own = TrainingLog(epochs: epochs), other = TrainingLog(epochs: epochs)
        var parameters = parameters
        try Reference.train(
          &parameters, on: training, validation: validation, epochs: epochs, learningRate: 0.1,
          maximumNorm: 0.25, log: &own)
        let network = try CountingNetwork(
          vocabularySize: parameters.vocabularySize, hiddenSize: parameters.hiddenSize,
          outputBias: true)
        try carryOver(self.parameters, into: network)
        if !freezesBias { try network.lstm.biasHiddenHidden?.requiresGrad(true) }
        let optimizer = try SGD(network.parameters.filter(\.requiresGrad), learningRate: 0.1)
        try FrameworkReference.train(
          network, optimizer, on: training, validation: validation, epochs: epochs,
          maximumNorm: 0.25, log: &other)
        return (
          own.trainingLoss + own.validationLoss, other.trainingLoss + other.validationLoss
        )
      }
    }

    func worst(_ curves: (own: [Double], other: [Double])) -> Double {
      zip(curves.own, curves.other).map { abs($0 - $1) / abs($0) }
        .reduce(0) { $0 >= $1 ? $0 : $1 }
    }

    @Test("over 200 epochs on a second seed both loss curves agree to 1e-9, and mostly to 1e-13")
    func wholeTraining() throws {
      let curves = try Data(seed: 7, hiddenSize: 50, sequences: 256).curves(epochs: 200)
      #expect(curves.own.count == 400)
      #expect(curves.other.count == 400)
      let worst = worst(curves)
      #expect(worst <= 1e-9, "\(worst)")
      #expect(worst <= 1e-11, "\(worst)")
    }

    @Test("other sizes and seeds agree as well", arguments: [1, 2, 3] as [UInt32])
    func otherSizes(seed: UInt32) throws {
      let curves = try Data(seed: seed, hiddenSize: 3 + 5 * Int(seed), sequences: 40)
        .curves(epochs: 10)
      let worst = worst(curves)
      #expect(worst <= 1e-11, "\(worst)")
    }

    @Test("with both biases trained the curves part: the frozen one is no matter of taste")
    func bothBiases() throws {
      let curves = try Data(seed: 1, hiddenSize: 8, sequences: 40)
        .curves(epochs: 5, freezesBias: false)
      #expect(worst(curves) > 1e-4)
    }
  }
}
