// exercise: 05.1
// is: wrong
// cause: The sequence is given a batch dimension in front, 1 × T × V, as with batch_first; the layer takes it for T sequences of one step each, so nothing is carried from step to step.
// named: batch|carr|memory|recurren|step|state|time|sequence
// named: batch|not carried|each (row|step|token)|every (step|token)|one step|from zeros?|fresh|anew|independent|nothing is carried|no (memory|recurrence|carry)|without (memory|recurrence|its state|the state)|forgets|reset
// swift-format-ignore-file

final class CountingNetwork: Module {
  let lstm: LSTM
  let output: Linear
  private let vocabularySize: Int

  init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    self.vocabularySize = vocabularySize
    lstm = try LSTM(inputSize: vocabularySize, hiddenSize: hiddenSize)
    output = try Linear(inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    let steps = inputs.shape[0]
    let batch = try inputs.reshaped([1, steps, vocabularySize])  // unsqueeze(0): a batch of one
    let hidden = try lstm(batch).output
    let logits = try output(hidden)
    return try logits.reshaped([steps, vocabularySize])  // squeeze(0)
  }
}
