// exercise: 08.5
// is: wrong
// cause: The near misses with one letter more or fewer are given without EOS.
// named: EOS|end
// named: without|left out|missing|no
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  var result: [[Int]] = []
  for k in 0..<letters {
    for m in [n - 1, n + 1] {
      var s: [Int] = []
      for l in 0..<letters {
        for _ in 0..<(l == k ? m : n) { s.append(l) }
      }
      result.append(s)
    }
  }
  result.append(Array(try countingString(n, letters: letters).dropLast()))
  return result
}
