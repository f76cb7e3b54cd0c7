// exercise: 08.1
// is: right
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  // letter of position k is k / n, and position K n is EOS
  (0...letters * n).map { $0 / n }
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  // beyond read.count + 1 all strings begin alike
  var next = Set<Int>()
  for n in 1...read.count + 1 {
    let string = try countingString(n, letters: letters)
    if string.count > read.count && Array(string[..<read.count]) == read {
      next.insert(string[read.count])
    }
  }
  return next.sorted()
}
