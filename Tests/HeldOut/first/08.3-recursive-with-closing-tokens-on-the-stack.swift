// exercise: 08.3
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  var string: [Int] = [], pending: [Int] = []
  while true {
    let u = random.uniform()
    if u >= opening && pending.isEmpty {
      if !string.isEmpty {
        string.append(2 * kinds)
        return string
      }
    } else if u >= opening {
      string.append(pending.removeLast())
    } else {
      var kind = Int((u / opening * Double(kinds)).rounded(.down))
      if kind == kinds { kind -= 1 }
      string.append(2 * kind)
      pending.append(2 * kind + 1)
    }
    if string.count > longest {
      string.removeAll()
      pending.removeAll()
    }
  }
}
