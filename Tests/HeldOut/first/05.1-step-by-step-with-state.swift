// exercise: 05.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear

  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    lstm = try LSTM(inputSize: vocabularySize, hiddenSize: hiddenSize, layers: 1, bidirectional: false)
    output = try Linear(inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    var state: LSTM.State?
    var logits: [Tensor] = []
    for t in 0..<inputs.shape[0] {
      let (hidden, next) = try lstm(inputs.narrow(dim: 0, start: t, length: 1), state: state)
      state = next
      logits.append(try output(hidden.select(dim: 0, index: 0)))
    }
    return try Tensor.stack(logits)
  }
}
