// exercise: 08.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  let whole = try countingString(n, letters: letters)
  return (0..<2 * letters).map { k -> [Int] in
    var s = whole
    let letter = k / 2
    // the last of the letter's block
    let place = letter * n + n - 1
    if k % 2 == 0 { s.remove(at: place) } else { s.insert(letter, at: place) }
    return s
  } + [Array(whole.prefix(letters * n))]
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  let numbers = Array(1...longest)
  let refused = try numbers.filter { try !accepts(countingString($0, letters: letters)) }
  let fooled = try numbers.filter {
    try !nearMisses(of: $0, letters: letters).allSatisfy { try !accepts($0) }
  }
  let right = Set(numbers).subtracting(refused).subtracting(fooled)
  return Reach(
    firstRefused: refused.min(), firstNearMiss: fooled.min(),
    inside: Double(right.intersection(1...trained).count) / Double(trained),
    beyond: Double(right.subtracting(1...trained).count) / Double(longest - trained))
}
