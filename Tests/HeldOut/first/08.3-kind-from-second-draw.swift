// exercise: 08.3
// is: wrong
// cause: The kind of an opening bracket is drawn with a second number, not taken from the same u.
// named: second|another (number|draw)|own (number|draw)|two (numbers|draws)|one (number|draw) (more|too)
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  repeat {
    var s: [Int] = []
    var stack: [Int] = []
    var tooLong = false
    while true {
      if random.uniform() < opening {
        let k = min(Int(random.uniform() * Double(kinds)), kinds - 1)
        s.append(2 * k)
        stack.append(k)
      } else if stack.isEmpty {
        break
      } else {
        s.append(2 * stack.removeLast() + 1)
      }
      if s.count > longest { tooLong = true; break }
    }
    if s.isEmpty || tooLong { continue }
    return s + [2 * kinds]
  } while true
}
