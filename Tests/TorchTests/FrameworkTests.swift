import Testing
import Torch

@Suite("Framework")
struct FrameworkTests {
  @Test("the version is there exactly when libtorch is")
  func version() {
    #expect((Framework.version != nil) == Framework.isAvailable)
    #expect(Framework.version?.contains(".") != false)
  }
}

@Suite("A build without libtorch", .disabled(if: Framework.isAvailable))
struct WithoutLibtorchTests {
  @Test("everything throws one sentence that says what to install")
  func sentence() {
    let missing = TorchError(
      "this build has no libtorch; install libtorch-dev and build with the trait Torch")
    #expect(throws: missing) { try Tensor.zeros([2]) }
    #expect(throws: missing) { try Tensor([1, 2]) }
    #expect(throws: missing) { try manualSeed(1) }
    #expect(throws: missing) { try LSTM(inputSize: 2, hiddenSize: 2) }
    #expect(throws: missing) { try SGD([], learningRate: 0.1) }
    #expect(noGrad { 7 } == 7)
  }
}
