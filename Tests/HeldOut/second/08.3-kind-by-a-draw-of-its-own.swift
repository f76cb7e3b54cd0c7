// exercise: 08.3
// is: wrong
// cause: The kind of an opening bracket takes a second draw from the stream instead of following from the first.
// named: draw|second|another (number|uniform)|own
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  while true {
    var string: [Int] = []
    var stack: [Int] = []
    var finished = false
    while !finished && string.count <= longest {
      if random.uniform() < opening {
        let kind = min(Int(random.uniform() * Double(kinds)), kinds - 1)
        stack.append(kind)
        string.append(2 * kind)
      } else if let kind = stack.popLast() {
        string.append(2 * kind + 1)
      } else {
        finished = true
      }
    }
    if finished && !string.isEmpty {
      return string + [2 * kinds]
    }
  }
}
