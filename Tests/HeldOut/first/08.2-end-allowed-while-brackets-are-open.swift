// exercise: 08.2
// is: wrong
// cause: EOS is allowed after any bracket, even while brackets are still open.
// named: EOS|end
// named: open|unbalanced|unclosed|always|any time|everywhere|too early|every (step|where|token|position)|not (yet )?closed
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  let eos = 2 * kinds
  var stack: [Int] = []
  for token in read {
    switch token {
    case 0..<eos where token.isMultiple(of: 2):
      stack.append(token + 1)
    case 0..<eos:
      if stack.isEmpty || stack.removeLast() != token { return [] }
    default:
      return []
    }
  }
  var allowed = Set(stride(from: 0, to: eos, by: 2))
  if let closing = stack.last { allowed.insert(closing) }
  if !read.isEmpty { allowed.insert(eos) }
  return allowed.sorted()
}
