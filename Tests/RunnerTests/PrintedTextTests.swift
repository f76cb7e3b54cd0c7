import Testing
import Transcripts

@testable import Runner

@Suite("PrintedText")
struct PrintedTextTests {
  @Test("escape sequences, control characters and direction marks are dropped")
  func cleaning() {
    let raw = "a\u{1B}[31mb\u{1B}[0m\u{07}c\u{1B}]0;title\u{07}d\re\u{202E}f\tg\n"
    #expect(PrintedText.cleaned(raw.utf8) == "abcd\nef\tg\n")
  }

  @Test("bytes that are no UTF-8 become replacement characters")
  func invalid() {
    #expect(PrintedText.cleaned([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
  }

  @Test("what is beyond the cap is counted, not kept")
  func cap() {
    var text = PrintedText()
    for _ in 0..<100 { text.append(Array(repeating: UInt8(ascii: "x"), count: 1000)) }
    #expect(text.text.hasSuffix("… and 34464 more bytes, not shown\n"))
  }
}

@Suite("CompilerOutput")
struct CompilerOutputTests {
  @Test("errors, warnings and notes are read with their places and excerpts")
  func reading() {
    let text = """
      /course/Exercises/03-BPTT.swift:42:13: error: cannot find 'dNext' in scope
          dNext += 1
          ^~~~~
      lessons/03-bptt.md:7:1: warning: variable 'x' was never used
      let x = 1
          ^
      /course/Exercises/03-BPTT.swift:42:13: error: cannot find 'dNext' in scope
      """
    let output = CompilerOutput(text, root: "/course").diagnostics
    #expect(
      output == [
        Diagnostic(
          severity: .error, file: "Exercises/03-BPTT.swift", line: 42, column: 13,
          message: "cannot find 'dNext' in scope", excerpt: "    dNext += 1\n    ^~~~~"),
        Diagnostic(
          severity: .warning, file: "lessons/03-bptt.md", line: 7, column: 1,
          message: "variable 'x' was never used", excerpt: "let x = 1\n    ^"),
      ])
  }
}

@Suite("CrashReport")
struct CrashReportTests {
  let backtrace = """
    Recurrent/Shapes.swift:8: Fatal error: index 5 is outside a vector of 5

    *** Program crashed: Illegal instruction at 0x000055561a0891cd ***

    Thread 0 "program" crashed:

    0 [inlined] [system] 0x0000 outside(_:_:) in program at /course/Sources/Recurrent/Shapes.swift:8:3
    1 [inlined]          0x0001 rnnBackward(_:targets:parameters:) + 85 in program at /course/Exercises/03-BPTT.swift:57:11
    2                    0x0002 closure #1 in  in program at /course/Exercises/Bindings/03-BPTTBindings.swift:12:5
    """

  @Test("the first frame in the student's files is where it crashed")
  func location() {
    let crash = CrashReport(root: "/course", text: backtrace).crash(.signal(4))
    #expect(crash.reason == "Fatal error: index 5 is outside a vector of 5")
    #expect(crash.location == "Exercises/03-BPTT.swift:57")
    #expect(crash.function == "rnnBackward(_:targets:parameters:)")
  }

  @Test("an error thrown at top level is told from a crash")
  func thrown() {
    let text = "Program/main.swift:12: Fatal error: Error raised at top level: Mistake()\n"
    #expect(CrashReport(root: "/", text: text).thrownError == "Mistake()")
    #expect(CrashReport(root: "/", text: backtrace).thrownError == nil)
  }
}
