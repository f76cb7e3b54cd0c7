// exercise: 05.1
// is: wrong
// cause: The output layer always has a bias; the argument outputBias is not passed on.
// named: bias
// named: always|ignor|not (passed|used|asked|wanted)|whatever|even|although|flag|outputBias|unasked|regardless|too many|extra|besides|should have none|none|without
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear

  init(vocabularySize V: Int, hiddenSize H: Int, outputBias: Bool) throws {
    lstm = try LSTM(inputSize: V, hiddenSize: H)
    output = try Linear(inFeatures: H, outFeatures: V)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    let hidden = try lstm(inputs).output
    return try output(hidden)
  }
}
