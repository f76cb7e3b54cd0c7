import Transcripts

// T steps; one column for each.

/// The columns of a network unrolled over a sequence; the middle of a long one is left out.
struct UnrolledColumns {
  /// A step that is drawn.
  struct Step {
    var index: Int
    var token: String
    var x: Double
    /// Steps have been left out before it.
    var followsGap: Bool
  }

  let steps: [Step]
  let pitch: Double
  /// Where the state before the first step stands.
  let start: Double

  /// As many units as are legible on a phone.
  private static let room = 11.0

  /// - Parameter widest: the longest label of a column, in characters.
  init(_ tokens: [String], start: Double = 0.6, widest: Int = 4) {
    let length = max(widest, tokens.map(\.count).max() ?? 0)
    pitch = max(1.4, Double(min(length, 16)) * 0.2 + 0.65)
    self.start = start
    let fits = Int(Self.room / pitch)
    let head = max(1, Int(Self.room / pitch - 0.5) - 3)
    let shown =
      tokens.count <= fits
      ? Array(tokens.indices) : Array(0..<head) + Array((tokens.count - 3)..<tokens.count)
    var x = start
    var steps: [Step] = []
    for index in shown {
      let followsGap = index > (steps.last?.index ?? -1) + 1
      x += followsGap ? pitch * 1.5 : pitch
      steps.append(Step(index: index, token: tokens[index], x: x, followsGap: followsGap))
    }
    self.steps = steps
  }

  /// A node of three points where steps are left out, or none.
  func gap(_ id: String, y: Double) -> Diagram.Node? {
    guard let after = steps.first(where: \.followsGap) else { return nil }
    return Diagram.Node(
      id, "⋯", name: "the steps between", x: after.x - pitch * 0.75, y: y, shape: .text)
  }

  var middle: Double { (start + (steps.last?.x ?? start)) / 2 }
  var width: Double { (steps.last?.x ?? start) - start }
}

/// "h₁₂": a letter with an index below it.
func indexed(_ letter: String, _ index: Int) -> String {
  let digits = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
  let sign = index < 0 ? "₋" : ""
  return letter + sign
    + String(abs(index)).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
}
