// exercise: 01.4
// is: wrong
// cause: The targets are the inputs themselves: both leave out the last token, nothing is shifted by one.
// named: targets that are the inputs|not shifted|no shift
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let inputs = Array(ids.dropLast())
  let targets = Array(ids[0..<max(0, ids.count - 1)])
  return Example(inputs: inputs, targets: targets)
}
