import Testing
import Torch

extension TorchTests {
  @Suite("LSTM, stacked and in both directions")
  struct StackedLSTMTests {
    private struct Stack: Decodable {
      var config: Config
      var params: [String: GoldenTensor]
      var inputs: [Int]
      var targets: [Int]
      var forward: Forward
      var loss_sum: Double
      var grads: [String: GoldenTensor]

      struct Config: Decodable {
        var hidden, vocab, layers: Int
        var bidirectional: Bool
      }
      struct Forward: Decodable { var output, h_n, c_n, logits, loss_per_step: GoldenTensor }
    }

    @Test(
      "agrees with PyTorch's Python: outputs, last states, losses and every gradient",
      arguments: ["stack_uni_2layer", "stack_bi_1layer", "stack_bi_2layer", "stack_bi_2layer_T1"])
    func golden(name: String) throws {
      let golden = try Golden.read(name, in: Golden.torch, as: Stack.self)
      let config = golden.config
      let lstm = try LSTM(
        inputSize: config.vocab, hiddenSize: config.hidden, layers: config.layers,
        bidirectional: config.bidirectional)
      let out = try Linear(
        inFeatures: config.hidden * (config.bidirectional ? 2 : 1), outFeatures: config.vocab)
      let named = lstm.namedParameters + out.namedParameters.map { ("out." + $0.name, $0.tensor) }
      #expect(Set(named.map(\.name)) == Set(golden.params.keys))
      for (name, parameter) in named {
        try parameter.copy(from: #require(golden.params[name]).tensor())
      }
      let (output, state) = try lstm(oneHot(golden.inputs, classes: config.vocab))
      let logits = try out(output)
      let targets = try Tensor(ids: golden.targets)
      let losses = try crossEntropy(logits, targets: targets, reduction: .none)
      try losses.sum().backward()

      #expect(try golden.forward.output.distance(to: output) <= 1e-12)
      #expect(try golden.forward.h_n.distance(to: state.hidden) <= 1e-12)
      #expect(try golden.forward.c_n.distance(to: state.cell) <= 1e-12)
      #expect(try golden.forward.logits.distance(to: logits) <= 1e-12)
      #expect(try golden.forward.loss_per_step.distance(to: losses) <= 1e-12)
      #expect(try abs(losses.sum().item() - golden.loss_sum) <= 1e-11)
      for (name, parameter) in named {
        #expect(try #require(golden.grads[name]).distance(to: parameter.grad) <= 1e-12, "\(name)")
      }
    }

    @Test("a batch of one is the sequence itself")
    func batch() throws {
      let lstm = try LSTM(inputSize: 3, hiddenSize: 2, layers: 2, bidirectional: true)
      let input = try Tensor.randn([5, 3])
      let (one, state) = try lstm(input)
      let (batch, states) = try lstm(input.reshaped([5, 1, 3]))
      #expect(one.shape == [5, 4] && batch.shape == [5, 1, 4])
      #expect(try one.values() == batch.values())
      #expect(state.hidden.shape == [4, 2] && states.hidden.shape == [4, 1, 2])
    }
  }
}
