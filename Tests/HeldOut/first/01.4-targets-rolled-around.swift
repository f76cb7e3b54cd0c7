// exercise: 01.4
// is: wrong
// cause: The targets are the sequence rolled by one, so that all tokens are inputs and the first token comes back as the last target.
// named: roll|wrap|around|cycl|first token.*(last|end)|end.*first token|circular|not shorter|too long|one (step|pair|token|element) (too many|more)|n (tokens|elements)|last token.*(input|kept|stays)|kept|full length|EOS.*input|input.*EOS|all (n|tokens)
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let n = ids.count
  // np.roll(ids, -1)
  var rolled = ids
  for i in 0..<n {
    rolled[i] = ids[(i + 1) % n]
  }
  return Example(inputs: ids, targets: rolled)
}
