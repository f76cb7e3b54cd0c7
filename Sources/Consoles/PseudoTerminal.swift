import CConsole

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A terminal without a person: for tests and measurements that press keys and read the screen.
public final class PseudoTerminal {
  private let master: Int32
  /// Kept open, so that the terminal's mode can be read when nobody uses it.
  private let line: Int32
  private let path: String
  /// All that was written to it.
  public private(set) var output: [UInt8] = []

  /// - Returns: `nil` where the system gives no pseudo-terminal.
  public init?(columns: Int, rows: Int) {
    var name = [CChar](repeating: 0, count: 256)
    master = pseudo_terminal_open(&name, name.count)
    guard master >= 0 else { return nil }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    line = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard line >= 0 else { return nil }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(line)
    close(master)
  }

  /// Starts a program in a session of its own, whose terminal this is.
  ///
  /// - Returns: its process id, or `nil` when it cannot be started.
  public func run(
    _ program: String, _ arguments: [String], in directory: String, environment: [String: String]
  ) -> Int32? {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let pid = pseudo_terminal_run(path, program, &words, &variables, directory)
    return pid > 0 ? pid : nil
  }

  // MARK: - The person

  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads what has been written, and waits for more up to the deadline.
  ///
  /// - Returns: whether `condition` held in time; it is looked at after each piece.
  public func wait(_ timeout: Duration, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while true {
      read()
      if condition(self) { return true }
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return false }
      var polls = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
      poll(&polls, 1, 20)
      // Nobody has the terminal open but us: there is nothing to wait for in a hurry.
      if polls[0].revents & Int16(POLLHUP) != 0 { usleep(5_000) }
    }
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc_read(master, &bytes, bytes.count)
      guard count > 0 else { return }
      output += bytes[..<count]
    }
  }

  /// All of it as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the newest screen, without escape sequences.
  public var screen: [String] {
    let home = Array("\u{1B}[H".utf8)
    var start = 0
    if let last = output.lastRange(of: home) { start = last }
    return Self.withoutEscapes(output[start...])
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.last == "\r" ? $0.dropLast() : $0) }
  }

  private static func withoutEscapes(_ bytes: ArraySlice<UInt8>) -> String {
    var kept: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        if byte != 0x0D { kept.append(byte) }
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["):
        while let next = rest.popFirst(), !(0x40..<0x7F).contains(next) {}
      case UInt8(ascii: "]"):
        while let next = rest.popFirst(), next != 0x07, next != 0x1B {}
        if rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
      default: break
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The terminal's mode, as `stty -g` would say it: equal texts are equal modes.
  public var mode: String {
    var mode = termios()
    guard tcgetattr(line, &mode) == 0 else { return "gone" }
    let characters = withUnsafeBytes(of: &mode.c_cc) { Array($0) }
    return "\(mode.c_iflag) \(mode.c_oflag) \(mode.c_cflag) \(mode.c_lflag) \(characters)"
  }
}

extension [UInt8] {
  /// Where `part` begins for the last time.
  fileprivate func lastRange(of part: [UInt8]) -> Int? {
    guard count >= part.count else { return nil }
    return stride(from: count - part.count, through: 0, by: -1)
      .first { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}

private func Glibc_read(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}
