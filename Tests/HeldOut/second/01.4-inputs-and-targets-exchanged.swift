// exercise: 01.4
// is: wrong
// cause: Inputs and targets have changed places: the inputs leave out the first token, the targets the last.
// named: inputs and targets.*(exchanged|swapped|places)|(exchanged|swapped).*inputs|shift the wrong way|backwards
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  if ids.count < 2 { return Example(inputs: [], targets: []) }
  let x = Array(ids[1...])
  let y = Array(ids[..<(ids.count - 1)])
  return Example(inputs: x, targets: y)
}
