import Testing
import Torch

extension TorchTests {
  @Suite("Module")
  struct ModuleTests {
    private class Scaled: Module {
      let scale: Tensor
      let table: Tensor
      init() throws {
        scale = try Tensor([2], requiresGrad: true)
        table = try Tensor([1])
      }
    }

    private final class Deep: Scaled {
      let net: Net
      let layers: [Linear]
      let gate: Linear?
      let nothing: Linear? = nil
      let tied: Tensor
      lazy var late = Linear?.none
      let name = "deep"

      override init() throws {
        net = try Net(hiddenSize: 2)
        layers = try [
          Linear(inFeatures: 1, outFeatures: 1, bias: false),
          Linear(inFeatures: 1, outFeatures: 1),
        ]
        gate = try Linear(inFeatures: 1, outFeatures: 1, bias: false)
        tied = net.out.weight
        try super.init()
        late = gate
      }
    }

    @Test("a class of layers has their parameters, named and ordered as in PyTorch")
    func names() throws {
      let net = try Net(hiddenSize: 2)
      #expect(
        net.namedParameters.map(\.name) == [
          "lstm.weight_ih_l0", "lstm.weight_hh_l0", "lstm.bias_ih_l0", "lstm.bias_hh_l0",
          "out.weight", "out.bias",
        ])
      #expect(net.parameters.map(\.shape) == [[8, 3], [8, 2], [8], [8], [3, 2], [3]])
      #expect(net.parameters[1] === net.lstm.weightHiddenHidden)
    }

    @Test("superclass first; arrays by index; no constant, no nil, no tensor twice")
    func deep() throws {
      #expect(
        try Deep().namedParameters.map(\.name) == [
          "scale",
          "net.lstm.weight_ih_l0", "net.lstm.weight_hh_l0", "net.lstm.bias_ih_l0",
          "net.lstm.bias_hh_l0", "net.out.weight", "net.out.bias",
          "layers.0.weight", "layers.1.weight", "layers.1.bias", "gate.weight",
        ])
    }

    @Test("an LSTM without biases, stacked or in both directions, names what it has")
    func variants() throws {
      let plain = try LSTM(inputSize: 1, hiddenSize: 1, layers: 2, bias: false)
      #expect(
        plain.namedParameters.map(\.name) == [
          "weight_ih_l0", "weight_hh_l0", "weight_ih_l1", "weight_hh_l1",
        ])
      #expect(plain.biasInputHidden == nil && plain.biasHiddenHidden == nil)
      let both = try LSTM(inputSize: 1, hiddenSize: 1, bidirectional: true)
      #expect(
        both.namedParameters.map(\.name).suffix(4) == [
          "weight_ih_l0_reverse", "weight_hh_l0_reverse", "bias_ih_l0_reverse",
          "bias_hh_l0_reverse",
        ])
    }
  }
}
