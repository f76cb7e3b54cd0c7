// exercise: 01.4
// is: wrong
// cause: From the inputs every token that equals the last one is removed, not only the one at the last position.
// named: input|all tokens but|tokens?
// named: equal|every|same|by value|value|occur|copies|copy|duplicate|filter|all (the )?tokens (like|that)|repeat|elsewhere|wherever|shorter than|fewer (inputs|tokens)|number of inputs
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  guard let eos = ids.last else { return Example(inputs: [], targets: []) }
  return Example(
    inputs: ids.filter { $0 != eos },
    targets: Array(ids.dropFirst()))
}
