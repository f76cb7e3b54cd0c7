// exercise: 03.6
// is: right
// cause: Runs the whole sequence through the network again for each new token.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  var sequence = prompt
  while !prompt.isEmpty && sequence.count - prompt.count < limit {
    let trace = try rnnForward(
      sequence, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
    let last = trace.logits[trace.logits.count - 1]
    let best = last.indices.max { a, b in last[a] < last[b] || (last[a] == last[b] && a > b) }
    sequence.append(best!)
    if best == endOfSequence { break }
  }
  return Array(sequence.dropFirst(prompt.count))
}
