// exercise: 05.1
// is: wrong
// cause: The flag outputBias is handed to the LSTM too, so a network without output bias has an LSTM without biases.
// named: lstm
// named: bias
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear

  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    lstm = try LSTM(
      inputSize: vocabularySize, hiddenSize: hiddenSize, layers: 1, bidirectional: false,
      bias: outputBias)
    output = try Linear(
      inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    let hiddenStates = try lstm(inputs).output
    return try output(hiddenStates)
  }
}
