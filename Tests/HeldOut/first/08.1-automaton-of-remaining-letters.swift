// exercise: 08.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  var string = [Int](repeating: letters, count: letters * n + 1)
  for position in 0..<letters * n { string[position] = position / n }
  return string
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  var allowed: Set<Int> = [0]
  var (n, inBlock, letter) = (0, 0, 0)
  for token in read {
    if !allowed.contains(token) { return [] }
    if token == letters { return [] }
    if token == letter { inBlock += 1 } else { letter = token; inBlock = 1 }
    if letter == 0 {
      n = inBlock
      allowed = [0, 1]
    } else {
      allowed = inBlock < n ? [letter] : [letter + 1]
    }
  }
  return allowed.sorted()
}
