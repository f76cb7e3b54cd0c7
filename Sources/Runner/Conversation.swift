public import Checking
public import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Puts questions to a student's program and gets answers, whatever the program does: each question
/// carries a ticket, each answer must show it, and a program that has ended is started again for the
/// next question.
public final class Conversation {
  private let executable: String
  private let root: String
  /// Seconds of wall time for one answer.
  private let patience: Int
  private let limits: ProcessLimits
  private let onProgress: (Progress) -> Void
  private var child: ChildProcess?
  private var messages = MessageBuffer()
  private var printed = PrintedText()
  private var errors: [UInt8] = []
  private var tickets = SystemRandomNumberGenerator()

  /// - Parameters:
  ///   - executable: a program that calls `answer(_:)` of StudentRuntime.
  ///   - root: the course's folder, for naming lines in it.
  ///   - patience: seconds of wall time for one answer; the longest exercise takes about one.
  public init(
    executable: String, root: String, patience: Int = 20, limits: ProcessLimits = .student,
    onProgress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.executable = executable
    self.root = root
    self.patience = patience
    self.limits = limits
    self.onProgress = onProgress
  }

  /// What was printed since the last time, cleaned and capped.
  public func takePrinted() -> String {
    if let child { printed.append(child.printed()) }
    defer { printed = PrintedText() }
    return printed.text
  }

  /// Asks for one answer.
  public func ask(_ exercise: String, _ input: Data) -> CallOutcome {
    let ticket = String(tickets.next(), radix: 16)
    do {
      let child = try child ?? start()
      var bytes = Array(try Wire.encode(CallHeader(.call, ticket: ticket, exercise: exercise)))
      bytes.append(UInt8(ascii: "\n"))
      bytes += input
      bytes.append(UInt8(ascii: "\n"))
      child.send(bytes)
      return reply(to: ticket, from: child)
    } catch {
      return .noReply("the program cannot be started: \(error)")
    }
  }

  /// Ends the program, if it runs.
  public func end() {
    child?.end()
    child = nil
  }

  private func start() throws -> ChildProcess {
    messages = MessageBuffer()
    errors = []
    let new = try ChildProcess(
      executable, arguments: [], environment: ChildEnvironment.student, directory: "/",
      limits: limits)
    child = new
    return new
  }

  private func reply(to ticket: String, from child: ChildProcess) -> CallOutcome {
    let deadline = ContinuousClock.now + .seconds(patience)
    while true {
      switch child.next(until: deadline) {
      case .standardOutput(let bytes): printed.append(bytes)
      case .standardError(let bytes): errors += bytes.suffix(max(0, 262_144 - errors.count))
      case .channel(let bytes):
        messages.append(bytes)
        guard !messages.isTooLong else {
          end()
          return .noReply("its answer is longer than any right one")
        }
        while let (header, payload) = messages.next() {
          guard let header else {
            end()
            return .noReply("it wrote on the channel of the checks")
          }
          if let outcome = outcome(header, payload, ticket) { return outcome }
        }
      case .channelClosed: return ended(by: ContinuousClock.now + .seconds(10))
      case .deadline:
        end()
        return .timedOut(seconds: Double(patience))
      case .limit(let exit):
        self.child = nil
        return stopped(exit)
      }
    }
  }

  /// - Returns: `nil` for a message that is not the answer yet.
  private func outcome(
    _ header: ReplyHeader, _ payload: Data, _ ticket: String
  ) -> CallOutcome? {
    if header.kind == .progress {
      if let progress = try? Wire.decode(Progress.self, from: payload) { onProgress(progress) }
      return nil
    }
    guard header.ticket == ticket else {
      end()
      return .noReply("it answered a question that was not asked")
    }
    switch header.kind {
    case .output: return .output(payload)
    case .notImplemented: return .notImplemented(header.text)
    case .threw: return .threw(header.text)
    case .misunderstood:
      return .noReply("the checks and Exercises/Bindings disagree: \(header.text)")
    case .progress, .cellBegan, .cellEnded, .shown, .finished:
      end()
      return .noReply("it answered with something that is not an answer")
    }
  }

  private func ended(by deadline: ContinuousClock.Instant) -> CallOutcome {
    guard let child else { return .noReply("it ended") }
    let exit = child.exit(by: deadline)
    let rest = child.drain()
    printed.append(rest.output)
    errors += rest.error.suffix(262_144)
    self.child = nil
    return stopped(exit)
  }

  private func stopped(_ exit: Exit) -> CallOutcome {
    let report = CrashReport(root: root, text: PrintedText.cleaned(errors))
    switch exit {
    case .code(let code):
      return .noReply("it ended the program with exit(\(code)) before it answered")
    case .timedOut: return .noReply("it closed the channel of the checks and ran on")
    case .memory(let bytes): return .memory(bytes: bytes)
    case .cpu(let seconds): return .timedOut(seconds: Double(seconds))
    case .output(let bytes): return .noReply("it printed more than \(bytes >> 20) MB")
    case .tasks(let count): return .noReply("it started more than \(count) processes or threads")
    case .signal:
      let crash = report.crash(exit)
      return crash.isOutOfMemory ? .memory(bytes: limits.memory) : .crashed(crash)
    }
  }
}

extension Crash {
  var isOutOfMemory: Bool { reason.hasPrefix("not enough memory") }
}

/// Cuts the channel's bytes into messages.
struct MessageBuffer {
  /// Longer than any honest answer: a trained network of this course has fifty kilobytes.
  private static let limit = 16 << 20
  private var bytes: [UInt8] = []
  private var start = 0
  /// The ends of lines after `start`, and how far they have been looked for.
  private var lineEnds: [Int] = []
  private var searched = 0

  mutating func append(_ more: [UInt8]) {
    bytes += more
    for i in searched..<bytes.count where bytes[i] == UInt8(ascii: "\n") { lineEnds.append(i) }
    searched = bytes.count
  }

  var isTooLong: Bool { bytes.count - start > Self.limit }

  /// The next header and payload, if both lines are there; a `nil` header is one that cannot be read.
  mutating func next() -> (ReplyHeader?, Data)? {
    guard lineEnds.count >= 2 else {
      if start > 0 { forget() }
      return nil
    }
    let header = try? Wire.decode(ReplyHeader.self, from: Data(bytes[start..<lineEnds[0]]))
    let payload = Data(bytes[(lineEnds[0] + 1)..<lineEnds[1]])
    start = lineEnds[1] + 1
    lineEnds.removeFirst(2)
    return (header, payload)
  }

  private mutating func forget() {
    bytes.removeSubrange(..<start)
    lineEnds = lineEnds.map { $0 - start }
    searched -= start
    start = 0
  }
}
