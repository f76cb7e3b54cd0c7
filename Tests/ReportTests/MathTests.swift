import Lessons
import Testing

@testable import Report

@Suite("Formulas")
struct MathTests {
  private func inner(_ tex: String, display: Bool = false) throws -> String {
    let html = try mathML(tex: tex, display: display)
    let start = try #require(html.firstIndex(of: ">"))
    return String(html[html.index(after: start)...].dropLast("</math>".count))
  }

  @Test("a formula keeps its TeX for those who cannot see it")
  func alternative() throws {
    #expect(
      try mathML(tex: "x^2", display: false)
        == "<math alttext=\"x^2\"><msup><mi>x</mi><mn>2</mn></msup></math>")
    #expect(
      try mathML(tex: "a\n  < b", display: true).hasPrefix(
        "<math display=\"block\" alttext=\"a &lt; b\">"))
  }

  @Test(
    "scripts, fractions and roots",
    arguments: [
      (
        "h_{t-1}",
        "<msub><mi>h</mi><mrow><mi>t</mi><mo lspace=\"0\" rspace=\"0\">−</mo><mn>1</mn></mrow></msub>"
      ),
      ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
      ("x^12", "<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>"),
      ("x^{12}", "<msup><mi>x</mi><mn>12</mn></msup>"),
      ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
      ("\\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
      ("\\sqrt[3]x", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      ("0.25", "<mn>0.25</mn>"),
      ("\\mathbb{R}", "<mi>ℝ</mi>"), ("\\mathbf{h}", "<mi>𝐡</mi>"),
      ("\\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>"), ("\\mathrm{LSTM}", "<mi>LSTM</mi>"),
      ("\\mathit{loss}", "<mi>𝑙𝑜𝑠𝑠</mi>"), ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
      ("\\text{if } x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
      ("\\quad", "<mspace width=\"1em\"/>"),
    ] as [(String, String)])
  func structure(tex: String, expected: String) throws {
    #expect(try inner(tex) == expected)
  }

  private static func minus(_ space: String) -> String {
    "<mo lspace=\"\(space)\" rspace=\"\(space)\">−</mo>"
  }

  @Test("a sign joins two things, or is one")
  func signs() throws {
    #expect(try inner("a - b").contains(Self.minus("0.2222em")))
    for tex in ["-b", "a = -b", "(-b)", "a, -b", "a \\cdot -b", "\\log -b"] {
      #expect(
        try inner(tex).contains("<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">−</mo>"), "\(tex)")
    }
  }

  @Test("a function has a thin space to what follows, and none to a parenthesis")
  func functions() throws {
    #expect(try inner("\\tanh x").contains("<mspace width=\"0.1667em\"/><mi>x</mi>"))
    #expect(!(try inner("\\tanh(x)").contains("mspace")))
    #expect(!(try inner("\\tanh\\left(x\\right)").contains("mspace")))
  }

  @Test("sums carry their limits above and below, integrals beside")
  func limits() throws {
    #expect(try inner("\\sum_{t=1}^T x", display: true).hasPrefix("<munderover>"))
    #expect(try inner("\\int_0^1 x", display: true).hasPrefix("<msubsup>"))
    #expect(try inner("\\max_i x", display: true).hasPrefix("<munder>"))
    #expect(try inner("\\sum\\nolimits_i x").hasPrefix("<msub>"))
    #expect(try inner("\\underbrace{x}_{y}").hasPrefix("<munder><munder"))
  }

  @Test("aligned columns stand right, then left")
  func aligned() throws {
    let html = try inner("\\begin{aligned} a &= b \\\\ c &= d \\\\ \\end{aligned}", display: true)
    #expect(html.contains("columnalign=\"right left\""))
    #expect(html.ranges(of: "<mtr>").count == 2)
    #expect(html.ranges(of: "text-align:right").count == 2)
  }

  @Test(
    "a mistake is named at its place",
    arguments: [
      ("\\softmx x", .unknownCommand("\\softmx", at: 0, nearest: nil)),
      ("a + \\alhpa", .unknownCommand("\\alhpa", at: 4, nearest: "\\alpha")),
      ("\\frac{1}", .missingArgument(of: "\\frac", at: 8)),
      ("x^", .missingArgument(of: "^", at: 2)), ("x^^2", .missingArgument(of: "^", at: 2)),
      ("{x", .unclosed("{", at: 0)), ("x}", .unexpected("}", at: 1)),
      ("\\left( x", .unclosed("\\left", at: 0)), ("a & b", .unexpected("&", at: 2)),
      ("a \\\\ b", .unexpected("\\\\", at: 2)), ("x_1_2", .doubleScript("_", at: 3)),
      ("\\begin{alined}x\\end{alined}", .unknownEnvironment("alined", at: 0, nearest: "aligned")),
      ("\\begin{cases}x", .unclosed("\\begin{cases}", at: 0)),
      ("\\begin{cases}x\\end{matrix}", .unexpected("\\end of something other than cases", at: 14)),
      ("🙂", .unknownCharacter("🙂", at: 0)), ("\\left x", .missingArgument(of: "\\left", at: 6)),
      ("\\text", .missingArgument(of: "\\text", at: 0)),
      ("\\", .unknownCommand("\\", at: 0, nearest: nil)),
    ] as [(String, MathError)])
  func mistakes(tex: String, expected: MathError) {
    #expect(throws: expected) { try mathML(tex: tex, display: true) }
  }

  @Test("the formulas of the fixture can be set, but for those under Wrong")
  func fixture() throws {
    let lesson = try Samples.lesson(try Files.text("Fixtures/formulas.md"))
    #expect(
      ReportPage.mathErrors(in: lesson).map(\.description) == [
        "lessons/03-bptt.md:79: formula '\\softmx(x)': unknown command \\softmx; see the commands in Sources/Report/Math",
        "lessons/03-bptt.md:82: formula '\\frac{1}': \\frac lacks an argument: {…}",
      ])
    #expect(ReportPage.mathErrors(in: try Samples.bptt()) == [])
  }

  @Test("every formula of the course can be set", arguments: try Files.lessons())
  func course(file: String) throws {
    let text = try Files.text("../../lessons/\(file)")
    let ids = text.matches(of: /\d\d\.\d+/).map { String($0.output) }
    let lesson = try Lesson(
      parsing: Array(text.utf8), file: "lessons/\(file)", knownExercises: ids)
    #expect(ReportPage.mathErrors(in: lesson) == [])
  }

  @Test("a formula is found at its line, in a contract too")
  func lines() throws {
    let lesson = try Samples.lesson(
      body: """
        One line
        and $`\\oops`$ here; *then
        $`\\ouch`$*.

        ```math
        a
        \\arg
        ```

        ```swift
        //| exercise: 03.1
        /// Give
        /// $`\\nope`$.
        func f() { throw NotImplemented("03.1") }
        ```
        """)
    #expect(ReportPage.mathErrors(in: lesson).map(\.line) == [6, 7, 17])
  }

  @Test("nesting has a limit, and is an error beyond it")
  func nesting() {
    for piece in [
      "{", "\\sqrt{", "x^{", "\\hat", "\\left(", "\\begin{cases}", "\\displaystyle{",
      "\\displaystyle",
    ] {
      let deep = String(repeating: piece, count: 1000) + "x"
      #expect(throws: MathError.self) { try mathML(tex: deep, display: true) }
    }
    #expect(throws: MathError.tooLong(limit: TeXParser.lengthLimit)) {
      try mathML(tex: String(repeating: "x", count: 20_001), display: false)
    }
  }

  @Test("whatever is typed is a formula or an error")
  func fuzz() throws {
    let seeds =
      try Files.text("Fixtures/formulas.md").split(separator: "$`").map(String.init)
      + Files.text("Fixtures/03-bptt.md").split(separator: "```math").map(String.init)
    let pieces = [
      "{", "}", "^", "_", "&", "\\\\", "\\left", "\\right", "(", ")", ".", "|", "\\frac", "\\sqrt",
      "[", "]", "\\begin{aligned}", "\\end{aligned}", "\\text{", "'", "\\", "\\hat", "x", "1", "%",
      "\n", "é", "\u{301}", "\\big", "\\middle", "\\limits", "\\displaystyle", "~", "\\mathrm", "🙂",
    ]
    var random = Mixer(state: 7)
    var good = 0
    for _ in 0..<4000 {
      var characters = Array(seeds[random.next(below: seeds.count)].prefix(160))
      for _ in 0..<(1 + random.next(below: 5)) where !characters.isEmpty {
        let at = random.next(below: characters.count)
        switch random.next(below: 3) {
        case 0: characters.remove(at: at)
        case 1: characters.insert(contentsOf: pieces[random.next(below: pieces.count)], at: at)
        default: characters.swapAt(at, random.next(below: characters.count))
        }
      }
      do throws(MathError) {
        let html = try mathML(tex: String(characters), display: random.next(below: 2) == 0)
        good += 1
        #expect(html.hasSuffix("</math>"))
      } catch {
        #expect(error.offset >= 0 && error.offset <= max(characters.count, 1))
        #expect(!error.description.isEmpty)
      }
    }
    #expect(good > 100)
  }
}
