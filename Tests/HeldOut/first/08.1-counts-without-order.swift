// exercise: 08.1
// is: wrong
// cause: mayFollow looks only at how often each letter has occurred and which was last; an impossible order such as 0 1 0 1 is not noticed.
// named: order|mixed|beginning|prefix|impossible|no string|begins? with|sorted|how often|counts? alone|only.*count
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  var s: [Int] = []
  for k in 0..<letters { for _ in 0..<n { s.append(k) } }
  s.append(letters)
  return s
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  guard let last = read.last else { return [0] }
  var histogram = [Int](repeating: 0, count: letters)
  for token in read {
    guard token >= 0, token < letters else { return [] }
    histogram[token] += 1
  }
  let n = histogram[0]
  if n == 0 { return [] }
  if last == 0, histogram[1] == 0 { return [0, 1] }
  // letters before the last one must be full, it itself must not be over n
  for k in 0..<last where histogram[k] != n { return [] }
  if histogram[last] > n { return [] }
  return histogram[last] < n ? [last] : [last + 1]
}
