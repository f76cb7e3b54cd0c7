// exercise: 01.4
// is: wrong
// cause: The inputs keep the last token, and the targets repeat it to have the same length: n pairs instead of n − 1.
// named: last token|end of the sequence|\bEOS\b|the end|the last (one|input|word)|one (pair|step|token) too many|n pairs|too long|\bn\b (tokens|steps)
// named: input|kept|keep|followed by itself|repeat|pad|too (many|long)|not left out
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  guard let eos = ids.last else { return Example(inputs: [], targets: []) }
  // np.roll, but without wrapping round: behind the end there is only the end
  var shifted = ids
  for t in 0..<ids.count {
    shifted[t] = t + 1 < ids.count ? ids[t + 1] : eos
  }
  return Example(inputs: ids, targets: shifted)
}
