// exercise: 08.1
// is: wrong
// cause: Only the first block and the letter read last are counted, so that a string with a block in between left out, too short, or in another order is gone on with.
// named: mayFollow|may follow|begin|prefix|order|blocks?|impossible
// named: order|skipp|left out|no string|not (checked|a beginning)|invalid|impossible|missing|in between|any string
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  var string: [Int] = []
  for letter in 0..<letters {
    for _ in 0..<n { string.append(letter) }
  }
  string.append(letters)
  return string
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  guard let last = read.last else { return [0] }
  func count(_ letter: Int) -> Int { read.filter { $0 == letter }.count }
  let n = count(0)
  if n == 0 || last < 0 || last >= letters { return [] }
  if last == 0 { return [0, 1] }
  let k = count(last)
  if k < n { return [last] }
  if k == n { return [last + 1] }
  return []
}
