// exercise: 01.4
// is: wrong
// cause: The targets are the inputs themselves, without the shift by one token.
// named: targets?
// named: not shifted|unshifted|no shift|without (the|a) shift|(are|equal|the same as) the inputs|same tokens|repeat what|copy|identical|shift.*(missing|left out|forgotten)
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let T = max(ids.count - 1, 0)
  let inputs = Array(ids[0..<T])
  let targets = Array(ids[0..<T])
  return Example(inputs: inputs, targets: targets)
}
