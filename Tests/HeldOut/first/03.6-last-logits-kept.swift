// exercise: 03.6
// is: right
// cause: Keeps the last logits in an optional and loops on the count.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard !prompt.isEmpty, limit > 0 else { return [] }
  let trace = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  var h = trace.hidden[trace.hidden.count - 1]
  var y = trace.logits[trace.logits.count - 1]
  var result: [Int] = []
  repeat {
    var best = 0
    for v in 1..<y.count where y[v] > y[best] { best = v }
    result.append(best)
    if best == endOfSequence { return result }
    h = try rnnStep(best, hidden: h, parameters: parameters)
    y = parameters.W * h + parameters.bOutput
  } while result.count < limit
  return result
}
