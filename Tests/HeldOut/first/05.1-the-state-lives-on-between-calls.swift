// exercise: 05.1
// is: wrong
// cause: The network keeps the state after a sequence and begins the next call with it, instead of with zeros.
// named: state
// named: kept|carried|carries|previous (call|sequence)|last (call|sequence)|between (calls|sequences)|next (call|sequence)|zeros|remember|earlier
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear
  /// Where the last sequence left off.
  private var memory: LSTM.State?

  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    lstm = try LSTM(inputSize: vocabularySize, hiddenSize: hiddenSize)
    output = try Linear(inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    let (states, last) = try lstm(inputs, state: memory)
    memory = LSTM.State(hidden: try last.hidden.detach(), cell: try last.cell.detach())
    return try output(states)
  }
}
