import CConsole

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal that a person sits at, for as long as single keys are read from it.
///
/// Only two things of it are changed, that it waits for whole lines and that it echoes; both are given
/// back by ``end()``, by a second Ctrl-C, and, when this process is killed, by a guardian process.
public final class Console {
  /// Readable when a signal has come: one byte each, its number.
  public let signals: Int32

  /// - Returns: `nil` when standard input or output is not a terminal.
  public init?() {
    guard Self.isThere else { return nil }
    signals = console_begin(STDIN_FILENO)
    guard signals >= 0 else { return nil }
  }

  /// Whether there is a terminal to read from and to write to.
  public static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// The process that gives the terminal back when this one is killed.
  public var guardian: Int32? {
    let pid = console_guardian()
    return pid > 0 ? pid : nil
  }

  /// The window, in characters; 80 × 24 where the terminal does not say.
  public var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Signals that have come since the last time.
  public func takeSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map { Int32($0) } : []
  }

  /// What has been typed; empty when the terminal is gone.
  public func takeInput() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : []
  }

  /// Stops this process as Ctrl-Z means it, with the terminal as it was; returns when it goes on.
  public func stop() {
    console_lend()
    raise(SIGSTOP)
    console_take()
  }

  /// Takes the terminal again after somebody else has had it.
  public func take() { console_take() }

  /// Gives the terminal back.
  public func end() { console_end() }
}
