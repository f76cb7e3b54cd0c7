// exercise: 03.6
// is: wrong
// cause: The next token is chosen from W h without the output bias.
// named: bias|b_o|bOutput
// named: without|miss|left out|forgot|lack|omit|not added|no (output )?bias|leav|never|ignor
// swift-format-ignore-file

private func argmax(_ x: Vector) -> Int {
  var best = 0
  for i in 1..<max(x.count, 1) where x[i] > x[best] { best = i }
  return best
}

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty { return [] }
  var h = Vector(zeros: parameters.hiddenSize)
  for x in prompt {
    h = try rnnStep(x, hidden: h, parameters: parameters)
  }
  var output = [Int]()
  for _ in 0..<limit {
    let x = argmax(parameters.W * h)
    output.append(x)
    if x == endOfSequence { return output }
    h = try rnnStep(x, hidden: h, parameters: parameters)
  }
  return output
}
