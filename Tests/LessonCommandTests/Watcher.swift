import Consoles
import Foundation
import Testing

/// `lesson watch 01` in a pseudo-terminal, with somebody at the keys.
final class Watcher {
  let terminal: PseudoTerminal
  let pid: Int32
  /// The terminal's mode before anything ran in it.
  let modeBefore: String
  private var ending: Int32?

  init(
    _ course: MiniCourse, _ arguments: [String] = ["watch", "01"], columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    terminal = try #require(PseudoTerminal(columns: columns, rows: rows))
    modeBefore = terminal.mode
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["TERM"] = "xterm-256color"
    variables.merge(environment) { $1 }
    let program = try #require(MiniCourse.program)
    pid = try #require(
      terminal.run(program, arguments, in: course.root, environment: variables))
  }

  deinit {
    if ending == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
  }

  /// Waits until the newest screen has all of these words, in whatever lines.
  func sees(_ words: String..., seconds: Int = 60) -> Bool {
    terminal.wait(.seconds(seconds)) { terminal in
      let screen = terminal.screen.joined(separator: "\n")
      return words.allSatisfy(screen.contains)
    }
  }

  /// Waits for a verdict on the first exercise that is not `word` any more, and all that follows it.
  func rests() -> Bool { sees("checked in") }

  func press(_ keys: String) { terminal.type(keys) }

  var screen: String { terminal.screen.joined(separator: "\n") }

  /// How the program ended: its exit code, or 128 and the signal; `nil` when it runs on.
  func end(within seconds: Double = 20) -> Int32? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while ending == nil, Date() < deadline {
      // What it writes last must be read, or it waits for that.
      _ = terminal.wait(.milliseconds(20)) { _ in false }
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG) == pid {
        let signal = status & 0x7f
        ending = signal == 0 ? (status >> 8) & 0xff : 128 + signal
      }
    }
    return ending
  }

  /// Whether the terminal is as it was, at the latest after a moment.
  var isRestored: Bool {
    terminal.wait(.seconds(5)) { $0.mode == self.modeBefore }
  }
}
