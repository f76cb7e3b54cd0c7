// exercise: 08.5
// is: wrong
// cause: For n = 1 the near misses with n − 1 = 0 of a letter are left out, so there are fewer than 2K + 1.
// named: n ?= ?1|\bone\b.*letter|zero|no letter|\b0\b|n ?[-−–] ?1|fewer|smallest
// named: left out|missing|omit|skip|without|dropp|not (made|there|listed)|leaves? out|too few
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  func string(_ counts: [Int]) -> [Int] {
    counts.enumerated().flatMap { letter, count in Array(repeating: letter, count: count) }
  }
  let even = Array(repeating: n, count: letters)
  let changed = (0..<letters).flatMap { letter in
    [-1, 1].compactMap { change -> [Int]? in
      var counts = even
      counts[letter] += change
      // every letter occurs at least once
      guard counts[letter] > 0 else { return nil }
      return string(counts) + [letters]
    }
  }
  return changed + [string(even)]
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {

  func isRight(_ string: Bool, _ misses: [Bool]) -> Bool { string && !misses.contains(true) }
  let answers = try (1...longest).map { n in
    (
      n, try accepts(countingString(n, letters: letters)),
      try nearMisses(of: n, letters: letters).map(accepts)
    )
  }
  let right = answers.filter { isRight($0.1, $0.2) }.map(\.0)
  return Reach(
    firstRefused: answers.first { !$0.1 }?.0,
    firstNearMiss: answers.first { $0.2.contains(true) }?.0,
    inside: Double(right.filter { $0 <= trained }.count) / Double(trained),
    beyond: Double(right.filter { $0 > trained }.count) / Double(longest - trained))
}
