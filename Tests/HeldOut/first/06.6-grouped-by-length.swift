// exercise: 06.6
// is: right
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  // dictionary of lengths keeps the order within each length
  let groups = Dictionary(grouping: examples) { $0.inputs.count }
  var result: [[Example]] = []
  for length in groups.keys.sorted() {
    for example in groups[length] ?? [] {
      if let last = result.indices.last, result[last].count < size {
        result[last].append(example)
      } else {
        result.append([example])
      }
    }
  }
  return result
}
