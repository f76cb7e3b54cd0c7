// exercise: 08.2
// is: wrong
// cause: The open brackets of each kind are only counted, so any open kind may close, not the innermost alone.
// named: innermost|stack|count|nest|order|any (open|kind)|which (kind|bracket)|cross|other kind
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  var depth = Array(repeating: 0, count: kinds)
  for token in read {
    if token < 0 || token >= 2 * kinds { return [] }
    let kind = token / 2
    if token % 2 == 0 {
      depth[kind] += 1
    } else {
      depth[kind] -= 1
      if depth[kind] < 0 { return [] }
    }
  }
  var next: [Int] = []
  for kind in 0..<kinds {
    next.append(2 * kind)
    if depth[kind] > 0 { next.append(2 * kind + 1) }
  }
  let balanced = depth.allSatisfy { $0 == 0 }
  if balanced && !read.isEmpty { next.append(2 * kinds) }
  return next
}
