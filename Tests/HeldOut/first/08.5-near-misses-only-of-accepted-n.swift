// exercise: 08.5
// is: wrong
// cause: The near misses of an n are asked about only where its own string is accepted, so that the first accepted near miss of a refused n is not seen.
// named: near miss
// named: only|where|accepted|refused|own string|skip|not (asked|tried|seen|tested)|passed over
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  var result: [[Int]] = []
  for k in 0..<letters {
    for m in [n - 1, n + 1] {
      var s: [Int] = []
      for j in 0..<letters { s += Array(repeating: j, count: j == k ? m : n) }
      result.append(s + [letters])
    }
  }
  let proper = try countingString(n, letters: letters)
  return result + [Array(proper[..<(proper.count - 1)])]
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var answer = Reach(firstRefused: nil, firstNearMiss: nil, inside: 0, beyond: 0)
  for n in stride(from: longest, to: 0, by: -1) {
    guard try accepts(countingString(n, letters: letters)) else {
      answer.firstRefused = n
      continue
    }
    if try nearMisses(of: n, letters: letters).contains(where: accepts) {
      answer.firstNearMiss = n
    } else if n <= trained {
      answer.inside += 1
    } else {
      answer.beyond += 1
    }
  }
  answer.inside /= Double(trained)
  answer.beyond /= Double(longest - trained)
  return answer
}
