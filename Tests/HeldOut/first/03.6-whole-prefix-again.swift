// exercise: 03.6
// is: right
// cause: Runs the whole sequence again for every new token.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty { return [] }
  var all = prompt
  while all.count - prompt.count < limit {
    let run = try rnnForward(
      all, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
    let p = run.logits.last!
    let best = p.indices.max { p[$0] < p[$1] || (p[$0] == p[$1] && $0 > $1) }!
    all.append(best)
    if best == endOfSequence { break }
  }
  return Array(all[prompt.count...])
}
