// exercise: 06.6
// is: wrong
// cause: The sequences are sorted with the longest first instead of the shortest.
// named: long(est)?( sequences?)? (first|come)|descending|falling|decreasing|long(est)? to short|sorted (backwards|the other way)|wrong (direction|way)|begin with the longest|from the longest
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  // enforce_sorted=True
  let order = examples.enumerated().sorted {
    let (a, b) = ($0.element.inputs.count, $1.element.inputs.count)
    return a == b ? $0.offset < $1.offset : a > b
  }
  var groups: [[Example]] = []
  for (k, entry) in order.enumerated() {
    if k % size == 0 { groups.append([]) }
    groups[groups.count - 1].append(entry.element)
  }
  return groups
}
