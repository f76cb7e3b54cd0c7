import Testing
import Torch

@Suite("Framework", .enabled(if: Framework.isAvailable))
struct FrameworkTests {
  @Test("a version is known") func version() {
    #expect(Framework.version.hasPrefix("1.") || Framework.version.hasPrefix("2."))
  }

  @Test("the same seed gives the same numbers, another seed others")
  func seeds() throws {
    func drawn(_ seed: UInt64) throws -> [Double] {
      try manualSeed(seed)
      let lstm = try LSTM(inputSize: 2, hiddenSize: 3)
      return try Tensor.randn([4]).values() + Tensor.rand([4]).values()
        + lstm.weightInputHidden.values()
    }
    let first = try drawn(7)
    #expect(try drawn(7) == first)
    #expect(try drawn(8) != first)
  }

  @Test("a training step lowers the loss")
  func step() throws {
    try manualSeed(1)
    let lstm = try LSTM(inputSize: 4, hiddenSize: 5)
    let out = try Linear(inFeatures: 5, outFeatures: 4)
    let parameters = lstm.parameters + out.parameters
    let optimizer = try SGD(parameters, learningRate: 0.1)
    let x = try oneHot([0, 1, 2], classes: 4)
    let y = try Tensor([1, 2, 3])
    var losses: [Double] = []
    for _ in 0..<3 {
      try optimizer.zeroGrad()
      let loss = try crossEntropy(out(lstm(x).output), targets: y, reduction: .sum)
      try loss.backward()
      try clipGradientNorm(parameters, maximumNorm: 5)
      try optimizer.step()
      losses.append(try loss.item())
    }
    print(losses, x, try lstm.weightInputHidden)
    #expect(losses[2] < losses[1] && losses[1] < losses[0])
  }
}
