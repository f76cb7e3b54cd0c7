// exercise: 08.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  let string = try countingString(n, letters: letters)
  var result: [[Int]] = []
  for letter in 0..<letters {
    var (less, more) = (string, string)
    less.remove(at: letter * n)
    more.insert(letter, at: letter * n)
    result += [less, more]
  }
  result.append(Array(string[..<(string.count - 1)]))
  return result
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var answer = Reach(firstRefused: nil, firstNearMiss: nil, inside: 0, beyond: 0)
  for n in stride(from: longest, through: 1, by: -1) {
    let taken = try accepts(countingString(n, letters: letters))
    var fooled = 0
    for miss in try nearMisses(of: n, letters: letters) where try accepts(miss) { fooled += 1 }
    if !taken { answer.firstRefused = n }
    if fooled > 0 { answer.firstNearMiss = n }
    guard taken, fooled == 0 else { continue }
    if n > trained { answer.beyond += 1 } else { answer.inside += 1 }
  }
  answer.inside /= Double(trained)
  answer.beyond /= Double(longest - trained)
  return answer
}
