import Lessons
import Transcripts

/// Runs a tangled program and writes down, cell by cell, what it does.
struct CellRun {
  var executable: String
  var root: String
  /// Seconds of wall time for one cell; a thousand epochs take a few.
  var patience = 600
  var limits = ProcessLimits.student
  var observe: (RunEvent) -> Void

  /// - Returns: one result per cell that was reached, in order; the last may be one that stopped the
  ///   program.
  func results() throws -> [CellResult] {
    let child = try ChildProcess(
      executable, arguments: [], environment: ChildEnvironment.student, directory: "/",
      limits: limits)
    var log = CellLog()
    var messages = MessageBuffer()
    var errors: [UInt8] = []
    var deadline = ContinuousClock.now + .seconds(patience)
    while true {
      switch child.next(until: deadline) {
      case .standardOutput(let bytes): log.printed(bytes)
      case .standardError(let bytes): errors += bytes.suffix(max(0, 262_144 - errors.count))
      case .channel(let bytes):
        // Printed before the message was sent, and so before it in the log.
        log.printed(child.printed())
        messages.append(bytes)
        while !messages.isTooLong, let (header, payload) = messages.next() {
          guard let header else { continue }
          // A cell runs the student's own functions; whoever asks here gets no answer either.
          if header.kind.waits || header.kind == .ask { child.send(Self.acknowledgement) }
          switch header.kind {
          case .cellBegan:
            observe(.running(cell: header.text))
            log.begin(header.text)
            deadline = ContinuousClock.now + .seconds(patience)
          case .cellEnded:
            if let result = log.end(header.text, .finished) { observe(.ran(cell: result)) }
          case .shown:
            if let event = try? Wire.decode(CellEvent.self, from: payload) { log.show(event) }
          case .progress:
            if let progress = try? Wire.decode(Progress.self, from: payload) {
              observe(.progress(progress))
            }
          case .finished, .output, .notImplemented, .threw, .misunderstood, .ask: break
          }
        }
        if messages.isTooLong {
          child.end()
          return log.stopped(.crashed(Crash(reason: "it showed more than fits on a page")))
        }
      case .channelClosed:
        let exit = child.exit(by: ContinuousClock.now + .seconds(10))
        let rest = child.drain()
        log.printed(rest.output)
        errors += rest.error
        return log.stopped(status(of: exit, errors))
      case .deadline:
        child.end()
        return log.stopped(.timedOut(seconds: Double(patience)))
      case .limit(let exit):
        return log.stopped(status(of: exit, errors))
      }
    }
  }

  private static let acknowledgement: [UInt8] = {
    let header = (try? Wire.encode(CallHeader(.proceed))).map { Array($0) } ?? []
    return header + [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
  }()

  private func status(of exit: Exit, _ errors: [UInt8]) -> CellResult.Status {
    let report = CrashReport(root: root, text: PrintedText.cleaned(errors))
    switch exit {
    case .memory(let bytes): return .memory(bytes: bytes)
    case .cpu(let seconds): return .timedOut(seconds: Double(seconds))
    case .timedOut: return .timedOut(seconds: Double(patience))
    case .output(let bytes):
      return .crashed(Crash(reason: "it printed more than \(bytes >> 20) MB"))
    case .tasks(let count):
      return .crashed(Crash(reason: "it started more than \(count) processes or threads"))
    case .signal, .code:
      if let error = report.thrownError { return .threw(message: error) }
      let crash = report.crash(exit)
      return crash.isOutOfMemory ? .memory(bytes: limits.memory) : .crashed(crash)
    }
  }
}

/// The cells' results as they come in.
private struct CellLog {
  private var results: [CellResult] = []
  private var current: CellResult?
  private var text = PrintedText()

  mutating func begin(_ label: String) {
    current = CellResult(label: label, status: .finished)
    text = PrintedText()
  }

  mutating func printed(_ bytes: [UInt8]) {
    if current != nil { text.append(bytes) }
  }

  mutating func show(_ event: CellEvent) {
    flush()
    // A hundred pictures under one cell are a loop gone wrong.
    if let count = current?.events.count, count < 100 { current?.events.append(event) }
  }

  mutating func end(_ label: String, _ status: CellResult.Status) -> CellResult? {
    flush()
    guard var result = current, result.label == label else { return nil }
    result.status = status
    results.append(result)
    current = nil
    return result
  }

  /// All results, the cell that was running taking the status with which the program ended.
  mutating func stopped(_ status: CellResult.Status) -> [CellResult] {
    if let label = current?.label { _ = end(label, status) }
    return results
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    current?.events.append(.text(text.text))
    text = PrintedText()
  }
}
