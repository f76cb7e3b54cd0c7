// exercise: 06.6
// is: wrong
// cause: The last group is left out where fewer than B sequences remain.
// named: last|rest|remain|incomplete|smaller|short|partial
// named: left out|dropped|missing|lost|thrown away|omitted|discard|forgotten|not (kept|returned)|cut
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let sorted = examples.enumerated().sorted {
    $0.element.inputs.count == $1.element.inputs.count
      ? $0.offset < $1.offset : $0.element.inputs.count < $1.element.inputs.count
  }.map(\.element)
  var groups: [[Example]] = []
  let full = sorted.count / size
  for k in 0..<full { groups.append(Array(sorted[k * size..<(k + 1) * size])) }
  return groups
}
