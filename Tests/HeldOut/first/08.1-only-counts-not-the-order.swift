// exercise: 08.1
// is: wrong
// cause: mayFollow compares the counts of the letters and the last token only; it does not notice where an earlier token broke the order.
// named: order|begin|prefix|earlier|before|sequence|count|place
// named: not (checked|seen|noticed|looked|tested|refused)|order|only|count(s|ed)? (alone|only|but)|however|any order|goes on|broken|although|still|even|without
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  var s: [Int] = []
  for k in 0..<letters {
    for _ in 0..<n { s.append(k) }
  }
  s.append(letters)
  return s
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  guard let last = read.last else { return [0] }
  if read.contains(where: { $0 < 0 || $0 >= letters }) { return [] }
  var counts = [Int](repeating: 0, count: letters)
  for token in read { counts[token] += 1 }
  let n = counts[0]
  if last == 0 { return [0, 1] }
  if counts[last] > n { return [] }
  return counts[last] < n ? [last] : [last + 1]
}
