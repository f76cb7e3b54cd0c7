/// A lesson file as lines: UTF-8, LF line ends, no byte-order mark.
struct LessonSource {
  var file: String
  var lines: [Substring]

  /// A lesson is prose and small programs; a file beyond this is something else by mistake.
  static let sizeLimit = 1_000_000

  /// - Throws: ``LessonError`` when the bytes are not a lesson: too many, none, or not UTF-8.
  init(bytes: [UInt8], file: String) throws(LessonError) {
    self.file = file
    guard bytes.count <= Self.sizeLimit else {
      throw LessonError.tooLarge(bytes: bytes.count, file: file)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.lineOfFirstInvalidByte(in: bytes)
      throw LessonError(
        file: file, line: line,
        message:
          "this line is not UTF-8; save the file as UTF-8 (in most editors: Save with encoding)")
    }
    // Windows checkouts bring CR LF; the Character "\r\n" is one line end like the others.
    lines = text.drop { $0 == "\u{FEFF}" }
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw LessonError(
        file: file, line: 1,
        message: "the file is empty; a lesson begins with front matter: ---, title: …, ---")
    }
  }

  private static func lineOfFirstInvalidByte(in bytes: [UInt8]) -> Int {
    var line = 1
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if String(validating: bytes[start...end], as: UTF8.self) == nil { return line }
      line += 1
      start = end + 1
    }
    return line
  }
}

extension LessonError {
  /// The error for a file beyond the limit, so that a reader can raise it before reading.
  public static func tooLarge(bytes: Int, file: String) -> LessonError {
    let size = (Double(bytes) / 100_000).rounded() / 10
    return LessonError(
      file: file, line: 1,
      message:
        "the file has \(size) MB; a lesson has at most \(LessonSource.sizeLimit / 1_000_000) MB. "
        + "Split it, and keep data in files of their own")
  }

  /// A lesson file's largest size in bytes.
  public static var sizeLimit: Int { LessonSource.sizeLimit }
}
