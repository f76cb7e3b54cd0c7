// exercise: 08.3
// is: wrong
// cause: The kind of an opening bracket is drawn by a second random number instead of from the same u.
// named: draw|number|uniform|stream|random
// named: second|two|another|extra|own|twice|kind|more
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  while true {
    var tokens: [Int] = []
    var stack: [Int] = []
    var finished = false
    while !finished && tokens.count <= longest {
      if random.uniform() < opening {
        let kind = Int(random.uniform() * Double(kinds))
        stack.append(kind)
        tokens.append(2 * kind)
      } else if stack.isEmpty {
        finished = true
      } else {
        tokens.append(2 * stack.removeLast() + 1)
      }
    }
    if finished && tokens.count >= 2 { return tokens + [2 * kinds] }
  }
}
