// exercise: 08.1
// is: right
// cause: Counts the blocks as it reads, without writing the whole string.
// swift-format-ignore-file

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  var n = 0
  var block = 0
  var inBlock = 0
  var ended = false
  for token in read {
    if ended { return [] }
    if token == 0 && block == 0 {
      n += 1
      continue
    }
    if n == 0 { return [] }
    if block == 0 {
      block = 1
      inBlock = 0
    }
    if block == letters {
      if token != letters { return [] }
      ended = true
      continue
    }
    if token != block { return [] }
    inBlock += 1
    if inBlock == n {
      block += 1
      inBlock = 0
    }
  }
  if ended { return [] }
  if n == 0 { return [0] }
  if block == 0 { return [0, 1] }
  return [block]
}
