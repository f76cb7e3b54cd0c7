import Testing
import Transcripts

@testable import Report

@Suite("Escaping")
struct EscapingTests {
  static let attack = #"</pre><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;"#

  @Test("text keeps its characters and loses their power")
  func text() {
    #expect(HTML.text("a < b && c > d \"e\"").source == "a &lt; b &amp;&amp; c &gt; d \"e\"")
  }

  @Test("an attribute cannot be left")
  func attribute() {
    let html = tag("p", ["title": "\" onclick='x' <b>\n&"]) { "" }
    #expect(
      html.source == "<p title=\"&quot; onclick=&#39;x&#39; &lt;b&gt; &amp;\"></p>\n")
  }

  @Test("an attribute without a value is left out")
  func absentAttribute() {
    #expect(tag("span", ["class": nil, "id": "x"]) { "y" }.source == "<span id=\"x\">y</span>")
  }

  @Test(
    "terminal escapes go, other controls show as U+FFFD",
    arguments: [
      ("\u{1B}[1;31mred\u{1B}[0m", "red"),
      ("\u{1B}]0;a title\u{07}text", "text"),
      ("\u{1B}]8;;https://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{1B}]never closed\nnext line", "\nnext line"),
      ("\u{1B}(Bplain", "plain"),
      ("a\u{1B}", "a"), ("a\u{1B}[", "a"), ("\u{1B}[12", ""),
      ("\u{9B}31mred", "red"),
      ("one\r\ntwo\rthree", "one\ntwo\nthree"),
      ("nul\u{0} bell\u{7} del\u{7F}", "nul\u{FFFD} bell\u{FFFD} del\u{FFFD}"),
      ("a\u{FFFF}\u{FFFE}", "a\u{FFFD}\u{FFFD}"),
      ("admin\u{202E}nimda", "admin\u{FFFD}nimda"),
      ("tab\tand ümläut 🙂", "tab\tand ümläut 🙂"),
    ] as [(String, String)])
  func controls(input: String, expected: String) {
    #expect(printable(input) == expected)
  }

  @Test("a script anywhere in a transcript is text on the page")
  func everywhere() throws {
    let page = try hostilePage()
    let attacks = page.ranges(of: "<script").count + page.ranges(of: "<img").count
    #expect(attacks == 0)
    #expect(page.ranges(of: "&lt;script&gt;").count > 40)
  }

  private func hostilePage() throws -> String {
    let attack = Self.attack
    let crash = Crash(reason: attack, location: attack, function: attack)
    let diagnostic = Diagnostic(
      severity: .error, file: attack, line: 1, column: 1, message: attack, excerpt: attack)
    let failure = Failure(
      claim: attack, challenge: attack, finding: attack,
      divergence: Divergence(tensor: attack, timeStep: 0, expected: attack, got: attack),
      diagnosis: Diagnosis(name: attack, question: attack))
    let plot = LinePlot(
      title: attack, description: attack, x: .init(attack, unit: attack), y: .init(attack),
      series: [.init(attack, [1, 2])], rules: [.init(attack, y: 1)])
    let map = HeatMap(
      title: attack, description: attack, xLabel: attack, yLabel: attack, columnNames: [attack],
      rowNames: [attack], values: [[1]], valueLabel: attack)
    let bars = Histogram(
      title: attack, description: attack, xLabel: attack, yLabel: attack, bars: [.init(attack, 1)])
    let panels = SmallMultiples(
      title: attack, description: attack, x: .init(attack, unit: attack), y: .init(attack),
      columnNames: [attack, attack], rowNames: [attack],
      panels: [.init(plot.series, note: attack), .init([], note: attack)], rules: plot.rules)
    let figures: [Figure] = [.lines(plot), .multiples(panels), .heatMap(map), .histogram(bars)]
    let table = Table(attack, columns: [attack], rows: [[attack]])
    let lesson = try Samples.lesson(
      """
      ---
      title: '\(attack.replacing("'", with: "''"))'
      goal: '\(attack.replacing("'", with: "''"))'
      language: '"><script>'
      ---

      ## A heading with <script>alert(1)</script> in it

      <script>alert("block")</script>

      Inline <img src=x> and `<script>` and [<script>](<"><script>> "<script>") and ![<script>](x).

      ```swift
      //| label: a
      //| fig-cap: '\(attack.replacing("'", with: "''"))'
      //| fig-alt: '\(attack.replacing("'", with: "''"))'
      let x = "\(attack)" // \(attack)
      ```

      ```swift
      //| label: b
      ```

      ```swift
      //| exercise: 03.1
      /// <script>
      func f() { "<script>"; throw NotImplemented("03.1") }
      ```

      ```swift
      //| exercise: 03.2
      func g() { throw NotImplemented("03.2") }
      ```

      ```text
      \(attack)
      ```

      ```math
      \\text{<script>} \\unknown{<script>}
      ```

      ```math
      x < \\text{<script>}
      ```
      """)
    let transcript = Transcript(
      lesson: attack, title: attack, subject: .student, seed: 1, toolchain: attack,
      exercises: [
        ExerciseResult(
          id: "03.1", title: attack, points: 1, verdict: .failed(failure), output: attack,
          figures: figures),
        ExerciseResult(id: "03.2", title: attack, points: 1, verdict: .notCompiled([diagnostic])),
      ],
      cells: [
        CellResult(
          label: "a", status: .crashed(crash),
          events: [.text(attack), .table(table)] + figures.map(CellEvent.figure)),
        CellResult(label: "b", status: .locked(needs: [attack])),
      ])
    return ReportPage(lesson: lesson, transcript: transcript).html
  }

  @Test(
    "links lead to the web, a mailbox, a file or a place",
    arguments: [
      ("https://example.org/a?b=c", true), ("http://x", true), ("mailto:a@b.c", true),
      ("02-rnn.md", true), ("#anchor", true), ("../a:b/c", true), ("?q=a:b", true), ("", true),
      ("javascript:alert(1)", false), ("JavaScript:alert(1)", false),
      ("java\tscript:alert(1)", false), (" javascript:alert(1)", false),
      ("\u{1}javascript:alert(1)", false), ("data:text/html,x", false), ("vbscript:x", false),
      ("file:///etc/passwd", false),
    ] as [(String, Bool)])
  func destinations(destination: String, isSafe: Bool) {
    #expect((safeDestination(destination) != nil) == isSafe)
  }
}
