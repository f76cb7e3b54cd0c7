// exercise: 08.3
// is: wrong
// cause: The kind is the whole part of u · K instead of u / opening · K, so that the last kinds come too rarely or never.
// named: kind
// named: divid|/ ?opening|scal|u ?[·*×]|opening|\bq\b|uneven|never|rare|share|equal|too (low|small|seldom)
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  func attempt() -> [Int]? {
    var out: [Int] = [], open: [Int] = []
    repeat {
      let u = random.uniform()
      if u < opening {
        let k = Int(u * Double(kinds))
        open.append(k)
        out.append(2 * k)
      } else {
        guard let k = open.popLast() else { return out.isEmpty ? nil : out }
        out.append(2 * k + 1)
      }
    } while out.count <= longest
    return nil
  }
  while true {
    if let string = attempt() { return string + [2 * kinds] }
  }
}
