/// Sequences of an opening bracket, n times `a` and a closing bracket, with the same tag at every
/// token: all there are for some lengths, and each once.
public enum BracketTask {
  public static let words = ["(", "[", "a", ")", "]"]
  public static let round = 0, square = 1, filler = 2, closingRound = 3, closingSquare = 4

  /// What a sequence is tagged with.
  public enum Question: Sendable, CaseIterable {
    /// 0 where the closing bracket is round, 1 where it is square.
    case howItEnds
    /// 0 where the brackets are of one kind, 1 where they are not.
    case whetherTheyMatch
  }

  /// The sequence `open aⁿ close` with its tags.
  public static func example(_ open: Int, _ n: Int, _ close: Int, asking question: Question)
    -> Example
  {
    let ends = close - closingRound
    let tag = question == .howItEnds ? ends : open == ends ? 0 : 1
    return Example(
      inputs: [open] + Array(repeating: filler, count: n) + [close],
      targets: Array(repeating: tag, count: n + 2))
  }

  /// All four sequences of each length, `( )`, `( ]`, `[ )`, `[ ]` with n fillers between.
  public static func examples(
    _ lengths: some Sequence<Int>, asking question: Question
  ) -> [Example] {
    lengths.flatMap { n in
      [
        (round, closingRound), (round, closingSquare), (square, closingRound),
        (square, closingSquare),
      ]
      .map { example($0.0, n, $0.1, asking: question) }
    }
  }
}
