// exercise: 08.5
// is: wrong
// cause: The shares count only the n before the first one that is wrong, not every n that is right.
// named: first (failure|wrong|refus|mistake|n)|stop|before|consecutive|up to
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  var out: [[Int]] = []
  for k in 0..<letters {
    for m in [n - 1, n + 1] {
      var s: [Int] = []
      for l in 0..<letters { s += [Int](repeating: l, count: l == k ? m : n) }
      out.append(s + [letters])
    }
  }
  var open: [Int] = []
  for l in 0..<letters { open += [Int](repeating: l, count: n) }
  out.append(open)
  return out
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var refused: Int? = nil
  var fooled: Int? = nil
  for n in 1...longest {
    if refused == nil, !(try accepts(try countingString(n, letters: letters))) { refused = n }
    if fooled == nil {
      for s in try nearMisses(of: n, letters: letters) where try accepts(s) { fooled = n; break }
    }
  }
  // everything before the first mistake is right
  let good = min(refused ?? longest + 1, fooled ?? longest + 1) - 1
  let inside = Double(min(good, trained)) / Double(trained)
  let beyond = Double(max(0, good - trained)) / Double(longest - trained)
  return Reach(firstRefused: refused, firstNearMiss: fooled, inside: inside, beyond: beyond)
}
