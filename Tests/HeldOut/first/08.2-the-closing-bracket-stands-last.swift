// exercise: 08.2
// is: wrong
// cause: The closing bracket is put behind all opening ones, so that the tokens are not in rising order.
// named: order|sorted|rising|ascending
// named: order|sorted|rising|ascending|clos
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  let eos = 2 * kinds
  var stack: [Int] = []
  for token in read {
    if token < 0 || token >= eos { return [] }
    let kind = token / 2
    let opens = token % 2 == 0
    if opens {
      stack.append(kind)
    } else {
      guard let top = stack.last, top == kind else { return [] }
      stack.removeLast()
    }
  }
  var next = Array(stride(from: 0, to: eos, by: 2))
  if let top = stack.last {
    next.append(2 * top + 1)
  } else if !read.isEmpty {
    next.append(eos)
  }
  return next
}
