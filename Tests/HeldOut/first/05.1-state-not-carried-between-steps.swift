// exercise: 05.1
// is: wrong
// cause: The LSTM is called for one row at a time without handing on the state, so each step begins from zeros.
// named: state|memory|recurren|hidden|each step|every step
// named: zero|not (carried|handed|passed|kept)|forgot|anew|fresh|lost|begin|start|each (step|token|row) (by itself|alone)|reset|thrown away|only the (current|last|step)|alone
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
    let steps = inputs.shape[0]
    var rows: [Tensor] = []
    for t in 0..<steps {
      let x = try inputs.narrow(dim: 0, start: t, length: 1)
      let (out, _) = try lstm(x)
      rows.append(try output(out))
    }
    return try Tensor.cat(rows, dim: 0)
  }
}
