// exercise: 06.6
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let longest = examples.map { $0.inputs.count }.max() ?? 0
  var classes = [[Example]](repeating: [], count: longest + 1)
  for example in examples { classes[example.inputs.count].append(example) }
  var groups: [[Example]] = []
  for example in classes.joined() {
    if let last = groups.last, last.count < size {
      groups[groups.count - 1].append(example)
    } else {
      groups.append([example])
    }
  }
  return groups
}
