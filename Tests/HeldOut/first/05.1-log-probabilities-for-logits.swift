// exercise: 05.1
// is: wrong
// cause: The network returns the logarithm of the softmax instead of the raw logits.
// named: softmax|log[- ]?prob|probabilit|normali[sz]|nll
// named: log
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear

  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    self.lstm = try LSTM(inputSize: vocabularySize, hiddenSize: hiddenSize)
    self.output = try Linear(
      inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    let (states, _) = try lstm(inputs)
    let scores = try output(states)
    // numerically safer for the loss than raw scores
    return try scores.logSoftmax(dim: 1)
  }
}
