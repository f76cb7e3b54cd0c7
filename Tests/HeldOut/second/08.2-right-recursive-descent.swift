// exercise: 08.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  // what still has to be closed, as the tokens that close it; nil for no beginning of a string
  func pending(_ tokens: ArraySlice<Int>) -> [Int]? {
    guard let last = tokens.last else { return [] }
    guard last >= 0, last < 2 * kinds, var before = pending(tokens.dropLast()) else { return nil }
    if last & 1 == 0 { return [last | 1] + before }
    guard before.first == last else { return nil }
    before.removeFirst()
    return before
  }
  guard let closers = pending(read[...]) else { return [] }
  return (0...2 * kinds).filter { token in
    if token == 2 * kinds { return closers.isEmpty && !read.isEmpty }
    return token % 2 == 0 || closers.first == token
  }
}
