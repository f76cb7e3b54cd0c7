// exercise: 08.2
// is: wrong
// cause: Open brackets are counted per kind without their order, so that any open kind may close, not the innermost alone.
// named: count|innermost|order|stack|any (open|kind)|cross|nest|kind
// named: innermost|stack|order|cross|nest|any (open|kind)
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  var open = [Int](repeating: 0, count: kinds)
  for token in read {
    if token < 0 || token >= 2 * kinds { return [] }
    if token % 2 == 0 {
      open[token / 2] += 1
    } else {
      open[token / 2] -= 1
      if open[token / 2] < 0 { return [] }
    }
  }
  var next: [Int] = []
  for k in 0..<kinds {
    next.append(2 * k)
    if open[k] > 0 { next.append(2 * k + 1) }
  }
  if !read.isEmpty && open.allSatisfy({ $0 == 0 }) { next.append(2 * kinds) }
  return next
}
