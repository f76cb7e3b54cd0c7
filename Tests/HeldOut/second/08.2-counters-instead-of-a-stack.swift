// exercise: 08.2
// is: wrong
// cause: Only the number of open brackets of each kind is kept, not their order, so that any open kind may close, not the innermost alone.
// named: count|order|innermost|nest|cross|kind|any open
// named: count|order|innermost|cross|any (open|kind)|stack|interleav|every open
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  var open = Array(repeating: 0, count: kinds)
  for token in read {
    if token < 0 || token >= 2 * kinds { return [] }
    let kind = token / 2
    open[kind] += token.isMultiple(of: 2) ? 1 : -1
    if open[kind] < 0 { return [] }
  }
  var next: [Int] = []
  for kind in 0..<kinds {
    next.append(2 * kind)
    if open[kind] > 0 { next.append(2 * kind + 1) }
  }
  if !read.isEmpty && open.allSatisfy({ $0 == 0 }) { next.append(2 * kinds) }
  return next
}
