import Testing
import Torch

extension TorchTests {
  @Suite("Autograd")
  struct AutogradTests {
    /// A formula with every operation that a cell of an LSTM needs.
    private func formula(_ x: Tensor, _ w: Tensor) throws -> Tensor {
      let z = try w.matmul(x.transposed())  // 3 × 3
      let gate = try (z + 1.5).sigmoid()
      let cell = try gate * z.tanh() + (2 - gate) / (1 + z.exp())
      let joined = try Tensor.cat([cell, cell.narrow(dim: 0, start: 1, length: 2)], dim: 0)
      let rows = try Tensor.stack([
        joined.select(dim: 1, index: 0), joined.select(dim: 1, index: 2),
      ])
      let odds = try (-rows.relu() * 0.5 - 1).logSoftmax(dim: 1)
      return try (odds * rows.softmax(dim: 0)).sum() + (z * z + 1).log().mean()
    }

    @Test("gradients agree with central differences")
    func differences() throws {
      try manualSeed(7)
      let x = try Tensor.randn([3, 4])
      let w = try Tensor.randn([3, 4]).requiresGrad(true)
      try formula(x, w).backward()
      let gradient = try #require(w.grad).values()
      let values = try w.values()
      let step = 1e-5  // errors of step² from the curve and of 10⁻¹⁶ / step from rounding
      for i in values.indices {
        func loss(_ shift: Double) throws -> Double {
          var shifted = values
          shifted[i] += shift
          return try formula(x, Tensor(shifted, shape: [3, 4])).item()
        }
        let slope = try (loss(step) - loss(-step)) / (2 * step)
        #expect(abs(slope - gradient[i]) <= 1e-8, "element \(i)")
      }
    }

    @Test("gradients add up until they are set to zero")
    func sums() throws {
      let x = try Tensor([3], requiresGrad: true)
      for _ in 0..<2 { try (x * x).sum().backward() }
      #expect(try x.grad?.values() == [12])
      try SGD([x], learningRate: 0.1).zeroGrad()
      #expect(try x.grad?.values() == [0])
    }

    @Test("detach cuts the record, clone does not")
    func detach() throws {
      let x = try Tensor([3], requiresGrad: true)
      #expect(try !(x * x).detach().requiresGrad)
      try (x.clone() * x.detach()).sum().backward()
      #expect(try x.grad?.values() == [3])
    }

    @Test("noGrad records nothing, nests, and ends with its block, also by an error")
    func noGradEnds() throws {
      struct Stop: Error {}
      let x = try Tensor([3], requiresGrad: true)
      func recorded() throws -> Bool {
        let square = try x * x
        return square.requiresGrad
      }
      let inside = try noGrad { [try recorded(), try noGrad(recorded), try recorded()] }
      #expect(inside == [false, false, false])
      #expect(try recorded())
      #expect(throws: Stop.self) { try noGrad { throw Stop() } }
      #expect(try recorded())
    }

    @Test("copy(from:) sets a parameter where it is")
    func copy() throws {
      let x = try Tensor([1, 2], requiresGrad: true)
      let y = x
      try x.copy(from: Tensor([3, 4]))
      #expect(try y.values() == [3, 4])
      #expect(y.requiresGrad)
      try (y * y).sum().backward()
      #expect(try x.grad?.values() == [6, 8])
    }
  }
}
