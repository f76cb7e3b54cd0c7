import Testing
import Torch

extension TorchTests {
  @Suite("Training")
  struct TrainingTests {
    @Test("a step of training lowers the loss, and the clipped norm is the limit")
    func step() throws {
      try manualSeed(1)
      let net = try Net(hiddenSize: 8)
      let optimizer = try SGD(net.parameters, learningRate: 0.1)
      let inputs = try oneHot([0, 0, 1, 1], classes: 3)
      let targets = try Tensor(ids: [0, 1, 1, 2])
      let before = try crossEntropy(net(inputs), targets: targets, reduction: .sum)
      try optimizer.zeroGrad()
      try before.backward()
      let norm = try clipGradientNorm(net.parameters, maximumNorm: 0.25)
      #expect(norm > 0.25)
      #expect(
        try abs(clipGradientNorm(net.parameters, maximumNorm: .infinity) - 0.25) <= 1e-6)
      try optimizer.step()
      let after = try crossEntropy(net(inputs), targets: targets, reduction: .sum)
      #expect(try after.item() < before.item())
    }
  }
}

/// The net of the lessons: one layer, three tokens.
final class Net: Module {
  let lstm: LSTM
  let out: Linear

  init(hiddenSize: Int, vocabulary: Int = 3, dtype: DType = .float64) throws {
    lstm = try LSTM(inputSize: vocabulary, hiddenSize: hiddenSize, dtype: dtype)
    out = try Linear(inFeatures: hiddenSize, outFeatures: vocabulary, dtype: dtype)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor { try out(lstm(inputs).output) }
}
