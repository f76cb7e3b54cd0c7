/// Where a compiler that gave up without a word was most likely at work.
public enum LongestExpression {
  public struct Place: Equatable, Sendable {
    public var file: String
    /// 1-based.
    public var line: Int
    /// The line, cut off where it is long.
    public var excerpt: String
  }

  /// The line with the most operators and brackets; `nil` when no file has any.
  ///
  /// - Parameter texts: the student's files by path.
  public static func place(in texts: [String: String]) -> Place? {
    var worst: (weight: Int, place: Place)?
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let source = SourceText(text)
      for (index, line) in source.code.enumerated() {
        let weight = line.count { "+-*/%<>=&|?:([{,".contains($0) }
        guard weight > worst?.weight ?? 0 else { continue }
        let shown = String(source.lines[index].prefix(100))
        worst = (
          weight,
          Place(
            file: path, line: index + 1,
            excerpt: shown + (source.lines[index].count > 100 ? "…" : ""))
        )
      }
    }
    return worst?.place
  }
}
