// What a program prints is bytes meant for a terminal; a page shows the part that is text.

/// `string` without what an HTML page cannot hold or a reader should not be fooled by.
///
/// - Terminal escape sequences (colours, cursor moves, window titles) are dropped.
/// - Carriage returns become line ends.
/// - Other control characters, non-characters, and the marks that reverse the direction of the text
///   around them become U+FFFD: something was there, and it is not to be trusted.
func printable(_ string: String) -> String {
  if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }) {
    return string
  }
  var result = String.UnicodeScalarView()
  let scalars = Array(string.unicodeScalars)
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    switch scalar.value {
    case 0x1B:
      index = endOfEscape(in: scalars, from: index)
      continue
    case 0x9B:
      index = endOfControlSequence(in: scalars, from: index + 1)
      continue
    case 0x0D:
      if index + 1 == scalars.count || scalars[index + 1] != "\n" { result.append("\n") }
    case 0x09, 0x0A:
      result.append(scalar)
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
      result.append("\u{FFFD}")
    case let value where value & 0xFFFE == 0xFFFE:
      result.append("\u{FFFD}")
    default:
      result.append(scalar)
    }
    index += 1
  }
  return String(result)
}

/// - Returns: the index behind the escape sequence that begins at `start`.
private func endOfEscape(in scalars: [Unicode.Scalar], from start: Int) -> Int {
  let next = start + 1
  guard next < scalars.count else { return next }
  switch scalars[next] {
  case "[":
    return endOfControlSequence(in: scalars, from: next + 1)
  case "]", "P", "X", "^", "_":
    return endOfCommandString(in: scalars, from: next + 1)
  case "(", ")", "*", "+", "#", "%", " ":
    return min(next + 2, scalars.count)
  case "0"..."~":
    return next + 1
  default:
    return next
  }
}

/// Parameters, then one letter: `[31m`.
private func endOfControlSequence(in scalars: [Unicode.Scalar], from start: Int) -> Int {
  var index = start
  while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
  let isFinal = index < scalars.count && (0x40...0x7E).contains(scalars[index].value)
  return isFinal ? index + 1 : index
}

/// Skips a window title and the like, which ends at BEL or at ESC and a backslash.
///
/// One that never ends is dropped only to the end
/// of its line, or a stray mark would swallow all that follows.
private func endOfCommandString(in scalars: [Unicode.Scalar], from start: Int) -> Int {
  var index = start
  while index < scalars.count {
    switch scalars[index].value {
    case 0x07: return index + 1
    case 0x1B:
      let isEnd = index + 1 < scalars.count && scalars[index + 1] == "\\"
      return isEnd ? index + 2 : index
    case 0x0A, 0x0D: return index
    default: index += 1
    }
  }
  return index
}
