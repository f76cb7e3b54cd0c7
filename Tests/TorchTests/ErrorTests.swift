import Testing

@testable import Torch

extension TorchTests {
  @Suite("TorchError")
  struct ErrorTests {
    @Test("sizes that do not fit are named, and the program lives on")
    func sizes() throws {
      let (a, b) = try (Tensor.zeros([2, 3]), Tensor.zeros([4, 5]))
      #expect(try message { try a.matmul(b) }.contains("2x3 and 4x5"))
      #expect(try message { try a + b }.contains("must match the size of tensor b"))
      #expect(
        try message { try Tensor([1, 2, 3, 4, 5], shape: [2, 3]) }.contains("input of size 5"))
      #expect(try message { try a.reshaped([4]) }.contains("'[4]' is invalid"))
      #expect(
        try a.matmul(b.reshaped([5, 4]).narrow(dim: 0, start: 0, length: 3)).shape == [2, 4])
    }

    @Test("the gradient of several numbers is refused")
    func scalar() throws {
      let x = try Tensor([1, 2], requiresGrad: true)
      #expect(try message { try (x * 2).backward() }.contains("scalar outputs"))
      #expect(x.grad == nil)
      try (x * 2).sum().backward()
      #expect(try x.grad?.values() == [2, 2])
    }

    @Test("a walk through a record that is gone is refused")
    func walkedTwice() throws {
      let x = try Tensor([1, 2], requiresGrad: true)
      let loss = try (x * x).sum()
      try loss.backward(retainGraph: true)
      try loss.backward()
      #expect(try message { try loss.backward() }.contains("a second time"))
      #expect(try x.grad?.values() == [4, 8])
    }

    @Test("an index, a token or a target out of range is refused")
    func indices() throws {
      let x = try Tensor.zeros([2, 3])
      #expect(try message { try x.select(dim: 0, index: 2) }.contains("out of range"))
      #expect(try message { try x.select(dim: 2, index: 0) }.contains("Dimension out of range"))
      #expect(try message { try x.narrow(dim: 1, start: 2, length: 2) }.contains("exceeds"))
      #expect(try message { try oneHot([0, 3], classes: 3) }.contains("num_classes"))
      let targets = try Tensor(ids: [0, 3])
      #expect(try message { try crossEntropy(x, targets: targets) }.contains("out of bounds"))
    }

    @Test("another dtype than needed is refused")
    func dtypes() throws {
      let (single, double) = try (Tensor.zeros([2, 2], dtype: .float32), Tensor.zeros([2, 2]))
      #expect(try message { try single.matmul(double) }.contains("type Float but found Double"))
      let ids = try Tensor(ids: [1, 2])
      #expect(try message { try ids.mean() }.contains("dtype"))
      #expect(try message { try ids.requiresGrad(true) }.contains("floating point"))
      let targets = try Tensor([0, 1])
      #expect(try message { try crossEntropy(double, targets: targets) }.contains("Long"))
    }

    @Test("an LSTM refuses inputs and states of other sizes")
    func lstm() throws {
      let lstm = try LSTM(inputSize: 3, hiddenSize: 2)
      let wide = try Tensor.zeros([4, 5])
      #expect(try !message { try lstm(wide) }.isEmpty)
      let (input, wrong) = try (Tensor.zeros([4, 3]), Tensor.zeros([1, 7]))
      #expect(try !message { try lstm(input, state: .init(hidden: wrong, cell: wrong)) }.isEmpty)
      #expect(
        try message { try lstm(Tensor.zeros([3])) }
          == "expected an input of 2 dimensions or 3, T x I or T x B x I, got [3]")
      #expect(try message { try LSTM(inputSize: 3, hiddenSize: 0) }.contains("hiddenSize is 0"))
      #expect(try lstm(input).output.shape == [4, 2])
    }

    @Test("the message has no C++ stack in it")
    func stack() throws {
      let text = try message { try Tensor.zeros([2, 3]).matmul(Tensor.zeros([4, 5])) }
      #expect(!text.contains("frame #") && !text.contains("Exception raised"))
      let raw = "sizes differ\nmore\nException raised from f at a.cpp:1\nframe #0: g"
      #expect(TorchError(libtorch: raw) == TorchError("sizes differ\nmore"))
    }

    @Test("ten thousand errors leave no handle behind")
    func leak() throws {
      let (a, b) = try (Tensor.zeros([2, 3]), Tensor.zeros([4, 5]))
      let lstm = try LSTM(inputSize: 4, hiddenSize: 2)
      let handles = Framework.liveHandles
      func fail() throws {
        #expect(throws: TorchError.self) { try a.matmul(b) }
        #expect(throws: TorchError.self) { try lstm(a) }
        #expect(throws: TorchError.self) { try a.backward() }
        #expect(throws: TorchError.self) { try Tensor([1], shape: [2], requiresGrad: true) }
        #expect(throws: TorchError.self) { try Tensor(ids: [1]).requiresGrad(true) }
      }
      for _ in 0..<2000 { try fail() }
      #expect(Framework.liveHandles == handles)
    }
  }
}

/// What `body`, which has to fail, throws.
private func message(_ body: () throws -> some Any) throws -> String {
  try #require(throws: TorchError.self) { _ = try body() }.message
}
