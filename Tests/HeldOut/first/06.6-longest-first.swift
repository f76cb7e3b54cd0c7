// exercise: 06.6
// is: wrong
// cause: The longest sequences come first instead of the shortest.
// named: longest|descending|falling
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let order = examples.indices.sorted {
    examples[$0].inputs.count == examples[$1].inputs.count
      ? $0 < $1 : examples[$0].inputs.count > examples[$1].inputs.count
  }
  var groups: [[Example]] = []
  for (k, i) in order.enumerated() {
    if k % size == 0 { groups.append([]) }
    groups[groups.count - 1].append(examples[i])
  }
  return groups
}
