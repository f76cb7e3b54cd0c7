/// The name in `candidates` that a hand may have meant by `name`, if one is near enough.
///
/// Near is at most a third of the letters changed, inserted or dropped, and at least one may be.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let limit = max(1, min(name.count, 60) / 3)
  return
    candidates
    .map { (distance: editDistance(name, $0), name: $0) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// Levenshtein's distance, over the first sixty characters: names are no longer.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.prefix(60)), b = Array(b.prefix(60))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let substitution = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, min(row[j], row[j + 1]) + 1)
    }
  }
  return row[b.count]
}
