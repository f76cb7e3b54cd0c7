struct Point: Equatable {
  var x: Double
  var y: Double
}

/// Thins a curve for drawing: of each stretch its lowest and its highest point stay, so that no peak
/// is lost, and so do both ends.
///
/// - Parameter limit: about how many points may stay; a curve has no more than that many pixels.
func decimated(_ points: [Point], limit: Int) -> [Point] {
  guard points.count > max(limit, 4) else { return points }
  let inner = points.dropFirst().dropLast()
  let stretches = max(1, (limit - 2) / 2)
  var result = [points[0]]
  for stretch in 0..<stretches {
    let start = inner.startIndex + inner.count * stretch / stretches
    let end = inner.startIndex + inner.count * (stretch + 1) / stretches
    guard start < end else { continue }
    let lowest = (start..<end).min { points[$0].y < points[$1].y } ?? start
    let highest = (start..<end).max { points[$0].y < points[$1].y } ?? start
    for index in Set([lowest, highest]).sorted() { result.append(points[index]) }
  }
  result.append(points[points.count - 1])
  return result
}

/// `count` indices at even distances, both ends among them: rows of a table, labels of an axis.
func evenIndices(of total: Int, count: Int) -> [Int] {
  guard total > count else { return Array(0..<total) }
  guard count > 1 else { return total > 0 ? [0] : [] }
  return (0..<count).map { ($0 * (total - 1) + (count - 1) / 2) / (count - 1) }
}
