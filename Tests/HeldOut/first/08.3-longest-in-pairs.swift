// exercise: 08.3
// is: wrong
// cause: `longest` is taken for a number of pairs, so strings of up to 2L brackets are kept.
// named: pair|twice|double|2 ?L|two times|too long|longer than
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {

  let maximum = 2 * longest  // every bracket needs its partner
  while true {
    var string: [Int] = []
    var stack: [Int] = []
    var finished = false
    while !finished && string.count <= maximum {
      let u = random.uniform()
      if u < opening {
        let kind = Int(u / opening * Double(kinds))
        stack.append(kind)
        string.append(2 * kind)
      } else if stack.isEmpty {
        finished = true
      } else {
        string.append(2 * stack.removeLast() + 1)
      }
    }
    if finished && string.count > 0 {
      string.append(2 * kinds)
      return string
    }
  }
}
