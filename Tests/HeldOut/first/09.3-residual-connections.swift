// exercise: 09.3
// is: wrong
// cause: Where the sizes agree, a level's input is added to its outputs (a residual connection).
// named: residual|skip|shortcut|input.*added|adds?.*input|plus.*input
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {

  var trace = StackTrace(inputs: inputs)
  var stream: [Vector] = []
  for token in inputs {
    stream.append(try oneHot(token, size: parameters.vocabularySize))
  }
  for level in parameters.levels {
    let result = try levelForward(stream, parameters: level)
    trace.levels.append(result)
    if level.inputSize == level.outputSize {
      for t in stream.indices { stream[t] += result.outputs[t] }
    } else {
      stream = result.outputs
    }
  }
  for u in stream { trace.logits.append(parameters.Wv * u + parameters.bv) }
  return trace
}
