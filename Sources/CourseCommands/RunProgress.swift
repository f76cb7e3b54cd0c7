import Runner
import Synchronization
import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Says on standard error what a run is doing: on a terminal one line that rewrites itself, with a bar
/// and the time that is left; elsewhere a plain line now and then.
final class RunProgress {
  private let terminal: Terminal
  private let tellsReuse: Bool
  private var current = ""
  private var began = ContinuousClock.now
  private var lastPlain = ContinuousClock.now
  private var isLineOpen = false

  /// - Parameter tellsReuse: whether to say that results of the last run are shown again: news to who
  ///   runs one lesson, noise to who goes through them all.
  init(_ terminal: Terminal, tellsReuse: Bool = true) {
    self.terminal = terminal
    self.tellsReuse = tellsReuse
  }

  func observe(_ event: RunEvent) {
    switch event {
    case .reused where !tellsReuse: break
    case .reused: note("nothing has changed since the last run; its results are shown again")
    case .restored(let file): note("\(file) was missing; the starters are back")
    case .building(let what): begin("compiling \(what)")
    case .checking(let id, let title): begin("checking \(id) \(title)")
    case .checked: clear()
    case .running(let cell): begin("running cell \(cell)")
    case .ran: clear()
    case .runningReference: note("running the model answers once, for the curves beneath yours")
    case .progress(let progress): show(progress)
    }
  }

  func finish() { clear() }

  private func note(_ text: String) {
    clear()
    Terminal.note(text)
  }

  private func begin(_ what: String) {
    current = what
    began = .now
    lastPlain = .now
    if terminal.isLive { rewrite(what + " …") }
  }

  private func show(_ progress: Progress) {
    let fraction = Double(progress.done) / Double(max(1, progress.total))
    let elapsed = seconds(ContinuousClock.now - began)
    let left = fraction > 0.02 ? elapsed / fraction - elapsed : nil
    let loss = progress.loss.map { " · loss \(decimals($0, 4))" } ?? ""
    let eta = left.map { " · \(duration($0)) left" } ?? ""
    let text = "epoch \(progress.done)/\(progress.total)\(loss)\(eta)"
    if terminal.isLive {
      let room = Terminal.width - current.count - text.count - 8
      rewrite("\(current) \(bar(fraction, width: min(24, room))) \(text)")
    } else if ContinuousClock.now - lastPlain > .seconds(5) {
      lastPlain = .now
      Terminal.note("\(current): \(text)")
    }
  }

  private func bar(_ fraction: Double, width: Int) -> String {
    guard width >= 4 else { return "" }
    let filled = min(width, max(0, Int(fraction * Double(width))))
    return String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
  }

  private func rewrite(_ text: String) {
    Terminal.write("\r\u{1B}[K" + String(text.prefix(Terminal.width - 1)), to: STDERR_FILENO)
    isLineOpen = true
  }

  private func clear() {
    guard isLineOpen else { return }
    Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
    isLineOpen = false
  }
}

func seconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) + Double(attoseconds) / 1e18
}

private func duration(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded())
  return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
}

/// Fixed decimals, without Foundation's formatter.
func decimals(_ value: Double, _ places: Int) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = Int64((abs(value) * scale).rounded())
  let fraction = String(whole % Int64(scale))
  let zeros = String(repeating: "0", count: max(0, places - fraction.count))
  return (value < 0 ? "−" : "") + "\(whole / Int64(scale)).\(zeros)\(fraction)"
}
