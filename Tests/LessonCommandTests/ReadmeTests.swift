import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/README.md", encoding: .utf8)
  }

  @Test("every lesson command in it is one that the program knows")
  func commands() throws {
    let course = try MiniCourse()
    try course.write("{}", to: "Tests/Golden/none.json")
    let commands = Set(text.matches(of: /swift run lesson ([a-z]+)/).map { String($0.output.1) })
    #expect(
      commands.isSuperset(
        of: ["run", "watch", "hint", "reset", "verify", "handout", "check", "new"]))
    for command in commands {
      #expect(try course.lesson(command, "--help").code == 0, "lesson \(command)")
    }
    let listed = text.matches(of: /\n\| `lesson ?([a-z]*)/).map { String($0.output.1) }
    #expect(listed.count == 12)
    for command in listed where !command.isEmpty {
      #expect(try course.lesson(command, "--help").code == 0, "lesson \(command)")
    }
  }

  @Test("every room of the package stands in the table of rooms")
  func rooms() throws {
    let start = try #require(text.firstRange(of: "| room | what it does |"))
    let table = text[start.upperBound...].prefix(while: { $0 != "#" })
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/Sources")
    // Small letters begin the programs, which are commands and not rooms.
    for room in folders where room.first?.isUppercase == true {
      #expect(table.contains("`\(room)`"), "\(room)")
    }
  }

  @Test("every lesson stands in its first paragraphs")
  func lessons() throws {
    let start = try #require(text.firstRange(of: "\nOn Debian"))
    let head = text[..<start.lowerBound]
    let files = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/lessons")
    for file in files where file.hasSuffix(".md") && file.first?.isNumber == true {
      #expect(head.contains("(\(file.prefix(2)))"), "\(file)")
    }
  }

  @Test("the exercise it shows stands in Exercises/ word for word, and its picture is there")
  func excerpt() throws {
    let start = try #require(text.firstRange(of: "```swift\n///"))
    let rest = text[start.lowerBound...].dropFirst("```swift\n".count)
    let end = try #require(rest.firstRange(of: "```"))
    let lesson = try String(
      contentsOfFile: Repository.root + "/lessons/02-rnn-forward.md", encoding: .utf8)
    #expect(lesson.contains(rest[..<end.lowerBound]))
    let picture = try #require(text.firstMatch(of: /\]\((\.readme\/[a-z.]+)\)/))
    #expect(FileManager.default.fileExists(atPath: "\(Repository.root)/\(picture.output.1)"))
  }

  @Test(
    "its set-up commands end in the first lesson and the tests; only libtorch's tests need more")
  func setUp() throws {
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("$(command -v sudo)") }
    #expect(commands.count == 3)
    let setUps = commands.map { $0.replacing(#/ && swift .*/#, with: "") }
    #expect(setUps == [setUps[0], setUps[0] + " g++ libtorch-dev", setUps[0]])
    let ends = commands.map { $0.replacing(#/.* && swift /#, with: "") }
    #expect(ends == ["run lesson run 01", "test", "test --disable-default-traits"])
  }
}
