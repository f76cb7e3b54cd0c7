// exercise: 08.5
// is: wrong
// cause: Of each letter the near miss with one more comes before that with one fewer.
// named: order|before|first
// named: one more|n ?\+ ?1|n ?[-−–] ?1|fewer|more|order
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  func string(_ counts: [Int]) -> [Int] {
    counts.indices.flatMap { [Int](repeating: $0, count: counts[$0]) } + [letters]
  }
  var all: [[Int]] = []
  for letter in 0..<letters {
    var counts = [Int](repeating: n, count: letters)
    counts[letter] += 1
    all.append(string(counts))
    counts[letter] -= 2
    all.append(string(counts))
  }
  var unfinished = string([Int](repeating: n, count: letters))
  unfinished.removeLast()
  all.append(unfinished)
  return all
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var refused: Int?, fooled: Int?
  var inside = 0, beyond = 0
  for n in 1...longest {
    let own = try accepts(countingString(n, letters: letters))
    var isFooled = false
    for miss in try nearMisses(of: n, letters: letters) {
      if try accepts(miss) { isFooled = true }
    }
    if !own { refused = refused ?? n }
    if isFooled { fooled = fooled ?? n }
    if own && !isFooled {
      if n <= trained { inside += 1 } else { beyond += 1 }
    }
  }
  return Reach(
    firstRefused: refused, firstNearMiss: fooled, inside: Double(inside) / Double(trained),
    beyond: Double(beyond) / Double(longest - trained))
}
