import Testing
import Torch

extension TorchTests {
  @Suite("LSTM")
  struct LSTMTests {
    /// One sequence through the course's LSTM, gate by gate on [h; x].
    private struct OneSequence: Decodable {
      var config: Config
      var params: [String: GoldenTensor]
      var h0: GoldenTensor
      var c0: GoldenTensor
      var inputs: [Int]
      var targets: [Int]
      var forward: Forward
      var loss_sum: Double
      var grads: [String: GoldenTensor]
      var clip: Clip

      struct Config: Decodable { var hidden, vocab: Int }
      struct Forward: Decodable { var h, c, logits: GoldenTensor }
      struct Clip: Decodable { var max_norm, total_norm: Double }

      /// PyTorch's weight of a name, from the gates' weights of `tensors`.
      func torch(_ name: String, from tensors: [String: GoldenTensor]) throws -> Tensor {
        let (H, V) = (config.hidden, config.vocab)
        let gates = ["i", "f", "g", "o"]
        func weight(_ gate: String) throws -> Tensor { try #require(tensors["W_\(gate)"]).tensor() }
        switch name {
        case "lstm.weight_ih_l0":
          return try .cat(gates.map { try weight($0).narrow(dim: 1, start: H, length: V) })
        case "lstm.weight_hh_l0":
          return try .cat(gates.map { try weight($0).narrow(dim: 1, start: 0, length: H) })
        case "lstm.bias_ih_l0":
          return try .cat(gates.map { try #require(tensors["b_\($0)"]).tensor() })
        case "lstm.bias_hh_l0": return try .zeros([4 * H])
        case "out.weight": return try #require(tensors["W_v"]).tensor()
        default:
          try #require(name == "out.bias")
          return try #require(tensors["b_v"]).tensor()
        }
      }
    }

    @Test(
      "agrees with the course's LSTM: states, loss and every gradient",
      arguments: [
        "lstm_T1", "lstm_T1_state", "lstm_T2", "lstm_T7", "lstm_T9_unk_state", "lstm_anbn",
        "lstm_saturated", "lstm_small_grad_not_clipped",
      ])
    func golden(name: String) throws {
      let golden = try Golden.read(name, in: Golden.course, as: OneSequence.self)
      let (H, V) = (golden.config.hidden, golden.config.vocab)
      let net = try Net(hiddenSize: H, vocabulary: V)
      for (name, parameter) in net.namedParameters {
        try parameter.copy(from: golden.torch(name, from: golden.params))
      }
      let start = LSTM.State(
        hidden: try golden.h0.tensor().reshaped([1, H]),
        cell: try golden.c0.tensor().reshaped([1, H]))
      let (output, state) = try net.lstm(oneHot(golden.inputs, classes: V), state: start)
      let logits = try net.out(output)
      let targets = try Tensor(ids: golden.targets)
      let loss = try crossEntropy(logits, targets: targets, reduction: .sum)
      try loss.backward()

      #expect(try golden.forward.h.distance(to: output) <= 1e-12)
      #expect(try golden.forward.logits.distance(to: logits) <= 1e-12)
      #expect(try abs(loss.item() - golden.loss_sum) <= 1e-11)
      let cells = golden.forward.c
      let last = GoldenTensor(shape: [1, H], data: Array(cells.data.suffix(H)))
      #expect(try last.distance(to: state.cell) <= 1e-12)
      for (name, parameter) in net.namedParameters {
        // Both biases are added to the same sum, so that both have its gradient.
        let twin = name == "lstm.bias_hh_l0" ? "lstm.bias_ih_l0" : name
        let expected = try golden.torch(twin, from: golden.grads)
        let difference = try #require(parameter.grad) - expected
        let worst = try difference.values().map(abs).max() ?? .nan
        #expect(worst <= 1e-11, "\(name)")
      }
      try net.lstm.biasHiddenHidden?.grad?.copy(from: .zeros([1]))  // the course has one bias
      let norm = try clipGradientNorm(net.parameters, maximumNorm: golden.clip.max_norm)
      #expect(abs(norm - golden.clip.total_norm) <= 1e-10)
    }
  }
}
