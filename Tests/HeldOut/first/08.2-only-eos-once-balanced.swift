// exercise: 08.2
// is: wrong
// cause: Once all brackets are closed only EOS is given; that another bracket may open there is left out.
// named: open|another one beside it
// named: EOS|balanced|closed|empty stack|complete|depth 0|outermost|no(ne| bracket)
// named: nothing but|only|alone|missing|left out|may open|another|not.*open|forgot|without
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {

  if read.isEmpty { return Array(stride(from: 0, to: 2 * kinds, by: 2)) }
  func scan(_ rest: ArraySlice<Int>, _ stack: [Int]) -> [Int]? {
    guard let token = rest.first else { return stack }
    guard (0..<2 * kinds).contains(token) else { return nil }
    if token.isMultiple(of: 2) { return scan(rest.dropFirst(), stack + [token / 2]) }
    guard stack.last == token / 2 else { return nil }
    return scan(rest.dropFirst(), stack.dropLast())
  }
  guard let stack = scan(read[...], []) else { return [] }
  guard let top = stack.last else { return [2 * kinds] }
  return (0..<2 * kinds).filter { $0 % 2 == 0 || $0 == 2 * top + 1 }
}
