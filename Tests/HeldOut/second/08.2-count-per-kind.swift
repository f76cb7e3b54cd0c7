// exercise: 08.2
// is: wrong
// cause: Open brackets are counted per kind instead of kept on a stack: a closing bracket is taken (and offered) for any open kind, not only for the innermost.
// named: count|stack|nest|innermost|cross|any open|interleav|every open|each open|overlap
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  let eos = 2 * kinds
  if read.isEmpty { return Array(stride(from: 0, to: eos, by: 2)) }
  var open = [Int](repeating: 0, count: kinds)
  for token in read {
    if token < 0 || token >= eos { return [] }
    if token % 2 == 0 {
      open[token / 2] += 1
    } else {
      open[token / 2] -= 1
      if open[token / 2] < 0 { return [] }
    }
  }
  var next: [Int] = []
  for kind in 0..<kinds {
    next.append(2 * kind)
    if open[kind] > 0 { next.append(2 * kind + 1) }
  }
  if open.allSatisfy({ $0 == 0 }) { next.append(eos) }
  return next
}
