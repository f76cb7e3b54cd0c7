// exercise: 01.4
// is: wrong
// cause: Nothing is left out: the inputs hold all n tokens and the targets are the sequence rolled by one, so that the first token is the target of the last.
// named: roll|wrap|cycl|rotat|circular|round to|first token.*(last|end)|(last|end).*first token|EOS.*(input)|last token.*input|all (n )?tokens|too long|one (step|token|pair) too many|n instead|nothing is left out
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  guard ids.count > 1 else { return Example(inputs: [], targets: []) }
  // targets = np.roll(ids, -1)
  let n = ids.count
  let targets = (0..<n).map { ids[($0 + 1) % n] }
  return Example(inputs: ids, targets: targets)
}
