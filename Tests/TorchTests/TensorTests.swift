import Recurrent
import Testing
import Torch

extension TorchTests {
  @Suite("Tensor")
  struct TensorTests {
    private func counted() throws -> Tensor { try Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]) }

    @Test("values are row by row whatever the strides are")
    func strides() throws {
      let x = try counted()
      #expect(try x.transposed().shape == [3, 2])
      #expect(try x.transposed().values() == [1, 4, 2, 5, 3, 6])
      #expect(try x.narrow(dim: 1, start: 1, length: 2).values() == [2, 3, 5, 6])
      #expect(try x.select(dim: 1, index: 2).values() == [3, 6])
      #expect(try x.transposed().reshaped([-1]).values() == [1, 4, 2, 5, 3, 6])
      #expect(try Tensor.zeros([0, 3]).values() == [])
    }

    @Test("operators broadcast and take a number on either side")
    func operators() throws {
      let (x, row) = try (counted(), Tensor([10, 20, 30]))
      #expect(try (x + row).values() == [11, 22, 33, 14, 25, 36])
      #expect(try (row - x).values() == [9, 18, 27, 6, 15, 24])
      #expect(try (x * row).values() == [10, 40, 90, 40, 100, 180])
      #expect(try (x / row).values() == [0.1, 0.1, 0.1, 0.4, 0.25, 0.2])
      #expect(try (1 - x).values() == [0, -1, -2, -3, -4, -5])
      #expect(try (x - 1).values() == [0, 1, 2, 3, 4, 5])
      #expect(try (60 / x).values() == [60, 30, 20, 15, 12, 10])
      #expect(try (-(2 * x + 1) / 2).values() == [-1.5, -2.5, -3.5, -4.5, -5.5, -6.5])
    }

    @Test("products, sums and places")
    func reducing() throws {
      let x = try counted()
      #expect(try x.matmul(x.transposed()).values() == [14, 32, 32, 77])
      #expect(try x.matmul(Tensor([1, 0, -1])).values() == [-2, -2])
      #expect(try x.sum().item() == 21 && x.mean().item() == 3.5)
      #expect(try x.sum(dim: 0).values() == [5, 7, 9])
      #expect(try x.mean(dim: -1, keepDim: true).shape == [2, 1])
      let best = try Tensor([1, 9, 3, 8, 5, 6], shape: [2, 3]).argmax(dim: 1)
      #expect(try best.values() == [1, 0] && best.dtype == .int64)
      let odds = try x.softmax(dim: 1)
      #expect(try odds.sum(dim: 1).values().allSatisfy { abs($0 - 1) <= 1e-15 })
      let same = try zip(odds.log().values(), x.logSoftmax(dim: 1).values())
      #expect(same.allSatisfy { abs($0 - $1) <= 1e-15 })
    }

    @Test("one-hot rows, and tensors in a row or in a stack")
    func joining() throws {
      #expect(try oneHot([2, 0], classes: 3).values() == [0, 0, 1, 1, 0, 0])
      let (a, b) = try (Tensor.zeros([1, 2]), Tensor.ones([1, 2]))
      #expect(try Tensor.cat([a, b]).shape == [2, 2])
      #expect(try Tensor.cat([a, b], dim: 1).values() == [0, 0, 1, 1])
      #expect(try Tensor.stack([a, b]).shape == [2, 1, 2])
    }

    @Test("a matrix and a vector come back as they went")
    func recurrent() throws {
      let (matrix, vector) = (Matrix(2, 3, [1, 2, 3, 4, 5, 6]), Vector([1, 2, 3]))
      #expect(try Matrix(Tensor(matrix)) == matrix && Vector(Tensor(vector)) == vector)
      #expect(try Matrix(Tensor(matrix).transposed()) == matrix.transposed)
      #expect(try Vector(Tensor(matrix).matmul(Tensor(vector))) == matrix * vector)
      #expect(throws: TorchError.self) { try Matrix(Tensor(vector)) }
      #expect(throws: TorchError.self) { try Vector(Tensor(matrix)) }
    }

    @Test("float32 has seven digits, float64 sixteen")
    func precision() throws {
      try manualSeed(3)
      let double = try Net(hiddenSize: 6)
      let single = try Net(hiddenSize: 6, dtype: .float32)
      for (a, b) in zip(single.parameters, double.parameters) { try a.copy(from: b) }
      let input = try oneHot([0, 1, 2, 2, 1], classes: 3)
      let logits = try single(input.to(.float32))
      #expect(logits.dtype == .float32)
      let worst = try zip(logits.values(), double(input).values()).map { abs($0 - $1) }.max()
      #expect(try #require(worst) <= 1e-5)
      #expect(try #require(worst) > 1e-12)
    }

    @Test("the same seed gives the same numbers")
    func seed() throws {
      func draw(_ seed: UInt64) throws -> [Double] {
        try manualSeed(seed)
        return try Tensor.randn([3]).values()
          + LSTM(inputSize: 2, hiddenSize: 2).parameters[0].values()
      }
      #expect(try draw(1) == draw(1))
      #expect(try draw(1) != draw(2))
    }

    @Test("prints its shape, its dtype and its first numbers")
    func description() throws {
      #expect("\(try counted())" == "Tensor(2 × 3, float64, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])")
      #expect("\(try Tensor(ids: [3, 1]))" == "Tensor(2, int64, [3, 1])")
      #expect("\(try Tensor([1.0 / 3]).sum())" == "Tensor(scalar, float64, [0.3333])")
      #expect("\(try Tensor.zeros([7], dtype: .float32))".hasSuffix("0.0, …])"))
    }
  }
}
