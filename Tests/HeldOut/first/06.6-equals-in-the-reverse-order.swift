// exercise: 06.6
// is: wrong
// cause: The list is sorted from the longest and then turned round, so that sequences of one length stand in the reverse of the order given.
// named: (one|same|equal) length|equal|ties
// named: reverse|order|turned|stable|backwards
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  let descending = examples.enumerated().sorted { a, b in
    let (m, n) = (a.element.inputs.count, b.element.inputs.count)
    return m == n ? a.offset < b.offset : m > n
  }
  let ascending = Array(descending.reversed()).map { $0.element }
  var groups: [[Example]] = []
  var group: [Example] = []
  for example in ascending {
    group.append(example)
    if group.count == size {
      groups.append(group)
      group = []
    }
  }
  if !group.isEmpty { groups.append(group) }
  return groups
}
