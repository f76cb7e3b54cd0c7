// exercise: 08.3
// is: wrong
// cause: The kind is u / opening · K rounded to the nearest whole number instead of rounded down.
// named: round|nearest|floor|⌊|rounded down|truncat
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {

  func attempt() -> [Int]? {
    var tokens: [Int] = [], stack: [Int] = []
    repeat {
      let u = random.uniform()
      guard u >= opening else {
        let k = min(kinds - 1, lround(u / opening * Double(kinds)))
        tokens.append(2 * k)
        stack.append(2 * k + 1)
        continue
      }
      guard let closing = stack.popLast() else { return tokens.isEmpty ? nil : tokens }
      tokens.append(closing)
    } while tokens.count <= longest
    return nil
  }
  while true {
    if let tokens = attempt() { return tokens + [2 * kinds] }
  }
}
