// exercise: 01.4
// is: wrong
// cause: Targets are the sequence rolled by one, inputs the whole sequence: the last input gets the first token as its target.
// named: wrap|roll|circ|round|first token.*(end|last)|last.*first|one (step|pair) too many
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  if ids.count < 2 { return Example(inputs: [], targets: []) }
  // targets = np.roll(ids, -1)
  let n = ids.count
  let targets = (0..<n).map { ids[($0 + 1) % n] }
  return Example(inputs: ids, targets: targets)
}
