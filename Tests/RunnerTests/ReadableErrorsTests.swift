import CompilerErrors
import Foundation
import Testing
import Transcripts

@testable import Runner

/// Small wrong programs of beginners, compiled for real against what students import.
struct WrongProgram: CustomTestStringConvertible {
  var name: String
  var text: String
  /// From the file's first lines: what it is about, the line of the first error, its help.
  var line: Int
  var help: String

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "CompilerErrors").path

  static let all: [WrongProgram] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".swift.txt") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
      let text = String(decoding: data, as: UTF8.self)
      let head = text.split(separator: "\n").prefix { $0.hasPrefix("//") }
      func value(_ key: String) -> String? {
        head.first { $0.hasPrefix("// \(key): ") }.map { String($0.dropFirst(key.count + 5)) }
      }
      return WrongProgram(
        name: String(name.dropLast(".swift.txt".count)), text: text,
        line: value("line").flatMap { Int($0) } ?? 0, help: value("help") ?? "")
    }
  }()

  /// What a student is told.
  func errors() throws -> [Diagnostic] {
    let root = FileManager.default.temporaryDirectory.path + "/wrong-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = CourseFolder(root: root)
    let toolchain = try Toolchain.find()
    let path = "Exercises/\(name).swift"
    try folder.write(text, to: path)
    let modules = ["Transcripts", "StudentRuntime", "Recurrent"]
    let program = Program(
      name: "wrong", main: "", sources: [path],
      shelf: try ModuleShelf(modules, toolchain: toolchain, state: folder.state),
      usesReference: false, isOptimised: false)
    guard
      case .rejected(let diagnostics) = try Compiler(toolchain: toolchain, folder: folder)
        .build(program)
    else { return [] }
    return ReadableErrors(
      diagnostics, texts: [path: text],
      given: DeclaredNames.all(of: ["Recurrent"], in: folder, toolchain: toolchain)
    ).errors
  }
}

@Suite("ReadableErrors, on what beginners write")
struct ReadableErrorsTests {
  @Test("there are programs enough")
  func count() {
    #expect(WrongProgram.all.count >= 60)
    #expect(WrongProgram.all.count { !$0.help.isEmpty } >= 55)
  }

  @Test("the first error is the real one, at its line, with help", arguments: WrongProgram.all)
  func first(_ program: WrongProgram) throws {
    let errors = try program.errors()
    let first = try #require(errors.first)
    if ProcessInfo.processInfo.environment["RECORD_COMPILER_ERRORS"] != nil {
      try record(first, of: program)
      return
    }
    #expect(first.line == program.line, "\(first.message)")
    #expect(first.help ?? "" == program.help)
    #expect(first.file == "Exercises/\(program.name).swift")
    // The student's own line, and a caret below it that is on the line.
    let excerpt = first.excerpt.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(excerpt.count == 2 && excerpt[1].contains("^"), "\(first.excerpt)")
    let line = program.text.split(separator: "\n", omittingEmptySubsequences: false)[first.line - 1]
    #expect(excerpt[0] == line || excerpt[0].contains("…"), "\(first.excerpt)")
    // One sentence, or two short ones; no line of code to copy.
    #expect((first.help ?? "").split(separator: " ").count <= 40)
  }

  /// Writes what is said into the file's head, for an author to read in the diff.
  private func record(_ error: Diagnostic, of program: WrongProgram) throws {
    let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false)
    let about = lines[0]
    let body = lines.drop { $0.hasPrefix("//") }

    let moved = error.line + (lines.prefix { $0.hasPrefix("//") }.count == 1 ? 2 : 0)
    let text =
      ([about, "// line: \(moved)", "// help: \(error.help ?? "")"] + body).joined(separator: "\n")
    try Data(text.utf8).write(
      to: URL(filePath: "\(WrongProgram.folder)/\(program.name).swift.txt"))
  }
}
