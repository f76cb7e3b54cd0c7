/// The symbols of a course, each with its shape, its name in code and the lesson that brings it.
///
/// Authors keep it beside the lessons, in `lessons/glossary.yml`:
///
/// ```yaml
/// - symbol: h_t
///   code: hidden
///   shape: H
///   meaning: the hidden state after step $`t`$
///   lesson: "02"
/// ```
public struct Glossary: Sendable, Equatable {
  /// As messages name it: `lessons/glossary.yml`.
  public var file: String
  public var entries: [Entry]

  public init(file: String, entries: [Entry] = []) {
    self.file = file
    self.entries = entries
  }

  public struct Entry: Sendable, Equatable {
    /// TeX, as the lessons write it between `$` signs: `h_{t-1}`.
    public var symbol: String
    /// What the programs call it: `hidden`; `nil` for what only formulas have.
    public var code: String?
    /// `H × V`, `V elements`, `a number`: TeX between dollars is set as a formula.
    public var shape: String
    /// What it is, in a phrase; Markdown in one line.
    public var meaning: String
    /// The number of the lesson that introduces it: `"02"`.
    public var lesson: String
    /// The line of the file on which the entry begins, 1-based.
    public var line: Int

    public init(
      symbol: String, code: String? = nil, shape: String, meaning: String, lesson: String,
      line: Int
    ) {
      self.symbol = symbol
      self.code = code
      self.shape = shape
      self.meaning = meaning
      self.lesson = lesson
      self.line = line
    }
  }
}
