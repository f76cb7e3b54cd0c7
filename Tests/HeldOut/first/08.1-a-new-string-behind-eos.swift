// exercise: 08.1
// is: wrong
// cause: Behind EOS mayFollow gives the first letter, as if the next string began, instead of nothing.
// named: EOS|\bend\b
// named: first letter|new string|next string|begin|behind|after|nothing|over again
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  (0...letters).flatMap { [Int](repeating: $0, count: $0 == letters ? 1 : n) }
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  let n = read.firstIndex { $0 != 0 } ?? read.count
  switch (n, read.count) {
  case (0, 0): return [0]
  case (0, _): return []
  case (n, n): return [0, 1]
  default:
    let whole = try countingString(n, letters: letters)
    if read == whole { return [0] }
    guard whole.starts(with: read) else { return [] }
    return [whole[read.count]]
  }
}
