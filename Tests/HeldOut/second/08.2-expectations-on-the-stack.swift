// exercise: 08.2
// is: right
// cause: The stack holds the tokens that are expected, with EOS at its bottom, instead of the open brackets.
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  let eos = 2 * kinds
  var expected = [eos]
  for token in read {
    switch token {
    case 0..<eos where token & 1 == 0: expected.append(token + 1)
    case 0..<eos where token == expected[expected.count - 1]: expected.removeLast()
    default: return []      // EOS among them: whatever stood before it, nothing follows
    }
  }
  let top = expected[expected.count - 1]
  var result: [Int] = []
  for token in 0...eos {
    let opens = token < eos && token % 2 == 0
    let fits = token == top && !read.isEmpty
    if opens || fits { result.append(token) }
  }
  return result
}
