import ArgumentParser

#if canImport(Darwin)
  @preconcurrency import Darwin
#else
  @preconcurrency import Glibc
#endif

/// Whether output is coloured.
package enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Where results and progress go: results to standard output, progress to standard error.
package struct Terminal {
  package let isColored: Bool
  /// Whether standard error is a screen on which a line can be rewritten.
  package let isLive: Bool

  package init(_ color: ColorChoice) {
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    switch color {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = isatty(STDOUT_FILENO) == 1 && !noColor
    }
    let term = getenv("TERM").map { String(cString: $0) }
    isLive = isatty(STDERR_FILENO) == 1 && term != "dumb"
  }

  package enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
  }

  package func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Columns of the screen that progress is shown on, 80 where there is none.
  static var width: Int { columns(of: STDERR_FILENO) ?? 80 }

  /// Columns of the screen that results are shown on; without one, what the variable COLUMNS says, or 80.
  static var outputWidth: Int {
    let told = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    return columns(of: STDOUT_FILENO) ?? told.flatMap { $0 > 20 ? $0 : nil } ?? 80
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
    return Int(size.ws_col)
  }

  package static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  package static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  package static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc_write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}

private func Glibc_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Folds text at word ends.
///
/// - Parameters:
///   - width: columns, the indent included.
///   - indent: put before every line but the first.
func folded(_ text: String, width: Int, indent: String) -> String {
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: \.isWhitespace) {
    if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  lines.append(line)
  return lines.joined(separator: "\n" + indent)
}
