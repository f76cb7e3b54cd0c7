// exercise: 08.1
// is: wrong
// cause: A block with more than n of its letter is taken for full (≥ n), so mayFollow gives the next letter where no string begins like this.
// named: too many|more than|over|excess|longer|≥|no string|block|impossible|beyond
// named: letter|block|count|\bn\b
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  var s: [Int] = []
  for k in 0..<letters { for _ in 0..<n { s.append(k) } }
  s.append(letters)
  return s
}

/// Run-length encoding.
private func runs(_ tokens: [Int]) -> [(token: Int, length: Int)] {
  var result: [(token: Int, length: Int)] = []
  for token in tokens {
    if let last = result.last, last.token == token {
      result[result.count - 1].length += 1
    } else {
      result.append((token, 1))
    }
  }
  return result
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  let blocks = runs(read)
  guard let first = blocks.first, let last = blocks.last else { return [0] }
  for (k, block) in blocks.enumerated() where block.token != k { return [] }
  if last.token >= letters { return [] }
  if blocks.count == 1 { return [0, 1] }
  // all blocks but the last have to be complete
  for block in blocks.dropLast() where block.length < first.length { return [] }
  return last.length >= first.length ? [last.token + 1] : [last.token]
}
