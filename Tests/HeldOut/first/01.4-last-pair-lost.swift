// exercise: 01.4
// is: wrong
// cause: The loop ends one pair too early: n − 2 instead of n − 1 pairs, so that the last token is never a target.
// named: last|end|EOS|final|short|few
// named: miss|left out|leav|lost|lose|early|short|few|n [−-] 2|one (pair|step|token|element)? ?(too )?(few|less|short)|never|lack|drop|omit|off by one|cut
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let length = ids.count - 1
  guard length > 1 else { return Example(inputs: [], targets: []) }
  var inputs: [Int] = []
  var targets: [Int] = []
  for i in 0..<(length - 1) {
    inputs.append(ids[i])
    targets.append(ids[i + 1])
  }
  return Example(inputs: inputs, targets: targets)
}
