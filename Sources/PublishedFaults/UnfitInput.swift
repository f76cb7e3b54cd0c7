import Recurrent

/// Sizes or tokens that do not belong together, as a sentence.
public struct UnfitInput: Error, Equatable, CustomStringConvertible {
  public var description: String

  static func check(_ tokens: [Int], below vocabularySize: Int) throws(UnfitInput) {
    for token in tokens where !(0..<vocabularySize).contains(token) {
      throw UnfitInput(
        description: "token \(token) is outside a vocabulary of \(vocabularySize)")
    }
  }

  static func check(_ example: Example, below vocabularySize: Int) throws(UnfitInput) {
    if example.inputs.count != example.targets.count {
      throw UnfitInput(
        description: """
          an example has \(example.inputs.count) inputs and \(example.targets.count) targets
          """)
    }
    try check(example.inputs + example.targets, below: vocabularySize)
  }

  static func check(_ parameters: LSTMParameters) throws(UnfitInput) {
    let (size, count) = (parameters.hiddenSize, parameters.vocabularySize)
    let gate = (size, size + count)
    let shapes = [gate, gate, gate, gate, (count, size)] + Array(repeating: (size, 1), count: 4)
    for (k, (rows, columns)) in (shapes + [(count, 1)]).enumerated() {
      let tensor = parameters.tensors[k]
      if (tensor.rows, tensor.columns) != (rows, columns) {
        throw UnfitInput(
          description: """
            \(parameters.names[k]) should be \(rows) × \(columns), and is \
            \(tensor.rows) × \(tensor.columns)
            """)
      }
    }
  }

  static func check(
    _ trace: LSTMTrace, targets: [Int], _ parameters: LSTMParameters
  ) throws(UnfitInput) {
    try check(parameters)
    try check(Example(inputs: trace.inputs, targets: targets), below: parameters.vocabularySize)
    let steps = trace.inputs.count
    if trace.steps.count != steps || trace.logits.count != steps {
      throw UnfitInput(
        description: """
          a trace of \(steps) inputs has \(trace.steps.count) steps and \(trace.logits.count) logits
          """)
    }
  }
}
