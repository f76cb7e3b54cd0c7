// exercise: 08.5
// is: wrong
// cause: The shares count only the n up to the first one that it is not right about; right ones behind a failure do not count.
// named: first|stop|contiguous|until|consecutive|unbroken|run|after (a|the|one)|break
// named: fail|wrong|mistake|refus|right|error|miss
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  var result: [[Int]] = []
  for k in 0..<letters {
    for m in [n - 1, n + 1] {
      var s: [Int] = []
      for j in 0..<letters { s += [Int](repeating: j, count: j == k ? m : n) }
      s.append(letters)
      result.append(s)
    }
  }
  let whole = try countingString(n, letters: letters)
  result.append(Array(whole[..<(whole.count - 1)]))
  return result
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {

  var firstRefused: Int?
  var firstNearMiss: Int?
  var inside = 0
  var beyond = 0
  var isCounting = true
  for n in 1...longest {
    let accepted = try accepts(try countingString(n, letters: letters))
    var fooled = false
    for miss in try nearMisses(of: n, letters: letters) where try accepts(miss) { fooled = true }
    if !accepted && firstRefused == nil { firstRefused = n }
    if fooled && firstNearMiss == nil { firstNearMiss = n }
    // as far as it counts
    isCounting = isCounting && accepted && !fooled
    if isCounting {
      if n <= trained { inside += 1 } else { beyond += 1 }
    }
  }
  return Reach(
    firstRefused: firstRefused, firstNearMiss: firstNearMiss,
    inside: Double(inside) / Double(trained), beyond: Double(beyond) / Double(longest - trained))
}
