// exercise: 08.3
// is: wrong
// cause: The kind of an opening bracket is ⌊u · K⌋, without dividing u by the probability of opening.
// named: kind
// named: u ?/ ?(opening|q)|opening|divi|scal|u ?[·*×] ?K|stretch|share|floor|⌊
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  var tokens: [Int] = []
  var stack: [Int] = []
  while true {
    let u = random.uniform()
    if u < opening {
      let kind = Int(u * Double(kinds))
      stack.append(kind)
      tokens.append(2 * kind)
    } else if let kind = stack.popLast() {
      tokens.append(2 * kind + 1)
    } else if !tokens.isEmpty {
      return tokens + [2 * kinds]
    }
    if tokens.count > longest {
      tokens.removeAll()
      stack.removeAll()
    }
  }
}
