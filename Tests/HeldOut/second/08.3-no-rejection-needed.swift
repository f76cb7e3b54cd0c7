// exercise: 08.3
// is: wrong
// cause: A string that would become too long is not thrown away: from there on the brackets are closed by force, so that it fits within the limit.
// named: limit|longest|too long|long strings?|more than|length
// named: clos|forc|thrown|throw|reject|discard|kept|cut|truncat|shorten|begin|start|redrawn|anew|fit
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  var tokens: [Int] = []
  var stack: [Int] = []
  repeat {
    tokens = []
    stack = []
    while true {
      let u = random.uniform()
      let hasRoom = tokens.count + stack.count + 2 <= longest
      if u < opening && hasRoom {
        let kind = Int(u / opening * Double(kinds))
        stack.append(kind)
        tokens.append(2 * kind)
      } else if let innermost = stack.popLast() {
        tokens.append(2 * innermost + 1)
      } else {
        break
      }
    }
  } while tokens.isEmpty
  return tokens + [2 * kinds]
}
