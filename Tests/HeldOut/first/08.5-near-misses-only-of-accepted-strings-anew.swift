// exercise: 08.5
// is: wrong
// cause: Where the string itself is refused its near misses are not asked about, so that firstNearMiss passes over such an n.
// named: near.?miss
// named: refused|accepted|skipp|not asked|own string|only where|passed over
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  func string(_ counts: [Int]) -> [Int] {
    var s: [Int] = []
    for (letter, count) in counts.enumerated() { s += Array(repeating: letter, count: count) }
    return s
  }
  let even = Array(repeating: n, count: letters)
  var result: [[Int]] = []
  for k in 0..<letters {
    var fewer = even, more = even
    fewer[k] -= 1
    more[k] += 1
    result.append(string(fewer) + [letters])
    result.append(string(more) + [letters])
  }
  result.append(string(even))
  return result
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var firstRefused: Int? = nil
  var firstNearMiss: Int? = nil
  var goodInside = 0
  var goodBeyond = 0
  for n in 1...longest {
    guard try accepts(try countingString(n, letters: letters)) else {
      // Wrong about this n already.
      if firstRefused == nil { firstRefused = n }
      continue
    }
    var fooled = false
    for miss in try nearMisses(of: n, letters: letters) {
      if try accepts(miss) { fooled = true; break }
    }
    if fooled {
      if firstNearMiss == nil { firstNearMiss = n }
      continue
    }
    if n <= trained { goodInside += 1 } else { goodBeyond += 1 }
  }
  return Reach(
    firstRefused: firstRefused, firstNearMiss: firstNearMiss,
    inside: Double(goodInside) / Double(trained),
    beyond: Double(goodBeyond) / Double(longest - trained))
}
