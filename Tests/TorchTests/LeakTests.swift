import Testing

@testable import Torch

extension TorchTests {
  @Suite("Memory")
  struct LeakTests {
    @Test("a hundred thousand steps of training leave nothing behind")
    func training() throws {
      let start = Framework.liveHandles
      try train()
      #expect(Framework.liveHandles == start)
    }

    private func train() throws {
      let net = try Net(hiddenSize: 2)
      let parameters = net.parameters
      let optimizer = try SGD(parameters, learningRate: 0.01)
      let pairs = try [[0], [1, 2]].map { ids in
        (inputs: try oneHot(ids, classes: 3), targets: try Tensor(ids: ids))
      }
      var loss = 0.0
      func step(_ k: Int) throws {
        let (inputs, targets) = pairs[k % 2]
        try optimizer.zeroGrad()
        let sum = try crossEntropy(net(inputs), targets: targets, reduction: .sum)
        try sum.backward()
        try clipGradientNorm(parameters, maximumNorm: 0.25)
        try optimizer.step()
        loss = try sum.item()
      }
      for k in 0..<2_000 { try step(k) }
      let memory = try ResidentMemory.now()
      for k in 0..<100_000 { try step(k) }
      #expect(try ResidentMemory.now() - memory < ResidentMemory.tolerated)
      #expect(loss < 0.1)
    }

    @Test("a clone, a view, a gradient and a state are freed with their last reference")
    func views() throws {
      let start = Framework.liveHandles
      do {
        let x = try Tensor([1, 2, 3, 4], shape: [2, 2], requiresGrad: true)
        try x.transposed().select(dim: 0, index: 0).sum().backward()
        let kept = try #require(x.grad)
        let copies = try [x.clone(), x.detach(), Tensor.cat([x, kept]), Tensor.stack([x, kept])]
        #expect(Framework.liveHandles == start + 2 + copies.count)
      }
      #expect(Framework.liveHandles == start)
    }
  }
}
