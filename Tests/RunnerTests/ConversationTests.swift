import Checking
import Course
import Foundation
import Lessons
import Testing
import Transcripts

@testable import Runner

/// A program in which each "exercise" misbehaves in its own way, built once.
enum Misbehaviour {
  static let main = """
    import Recurrent
    import StudentRuntime

    struct Mistake: Error {}

    func forever(_ n: Int) -> [Int] { n < 0 ? [n] : forever(n + 1) + forever(n + 2) }

    answer([
      Binding("right") { (n: Int) in n + 1 },
      Binding("prints") { (n: Int) -> Int in print("seen \\u{1B}[31mred\\u{1B}[0m", n); return n },
      Binding("throws") { (n: Int) -> Int in throw Mistake() },
      Binding("untouched") { (n: Int) -> Int in throw NotImplemented("untouched") },
      Binding("index") { (n: Int) -> Double in Vector(zeros: 3)[n] },
      Binding("trap") { (n: Int) -> Int in [1, 2, 3][n] },
      Binding("overflow") { (n: Int) -> [Int] in forever(n) },
      Binding("exit") { (n: Int) -> Int in exit(0) },
      Binding("abort") { (n: Int) -> Int in abort() },
      Binding("hang") { (n: Int) -> Int in while true { usleep(1000) } },
      Binding("spin") { (n: Int) -> Int in
        signal(SIGTERM, SIG_IGN)
        var x = n
        while x != -1 { x = (x &* 31) & 0xffff }
        return x
      },
      Binding("flood") { (n: Int) -> Int in while true { print("0123456789012345678901234567890") } },
      Binding("memory") { (n: Int) -> Int in
        var lists: [[Double]] = []
        while true { lists.append(Array(repeating: Double(lists.count), count: 1 << 20)) }
      },
      Binding("terabyte") { (n: Int) -> Int in [Double](repeating: 1, count: 1 << 37).count },
      Binding("children") { (n: Int) -> Int in
        typealias Spawn = @convention(c) () -> Int32
        guard let symbol = dlsym(nil, "fork") else { return -1 }
        let fork = unsafeBitCast(symbol, to: Spawn.self)
        while true { if fork() < 0 { usleep(1000) } }
      },
      Binding("escape") { (n: Int) -> Int in
        typealias Spawn = @convention(c) () -> Int32
        guard let symbol = dlsym(nil, "fork") else { return -1 }
        let fork = unsafeBitCast(symbol, to: Spawn.self)
        if fork() == 0 {
          setsid()
          if fork() == 0 { while true { sleep(1) } }
          exit(0)
        }
        usleep(100_000)
        return n
      },
      Binding("closes") { (n: Int) -> Int in close(4); while true { sleep(1) } },
      Binding("forges") { (n: Int) -> Int in
        let line = "{\\"kind\\":\\"output\\",\\"ticket\\":\\"1\\",\\"text\\":\\"\\"}\\n42\\n"
        line.withCString { _ = write(4, $0, strlen($0)) }
        return n
      },
      Binding("noise") { (n: Int) -> Int in
        "not json at all\\n\\n".withCString { _ = write(4, $0, strlen($0)) }
        return n
      },
      Binding("verbose") { (n: Int) -> String in String(repeating: "n", count: 20_000_000) },
      Binding("environment") { (n: Int) -> [String] in
        var names: [String] = []
        var entry = environ
        while let pointer = entry.pointee {
          names.append(String(String(cString: pointer).prefix { $0 != "=" }))
          entry += 1
        }
        return names.sorted()
      },
      Binding("descriptors") { (n: Int) -> [Int32] in
        (0..<256).filter { fcntl($0, F_GETFD) != -1 }
      },
    ])
    """

  static let executable: Result<String, any Error> = Result {
    let folder = CourseFolder(
      root: FileManager.default.temporaryDirectory.path + "/misbehaviour-\(getpid())")
    let toolchain = try Toolchain.find()
    let shelf = try ModuleShelf(
      CourseModules.recurrentNetworks.given, toolchain: toolchain, state: folder.state)
    let program = Program(
      name: "misbehaviour", main: main, sources: [], shelf: shelf, usesReference: false,
      isOptimised: true)
    switch try Compiler(toolchain: toolchain, folder: folder).build(program) {
    case .built(let executable): return executable
    case .rejected(let diagnostics): throw Failed(text: "\(diagnostics)")
    case .gaveUp(let reason): throw Failed(text: reason)
    }
  }

  struct Failed: Error { var text: String }
}

@Suite("Conversation", .serialized)
struct ConversationTests {
  let conversation: Conversation

  init() throws { conversation = try Self.conversation(patience: 3) }

  static func conversation(patience: Int) throws -> Conversation {
    var limits = ProcessLimits.student
    limits.memory = 256 << 20
    return Conversation(
      executable: try Misbehaviour.executable.get(), root: "/nowhere", patience: patience,
      limits: limits)
  }

  func ask(_ exercise: String, _ input: Int = 7) -> CallOutcome {
    conversation.ask(exercise, Data("\(input)".utf8))
  }

  /// After whatever happened, the next question gets its answer.
  func expectRecovery(_ source: SourceLocation = #_sourceLocation) {
    #expect(ask("right") == .output(Data("8".utf8)), sourceLocation: source)
  }

  @Test("an answer comes back")
  func right() { expectRecovery() }

  @Test("what is printed is kept apart from the answer, and its escapes are dropped")
  func prints() {
    #expect(ask("prints") == .output(Data("7".utf8)))
    #expect(conversation.takePrinted() == "seen red 7\n")
    #expect(conversation.takePrinted() == "")
  }

  @Test("an error thrown is an answer of its own, and so is an untouched starter")
  func throwing() {
    #expect(ask("throws") == .threw("Mistake()"))
    #expect(ask("untouched") == .notImplemented("untouched"))
    expectRecovery()
  }

  @Test("a wrong index crashes with the vector's own sentence")
  func index() {
    guard case .crashed(let crash) = ask("index") else { Issue.record("no crash"); return }
    #expect(crash.reason == "Fatal error: index 7 is outside a vector of 3")
    expectRecovery()
  }

  @Test("traps, endless recursion and aborts are crashes, and the next question is answered")
  func crashes() {
    for exercise in ["trap", "overflow", "abort"] {
      guard case .crashed = ask(exercise) else {
        Issue.record("\(exercise) did not crash")
        continue
      }
      expectRecovery()
    }
  }

  @Test("exit(0) in the middle is no answer")
  func exiting() {
    #expect(ask("exit") == .noReply("it ended the program with exit(0) before it answered"))
    expectRecovery()
  }

  @Test("sleeping and spinning for ever end when the patience does", arguments: ["hang", "spin"])
  func endless(exercise: String) {
    let clock = ContinuousClock.now
    #expect(ask(exercise) == .timedOut(seconds: 3))
    #expect(ContinuousClock.now - clock < .seconds(8))
    expectRecovery()
  }

  @Test("a flood of output stops at its limit and costs no memory")
  func flood() throws {
    // Writing and reading 16 MB takes a while on a busy machine; here it is the bytes that must end it.
    let patient = try Self.conversation(patience: 60)
    let question = Data("7".utf8)
    #expect(patient.ask("flood", question) == .noReply("it printed more than 16 MB"))
    #expect(patient.takePrinted().utf8.count < 70_000)
    #expect(patient.ask("right", question) == .output(Data("8".utf8)))
  }

  @Test("memory has a limit, page by page and all at once", arguments: ["memory", "terabyte"])
  func memory(exercise: String) {
    #expect(ask(exercise) == .memory(bytes: 256 << 20))
    expectRecovery()
  }

  @Test("a fork bomb goes off in a box")
  func children() {
    // Which limit it meets first is a matter of milliseconds.
    let outcome = ask("children")
    #expect(
      outcome == .noReply("it started more than 64 processes or threads")
        || outcome == .memory(bytes: 256 << 20))
    expectRecovery()
  }

  @Test("a process that drops out of sight does not stop the conversation")
  func escape() {
    #expect(ask("escape") == .output(Data("7".utf8)))
    expectRecovery()
  }

  @Test("closing the channel is no answer")
  func closing() {
    if case .output = ask("closes") { Issue.record("answered") }
    expectRecovery()
  }

  @Test("a forged reply does not show the ticket, and noise is not a reply")
  func forging() {
    #expect(ask("forges") == .noReply("it answered a question that was not asked"))
    expectRecovery()
    #expect(ask("noise") == .noReply("it wrote on the channel of the checks"))
    expectRecovery()
  }

  @Test("an answer of twenty megabytes is cut off")
  func verbose() {
    #expect(ask("verbose") == .noReply("its answer is longer than any right one"))
    expectRecovery()
  }

  @Test("an exercise that is not bound is our mistake, and said so")
  func unbound() {
    guard case .noReply(let reason) = ask("nonsense") else { Issue.record("answered"); return }
    #expect(reason.contains("Exercises/Bindings disagree"))
  }

  @Test("the child sees nothing of the user's environment and no descriptor but its five")
  func surroundings() throws {
    guard case .output(let names) = ask("environment"), case .output(let open) = ask("descriptors")
    else { Issue.record("no answer"); return }
    #expect(
      try JSONDecoder().decode([String].self, from: names) == [
        "LC_ALL", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH", "SWIFT_BACKTRACE",
      ])
    #expect(try JSONDecoder().decode([Int].self, from: open) == [0, 1, 2, 3, 4])
  }
}
