// exercise: 08.3
// is: wrong
// cause: A string is thrown away as soon as its open brackets could no longer close within the limit, before it has more than `longest` brackets, so that the stream is read from another place.
// named: thrown away as soon as it cannot be closed|longest|too long|limit|length
// named: thrown away as soon as it cannot be closed|early|earlier|too soon|before|room|stream|draws?|open brackets|thrown away
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  attempt: while true {
    var string: [Int] = []
    var stack: [Int] = []
    while true {
      let u = random.uniform()
      if u < opening {
        let kind = min(Int(u / opening * Double(kinds)), kinds - 1)
        stack.append(kind)
        string.append(2 * kind)
        // All that is open must still be closed: no use in going on if that cannot fit.
        if string.count + stack.count > longest { continue attempt }
      } else if let kind = stack.popLast() {
        string.append(2 * kind + 1)
      } else if string.isEmpty {
        continue attempt
      } else {
        return string + [2 * kinds]
      }
    }
  }
}
