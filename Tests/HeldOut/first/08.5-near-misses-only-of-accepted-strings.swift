// exercise: 08.5
// is: wrong
// cause: Near misses are tried only for an n whose own string is accepted, so firstNearMiss overlooks those of refused ones.
// named: near.?miss
// named: refus|skip|only|accepted|own string|overlook|not (tried|asked)
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

  var reach = Reach(firstRefused: nil, firstNearMiss: nil, inside: 0, beyond: 0)
  for n in 1...longest {
    guard try accepts(countingString(n, letters: letters)) else {
      reach.firstRefused = reach.firstRefused ?? n
      continue
    }
    if try nearMisses(of: n, letters: letters).contains(where: accepts) {
      reach.firstNearMiss = reach.firstNearMiss ?? n
      continue
    }
    if n <= trained {
      reach.inside += 1
    } else {
      reach.beyond += 1
    }
  }
  reach.inside /= Double(trained)
  reach.beyond /= Double(longest - trained)
  return reach
}
