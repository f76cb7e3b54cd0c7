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
  private let arguments: [String]
  private let environment: [String: String]
  private let root: String
  /// Seconds of wall time for one answer.
  private let patience: Int
  private let limits: ProcessLimits
  private let onProgress: (Progress) -> Void
  /// Answers what the program asks while it answers; at first it refuses everything.
  public var counsel = Counsel(for: []) { _, _ in .noReply("") }
  private var child: ChildProcess?
  private var messages = MessageBuffer()
  private var printed = PrintedText()
  private var errors: [UInt8] = []
  private var tickets = SystemRandomNumberGenerator()

  /// - Parameters:
  ///   - executable: a program that calls `answer(_:)` of StudentRuntime.
  ///   - root: the course's folder, for naming lines in it.
  ///   - patience: seconds of wall time for one answer; the longest exercise takes about one.
  public convenience init(
    executable: String, root: String, patience: Int = 20, limits: ProcessLimits = .student,
    onProgress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.init(
      executable, arguments: [], environment: ChildEnvironment.student, root: root,
      patience: patience, limits: limits, onProgress: onProgress)
  }

  /// - Parameter arguments: of a program that needs some.
  init(
    _ executable: String, arguments: [String], environment: [String: String], root: String,
    patience: Int, limits: ProcessLimits = .student,
    onProgress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
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
      executable, arguments: arguments, environment: environment, directory: "/", limits: limits)
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
          if let outcome = outcome(header, payload, ticket, child) { return outcome }
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
    _ header: ReplyHeader, _ payload: Data, _ ticket: String, _ child: ChildProcess
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
    case .ask:
      guard let advice = counsel.advice(on: header.text, payload) else {
        end()
        return .noReply("it asked for more model answers than any right solution")
      }
      child.send(advice)
      return nil
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
