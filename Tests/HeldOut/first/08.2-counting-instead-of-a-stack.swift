// exercise: 08.2
// is: wrong
// cause: Open brackets are only counted by kind: a bracket may close although it is not the innermost one.
// named: counted
// named: order|innermost|kind
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  var depth = [Int](repeating: 0, count: kinds)
  for token in read {
    if token < 0 || token >= 2 * kinds { return [] }
    let k = token / 2
    if token % 2 == 0 {
      depth[k] += 1
    } else {
      depth[k] -= 1
      if depth[k] < 0 { return [] }
    }
  }
  var next: [Int] = []
  for k in 0..<kinds {
    next.append(2 * k)
    if depth[k] > 0 { next.append(2 * k + 1) }
  }
  if !read.isEmpty && depth.allSatisfy({ $0 == 0 }) { next.append(2 * kinds) }
  return next
}
