/// The name in `candidates` that a hand may have meant by `name`, if one is near enough.
///
/// Near is at most a third of the letters changed, inserted, dropped or exchanged, and at least one may be.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let limit = max(1, min(name.count, 60) / 3)
  return
    candidates
    .map { (distance: editDistance(name, $0), name: $0) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// Damerau and Levenshtein's distance (optimal alignment: two neighbours exchanged count once), over
/// the first sixty characters: names are no longer.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.prefix(60)), b = Array(b.prefix(60))
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    before = above
    above = row
  }
  return above[b.count]
}
