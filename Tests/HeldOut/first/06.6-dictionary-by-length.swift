// exercise: 06.6
// is: right
// cause: Groups by length in a dictionary, walks the lengths upwards and fills the groups.
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let byLength = Dictionary(grouping: examples) { $0.inputs.count }
  var result: [[Example]] = []
  var current: [Example] = []
  for length in byLength.keys.sorted() {
    for example in byLength[length]! {
      current.append(example)
      if current.count == size {
        result.append(current)
        current = []
      }
    }
  }
  if !current.isEmpty { result.append(current) }
  return result
}
