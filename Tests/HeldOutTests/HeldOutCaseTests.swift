import Testing
import Transcripts

@testable import bench

@Suite("HeldOutCase")
struct HeldOutCaseTests {
  let text = """
    // exercise: 03.4
    // is: wrong
    // cause: The step goes uphill.
    // named: uphill|added
    // named: step
    // swift-format-ignore-file

    func sgdStep() {}
    // is: right
    """

  @Test("the first comment lines say what a case is, and the rest is the student's")
  func parsing() throws {
    let subject = try HeldOutCase(name: "03.4-uphill", text: text)
    #expect(subject.exercise == "03.4")
    #expect(!subject.isRight)
    #expect(subject.cause == "The step goes uphill.")
    #expect(subject.named == ["uphill|added", "step"])
    #expect(subject.functions == "\nfunc sgdStep() {}\n// is: right")
  }

  @Test("a right one needs no cause")
  func rightOne() throws {
    let subject = try HeldOutCase(
      name: "03.4-aside", text: "// exercise: 03.4\n// is: right\n\nfunc f() {}")
    #expect(subject.isRight)
    #expect(subject.cause.isEmpty)
  }

  @Test("a cause is named when all of the expressions are found, whatever the letters' case")
  func naming() throws {
    let subject = try HeldOutCase(name: "03.4-uphill", text: text)
    #expect(subject.isNamed(by: "the Step is Added"))
    #expect(!subject.isNamed(by: "the gradient is added"))
    #expect(!subject.isNamed(by: "the step is too long"))
  }

  @Test("a case that no judgement has been written for is never named right")
  func unjudged() throws {
    let subject = try HeldOutCase(
      name: "03.4-uphill", text: "// exercise: 03.4\n// is: wrong\n// cause: c\n// named:\n")
    #expect(subject.named.isEmpty)
    #expect(!subject.isNamed(by: "anything"))
  }

  @Test(
    "a header that cannot be right says which file and why",
    arguments: [
      ("// is: wrong\n// cause: c\n", "03.4-x.swift: its first line names the exercise"),
      ("// exercise: 03.5\n// is: wrong\n// cause: c\n", "03.4-x.swift: its first line names"),
      ("// exercise: 03.4\n// is: odd\n// cause: c\n", "03.4-x.swift: a line '// is:'"),
      ("// exercise: 03.4\n// is: wrong\n", "03.4-x.swift: a line '// cause:'"),
      (
        "// exercise: 03.4\n// is: wrong\n// cause: c\n// named: (\n",
        "03.4-x.swift: '// named: (' is no regular expression"
      ),
    ])
  func headers(text: String, message: String) {
    let error = #expect(throws: HeldOutError.self) { try HeldOutCase(name: "03.4-x", text: text) }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
