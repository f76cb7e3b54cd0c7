// exercise: 08.2
// is: wrong
// cause: The open brackets are kept in a queue: the outermost (first opened) has to close first, not the innermost.
// named: queue|outermost|first (one )?(opened|open)|oldest|bottom|innermost|FIFO|wrong end
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {

  let eos = 2 * kinds
  var open = [Int]()
  for token in read {
    guard token >= 0 && token < eos else { return [] }
    let (kind, isClosing) = token.quotientAndRemainder(dividingBy: 2)
    if isClosing == 0 {
      open.insert(kind, at: 0)
    } else {
      if open.last != kind { return [] }
      _ = open.popLast()
    }
  }
  var next = (0..<kinds).map { $0 * 2 }
  if let pending = open.last {
    next.append(2 * pending + 1)
    next.sort()
  } else if !read.isEmpty {
    next.append(eos)
  }
  return next
}
