// exercise: 06.6
// is: wrong
// cause: The last group is thrown away where it is not full.
// named: last (group|bucket)|rest|remainder|incomplete
// named: dropped|thrown|left out|missing|lost
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let sorted = examples.enumerated().sorted {
    ($0.element.inputs.count, $0.offset) < ($1.element.inputs.count, $1.offset)
  }.map { $0.element }
  var groups: [[Example]] = []
  for k in 0..<(sorted.count / size) {
    groups.append(Array(sorted[k * size..<(k + 1) * size]))
  }
  return groups
}
