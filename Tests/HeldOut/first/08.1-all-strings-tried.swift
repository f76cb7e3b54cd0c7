// exercise: 08.1
// is: right
// cause: Writes down every string that could matter and collects what follows.
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  (0..<letters * n).map { $0 / n } + [letters]
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  var next = Set<Int>()
  for n in 1...(read.count + 1) {
    let s = try countingString(n, letters: letters)
    if s.count > read.count && Array(s[..<read.count]) == read { next.insert(s[read.count]) }
  }
  return next.sorted()
}
