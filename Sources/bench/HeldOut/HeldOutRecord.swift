import Foundation

/// What was measured last, as it stands in Tests/HeldOut/rates.json.
struct HeldOutRecord: Codable, Equatable, Sendable {
  /// "2026-11-26".
  var date: String
  var sets: [String: HeldOutRates]

  static let path = "Tests/HeldOut/rates.json"
  static let manual = "docs/feedback.md"

  init(date: String, sets: [String: HeldOutRates]) {
    self.date = date
    self.sets = sets
  }

  init(readingFrom root: String) throws {
    self = try JSONDecoder().decode(
      HeldOutRecord.self, from: Data(contentsOf: URL(filePath: "\(root)/\(Self.path)")))
  }

  /// Writes the file, and what the manual says between its two marks.
  func write(below root: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: URL(filePath: "\(root)/\(Self.path)"), options: .atomic)
    let page = "\(root)/\(Self.manual)"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    try replacingParagraph(in: text).write(toFile: page, atomically: true, encoding: .utf8)
  }
}

extension HeldOutRecord {
  /// The manual with this paragraph between its marks.
  ///
  /// - Throws: ``HeldOutError`` when the marks are not there.
  func replacingParagraph(in manual: String) throws -> String {
    let (start, end) = ("<!-- measured -->\n", "<!-- /measured -->\n")
    guard let opening = manual.range(of: start), let closing = manual.range(of: end),
      opening.upperBound <= closing.lowerBound
    else {
      throw HeldOutError("\(Self.manual): the rates stand between \(start)and \(end)")
    }
    return manual[..<opening.upperBound] + "\n\(paragraph)\n\n" + manual[closing.lowerBound...]
  }

  /// What the manual says, to the letter.
  var paragraph: String {
    let sentences = HeldOutRun.sets.compactMap { name in
      sets[name].map { rates in
        """
        - The \(name) set, \(rates.wrong) wrong and \(rates.right) right solutions: \(rates.failed) of \
        \(rates.wrong) wrong ones fail; the true cause is named for \(rates.namedRight) \
        (\(percent(rates.namedRight, of: rates.wrong))), another for \(rates.namedWrong) \
        (\(percent(rates.namedWrong, of: rates.wrong))), none for \(rates.silent). \(rates.passed) of \
        \(rates.right) right ones pass without a word.
        """
      }
    }
    return "Measured on \(date):\n\n" + sentences.joined(separator: "\n")
  }
}
