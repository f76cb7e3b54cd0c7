// exercise: 08.1
// is: wrong
// cause: While only the first letter has been read, the second alone is offered: that another first letter may follow is forgotten.
// named: b alone after a|a alone|another (a|first letter)
// swift-format-ignore-file

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  if read.isEmpty { return [0] }
  var n = 0
  while n < read.count && read[n] == 0 { n += 1 }
  if n == 0 { return [] }
  let full = try countingString(n, letters: letters)
  if read.count >= full.count { return [] }
  for i in 0..<read.count where read[i] != full[i] { return [] }
  return [full[read.count]]
}
