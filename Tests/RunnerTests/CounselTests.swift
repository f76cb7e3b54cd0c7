import Checking
import Course
import Foundation
import Lessons
import Testing
import Transcripts

@testable import Runner

/// A program whose "exercises" ask the checks for model answers, well and badly.
enum Asking {
  static let main = """
    import StudentRuntime

    answer([
      Binding("adds") { (n: Int) -> Int in try modelAnswer(of: "given", for: n) + 1 },
      Binding("other") { (n: Int) -> Int in try modelAnswer(of: "other", for: n) },
      Binding("forbidden") { (n: Int) -> Int in try modelAnswer(of: "judged", for: n) },
      Binding("catches") { (n: Int) -> String in
        do { return "\\(try modelAnswer(of: "given", for: n, as: Int.self))" } catch { return "\\(error)" }
      },
      Binding("flood") { (n: Int) -> Int in
        var sum = 0
        while true { sum &+= (try? modelAnswer(of: "given", for: n)) ?? 0 }
      },
      Binding("lie") { (n: Int) -> Int in
        let line = "{\\"kind\\":\\"ask\\",\\"ticket\\":\\"1\\",\\"text\\":\\"given\\"}\\n7\\n"
        line.withCString { _ = write(4, $0, strlen($0)) }
        return n
      },
    ])
    """

  static let executable: Result<String, any Error> = Result {
    let folder = CourseFolder(
      root: FileManager.default.temporaryDirectory.path + "/asking-\(getpid())")
    let toolchain = try Toolchain.find()
    let shelf = try ModuleShelf(
      CourseModules.recurrentNetworks.given, toolchain: toolchain, state: folder.state)
    let program = Program(
      name: "asking", main: "import Foundation\n" + main, sources: [], shelf: shelf,
      usesReference: false, isOptimised: false)
    switch try Compiler(toolchain: toolchain, folder: folder).build(program) {
    case .built(let executable): return executable
    case .rejected(let diagnostics): throw Misbehaviour.Failed(text: "\(diagnostics)")
    case .gaveUp(let reason): throw Misbehaviour.Failed(text: reason)
    }
  }
}

@Suite("Counsel", .serialized)
struct CounselTests {
  let conversation: Conversation

  init() throws {
    conversation = Conversation(executable: try Asking.executable.get(), root: "/nowhere")
  }

  func ask(_ exercise: String, _ input: Int = 7) -> CallOutcome {
    conversation.ask(exercise, Data("\(input)".utf8))
  }

  func advise(limit: Int = 100, _ answer: @escaping Ask) {
    conversation.counsel = Counsel(for: ["given"], limit: limit, answer: answer)
  }

  @Test("a model answer is asked for and used")
  func asking() {
    advise { exercise, input in
      #expect(exercise == "given")
      #expect(input == Data("7".utf8))
      return .output(Data("49".utf8))
    }
    #expect(ask("adds") == .output(Data("50".utf8)))
  }

  @Test("only what the judged exercise builds on is told, and nothing at first")
  func refusing() {
    #expect(
      ask("adds") == .threw("the model answer of given is not to be had here"))
    advise { _, _ in .output(Data("1".utf8)) }
    for exercise in ["other", "forbidden"] {
      guard case .threw(let reason) = ask(exercise) else {
        Issue.record("\(exercise) was answered")
        continue
      }
      #expect(reason.hasSuffix("is not to be had here"))
    }
    #expect(ask("adds") == .output(Data("2".utf8)))
  }

  @Test("a model answer that throws or traps on what it is given says so, and nobody falls")
  func unfit() {
    advise { _, _ in .threw("BatchError.empty") }
    #expect(
      ask("catches") == .output(Data("\"the model answer of given throws BatchError.empty\"".utf8)))
    advise { _, _ in .crashed(.init(reason: "Fatal error: index 9 is outside a vector of 4")) }
    #expect(
      ask("adds")
        == .threw(
          "the model answer of given cannot work with this input: "
            + "Fatal error: index 9 is outside a vector of 4"))
    advise { _, _ in .output(Data("[]".utf8)) }
    if case .output = ask("adds") { Issue.record("a list was read as a number") }
    advise { _, _ in .output(Data("3".utf8)) }
    #expect(ask("adds") == .output(Data("4".utf8)))
  }

  @Test("a flood of questions ends the exercise, and the next one is judged")
  func flood() {
    advise(limit: 1000) { _, _ in .output(Data("1".utf8)) }
    #expect(ask("flood") == .noReply("it asked for more model answers than any right solution"))
    advise { _, _ in .output(Data("1".utf8)) }
    #expect(ask("adds") == .output(Data("2".utf8)))
  }

  @Test("a forged question does not show the ticket")
  func forging() {
    advise { _, _ in .output(Data("1".utf8)) }
    #expect(ask("lie") == .noReply("it answered a question that was not asked"))
    #expect(ask("adds") == .output(Data("2".utf8)))
  }
}
