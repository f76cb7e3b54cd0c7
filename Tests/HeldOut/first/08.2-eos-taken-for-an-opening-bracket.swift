// exercise: 08.2
// is: wrong
// cause: EOS has an even id and is pushed on the stack like an opening bracket, so that behind EOS brackets may follow.
// named: EOS|\bend\b|even
// named: opening|bracket|push|stack|behind|after|nothing
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {

  var stack: [Int] = []
  for token in read {
    if token < 0 || token > 2 * kinds { return [] }
    if token % 2 == 0 {
      stack.append(token)
    } else {
      guard stack.last == token - 1 else { return [] }
      stack.removeLast()
    }
  }
  var allowed = Set(stride(from: 0, to: 2 * kinds, by: 2))
  if let top = stack.last {
    allowed.insert(top + 1)
  } else if !read.isEmpty {
    allowed.insert(2 * kinds)
  }
  return allowed.sorted()
}
