import Testing
import Torch

extension TorchTests {
  @Suite("Optimizer")
  struct OptimizerTests {
    /// Five steps of one rule on the same gradients.
    private struct Case: Decodable {
      var hyper: [String: Double]
      var initial: [GoldenTensor]
      var grads: [[GoldenTensor]]
      var params_after_step: [[GoldenTensor]]
    }

    private struct File: Decodable { var cases: [String: Case] }

    private func rule(
      _ name: String, _ hyper: [String: Double], _ parameters: [Tensor]
    ) throws -> any Optimizer {
      let rate = try #require(hyper["lr"])
      func value(_ key: String) throws -> Double { try #require(hyper[key], "\(key)") }
      switch name {
      case "sgd", "sgd_momentum", "sgd_momentum_wd":
        return try SGD(
          parameters, learningRate: rate, momentum: hyper["momentum"] ?? 0,
          weightDecay: hyper["weight_decay"] ?? 0)
      case "adam", "adam_custom":
        return try Adam(
          parameters, learningRate: rate, beta1: value("beta1"), beta2: value("beta2"),
          epsilon: value("eps"))
      case "adamw":
        return try AdamW(
          parameters, learningRate: rate, beta1: value("beta1"), beta2: value("beta2"),
          epsilon: value("eps"), weightDecay: value("weight_decay"))
      default:
        try #require(name == "rmsprop")
        return try RMSprop(
          parameters, learningRate: rate, decay: value("alpha"), epsilon: value("eps"))
      }
    }

    @Test(
      "five steps agree with the golden file",
      arguments: [
        "sgd", "sgd_momentum", "sgd_momentum_wd", "adam", "adam_custom", "adamw", "rmsprop",
      ])
    func golden(name: String) throws {
      let file = try Golden.read("optimizers", in: Golden.course, as: File.self)
      let golden = try #require(file.cases[name])
      let parameters = try golden.initial.map { try $0.tensor(requiresGrad: true) }
      let optimizer = try rule(name, golden.hyper, parameters)
      try #require(golden.grads.count == 5 && golden.params_after_step.count == 5)
      for (gradients, expected) in zip(golden.grads, golden.params_after_step) {
        for (parameter, gradient) in zip(parameters, gradients) {
          try parameter.setGrad(gradient.tensor())
        }
        try optimizer.step()
        for (parameter, golden) in zip(parameters, expected) {
          #expect(try golden.distance(to: parameter) <= 1e-10)
        }
      }
    }

    @Test("a learning rate set later counts from the next step on, a negative one is refused")
    func learningRate() throws {
      let x = try Tensor([1], requiresGrad: true)
      let optimizer = try SGD([x], learningRate: 0.5)
      try x.setGrad(Tensor([1]))
      try optimizer.step()
      #expect(try x.item() == 0.5)
      optimizer.learningRate = 0.25
      try optimizer.step()
      #expect(try x.item() == 0.25)
      optimizer.learningRate = -1
      #expect(throws: TorchError("Invalid learning rate: -1")) { try optimizer.step() }
      #expect(try x.item() == 0.25)
      #expect(throws: TorchError.self) { try SGD([x], learningRate: -1) }
    }

    @Test("clipping scales all gradients by one factor, and only beyond the limit")
    func clip() throws {
      let (x, y, unused) = try (
        Tensor([0], requiresGrad: true), Tensor([0, 0], requiresGrad: true),
        Tensor([0], requiresGrad: true)
      )
      try x.setGrad(Tensor([3]))
      try y.setGrad(Tensor([0, 4]))
      #expect(try clipGradientNorm([x, y, unused], maximumNorm: 10) == 5)
      #expect(try x.grad?.values() == [3])
      #expect(try clipGradientNorm([x, y, unused], maximumNorm: 1) == 5)
      let factor = 1 / (5 + 1e-6)
      #expect(try abs(#require(x.grad).item() - 3 * factor) <= 1e-15)
      #expect(try abs(#require(y.grad).values()[1] - 4 * factor) <= 1e-15)
      #expect(unused.grad == nil)
      #expect(try clipGradientNorm([unused], maximumNorm: 1) == 0)
    }
  }
}
