// exercise: 01.4
// is: wrong
// cause: The inputs are all tokens, and the targets are rolled by one, so that the last token is an input and the first its target.
// named: last (token|input|one|step)|end of (the )?sequence|EOS|wrap|roll|circular|cyclic|all (the )?tokens|one (too many|longer|more)|too long
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let n = ids.count
  if n == 0 { return Example(inputs: [], targets: []) }
  var targets = Array(repeating: 0, count: n)
  for t in 0..<n {
    targets[t] = ids[(t + 1) % n]  // np.roll(ids, -1)
  }
  return Example(inputs: ids, targets: targets)
}
