// exercise: 06.6
// is: wrong
// cause: A group is closed wherever the length changes, so that groups hold one length only and others than the last are too small.
// named: length
// named: (one|same|equal|single|each|every|per|by|new|another|different) length|of its own|own group|length changes|mix|separate|apart|too small|not full|smaller
// swift-format-ignore-file

func buckets(_ examples: [Example], size: Int) throws -> [[Example]] {
  var byLength: [Int: [Example]] = [:]
  for e in examples { byLength[e.inputs.count, default: []].append(e) }
  var result: [[Example]] = []
  for length in byLength.keys.sorted() {
    let members = byLength[length] ?? []
    for start in stride(from: 0, to: members.count, by: size) {
      result.append(Array(members[start..<min(start + size, members.count)]))
    }
  }
  return result
}
