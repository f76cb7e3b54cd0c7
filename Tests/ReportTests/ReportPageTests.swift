import Lessons
import Testing
import Transcripts

@testable import Report

@Suite("ReportPage")
struct ReportPageTests {
  private func page(
    _ body: String, _ cells: [CellResult] = [], _ exercises: [ExerciseResult] = [],
    reference: Transcript? = nil
  ) throws -> String {
    var transcript = Samples.empty()
    transcript.cells = cells
    transcript.exercises = exercises
    return ReportPage(
      lesson: try Samples.lesson(body: body), transcript: transcript, reference: reference
    ).html
  }

  @Test("the same values give the same bytes, and nothing of this machine")
  func stable() throws {
    let pages = try (0..<3).map { _ in
      ReportPage(
        lesson: try Samples.bptt(), transcript: Samples.student, reference: Samples.reference
      ).html
    }
    #expect(Set(pages).count == 1)
    #expect(pages[0].utf8.count < 300_000)
    for word in ["/home/", "/tmp/", "file://"] { #expect(!pages[0].contains(word)) }
  }

  @Test("a page asks for nothing and runs nothing")
  func standsAlone() throws {
    let html = ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html
    for word in ["<script", "<link", "<iframe", "src=\"http", "@import", " onclick", " onload"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(
      html.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"))
  }

  @Test("every id is unique, and every link to a place has one")
  func anchors() throws {
    let html = ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html
    let ids = html.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for target in html.values(of: "href") where target.hasPrefix("#") {
      #expect(ids.contains(String(target.dropFirst())), "\(target)")
    }
    for label in html.values(of: "aria-labelledby").flatMap({ $0.split(separator: " ") }) {
      #expect(ids.contains(String(label)), "\(label)")
    }
  }

  @Test("one h1, and no level is skipped on the way down")
  func headingOrder() throws {
    let lesson = try Samples.lesson(
      body: """
        ##### Deep at once

        # A title of its own

        #### Skips one

        ```swift
        //| exercise: 03.1
        /// # In a contract
        ///
        /// ###### Deeper
        func f() { throw NotImplemented("03.1") }
        ```

        #### Under the card

        ## Next
        """)
    let html = ReportPage(lesson: lesson, transcript: Samples.empty()).html
    let levels = html.headingLevels
    #expect(levels == [1, 2, 2, 2, 2, 3, 3, 4, 5, 4, 2])
    for html in [html, ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html] {
      let levels = html.headingLevels
      #expect(levels.count { $0 == 1 } == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }
  }

  @Test("headings of one name have anchors of their own; a heading cannot take the page's")
  func headingAnchors() throws {
    let html = try page("## Lesson\n\n## Summary\n\n## Summary\n\n## !!!\n")
    for id in ["lesson-2", "summary", "summary-2", "section"] {
      #expect(html.contains("<h2 id=\"\(id)\">"), "\(id)")
    }
  }

  @Test("Markdown of every kind")
  func markdown() throws {
    let html = try page(
      """
      One *em* **strong** `code` [link](https://x.y "t") [bad](javascript:x)\\
      next <!-- gone --> and <b>tags</b>.

      <!-- gone
      too -->

      <div>shown</div>

      - tight
      - list

      3. loose

      4. list

      > quote

      ---

      ```text
      a < b
      ```

      ![a picture](x.png)
      """)
    let body = try #require(html.split(separator: "<main id=\"lesson\">").last)
    let main = try #require(String(body).split(separator: "</main>").first)
    #expect(
      main == """
        <p>One <em>em</em> <strong>strong</strong> <code>code</code> <a href="https://x.y" title="t">link</a> <span>bad</span><br>
        next  and &lt;b&gt;tags&lt;/b&gt;.</p>
        <p>&lt;div&gt;shown&lt;/div&gt;
        </p>
        <ul><li>tight</li>
        <li>list</li>
        </ul>
        <ol start="3"><li><p>loose</p>
        </li>
        <li><p>list</p>
        </li>
        </ol>
        <blockquote><p>quote</p>
        </blockquote>
        <hr>
        <pre class="code"><code>a &lt; b</code></pre>
        <p><em class="image">[a picture]</em></p>

        """)
  }

  @Test("two formulas that share a dollar's text are both found")
  func neighbouringFormulas() throws {
    let html = try page("From $`a`$ to $`b`$$`c`$, $5 and `code`, $ `x` $.")
    #expect(html.ranges(of: "<math").count == 3)
    #expect(html.contains("$5 and <code>code</code>, $ <code>x</code> $."))
  }

  @Test("cells obey echo, output, include and eval")
  func options() throws {
    func cell(_ option: String) throws -> String {
      try page(
        "```swift\n//| label: a\n\(option)\nlet secret = 1\n```\n",
        [CellResult(label: "a", status: .finished, events: [.text("printed\n")])])
    }
    let plain = try cell("//| echo: true")
    #expect(plain.contains("secret") && plain.contains("printed\n"))
    #expect(!plain.contains("//|"))
    let silent = try cell("//| echo: false")
    #expect(!silent.contains("secret") && silent.contains("printed\n"))
    let quiet = try cell("//| output: false")
    #expect(quiet.contains("secret") && !quiet.contains("printed\n"))
    let hidden = try cell("//| include: false")
    #expect(!hidden.contains("secret") && !hidden.contains("printed\n"))
  }

  @Test("a hidden cell that fails is not hidden")
  func hiddenFailure() throws {
    let html = try page(
      "```swift\n//| label: a\n//| include: false\nlet secret = 1\n```\n",
      [CellResult(label: "a", status: .threw(message: "it broke"))])
    #expect(html.contains("it broke") && !html.contains("secret"))
  }

  @Test(
    "every status of a cell has words",
    arguments: [
      (.locked(needs: ["03.1", "03.3"]), "unlocks when 03.1 and 03.3 pass."),
      (.threw(message: "why"), "threw an error: <strong>why</strong>"),
      (
        .crashed(Crash(reason: "boom", location: "a.swift:3")),
        "<strong>boom</strong> at <code>a.swift:3</code>."
      ),
      (.timedOut(seconds: 10), "still running after 10 s"),
      (.memory(bytes: 536_870_912), "more than the 512 MiB"),
      (
        .notCompiled([
          Diagnostic(
            severity: .error, file: "a.md", line: 4, column: 2, message: "bad", excerpt: "x\n^")
        ]), "<code>a.md:4:2</code> <strong>error:</strong> bad"
      ),
      (.notReached, "An earlier cell stopped the program"),
      (.failedAsPromised(message: "boom"), "</span> failed, as promised</p>"),
      (.didNotFail, "promises an error, and ran without one"),
    ] as [(CellResult.Status, String)])
  func statuses(status: CellResult.Status, words: String) throws {
    let html = try page(
      "```swift\n//| label: a\nf()\n```\n", [CellResult(label: "a", status: status)])
    #expect(html.contains(words))
  }

  @Test("a cell without a result has not run yet")
  func noResult() throws {
    #expect(try page("```swift\nf()\n```\n").contains("This cell has not run yet."))
    #expect(!(try page("```swift\n//| eval: false\nf()\n```\n").contains("not run yet")))
  }

  static let slot = """
    ```swift
    //| exercise: 03.1
    //| needs: [03.2]
    /// Adds *two* numbers.
    ///
    /// - Parameter a: the first.
    func add(a: Int) throws { throw NotImplemented("03.1") }
    ```

    """

  @Test(
    "every verdict has a sign, a word and a sentence",
    arguments: [
      (
        .passed(checks: 14, worstError: 3.1e-13), "✓", "passed",
        "All 14 checks held; the worst error was 3.1"
      ),
      (.passed(checks: 1, worstError: 0), "✓", "passed", "One check held, to the last digit."),
      (
        .failed(Failure(claim: "c", challenge: "h", finding: "f")), "✗", "failed",
        "It should be true that <strong>c</strong>"
      ),
      (.notStarted, "○", "not started", "the starter is as it was"),
      (.notCompiled([]), "✗", "not compiled", "does not compile yet"),
      (.crashed(Crash(reason: "boom")), "✗", "crashed", "<strong>boom</strong>."),
      (.timedOut(seconds: 2.5), "✗", "timed out", "after 2.5 s"),
      (.memory(bytes: 1 << 30), "✗", "out of memory", "1024 MiB"),
      (.skipped(needs: ["03.2"]), "○", "skipped", "builds on 03.2, which must pass first"),
    ] as [(Verdict, String, String, String)])
  func verdicts(verdict: Verdict, sign: String, word: String, sentence: String) throws {
    let html = try page(
      Self.slot, [], [ExerciseResult(id: "03.1", title: "Add", points: 2, verdict: verdict)])
    #expect(
      html.contains("<span class=\"mark\" aria-hidden=\"true\">\(sign)</span> \(word)</span>"))
    #expect(html.contains(sentence))
  }

  @Test("a slot shows contract and starter, and where to work before the first run")
  func slotWithoutResult() throws {
    let lesson = try Samples.lesson(
      "---\ntitle: T\nexercises: 03-BPTT.swift\n---\n\n" + Self.slot)
    let html = ReportPage(
      lesson: lesson, transcript: Samples.empty(), titles: ["03.1": "Adding"]
    ).html
    #expect(html.contains("<p>Adds <em>two</em> numbers.</p>"))
    #expect(html.contains("<li><code>a</code>: the first.</li>"))
    #expect(!html.contains("///"))
    #expect(html.contains("<span class=\"id\">03.1</span> Adding"))
    #expect(html.contains("Not run yet."))
    #expect(html.contains("<code>Exercises/03-BPTT.swift</code>"))
    #expect(html.contains("<code>swift run lesson run 03</code>"))
    #expect(html.contains("<code>swift run lesson hint 03.1</code>"))
  }

  @Test("the summary counts points and names the next step")
  func summary() throws {
    let html = ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html
    #expect(html.contains("<strong>4</strong> of 9 points"))
    #expect(
      html.contains(
        "03.2 Gradient check by central differences</a> in <code>Exercises/03-BPTT.swift"))
    var done = Samples.student
    for index in done.exercises.indices {
      done.exercises[index].verdict = .passed(checks: 1, worstError: 0)
    }
    #expect(
      ReportPage(lesson: try Samples.bptt(), transcript: done).html.contains("All exercises pass."))
  }

  @Test("what was attempted comes first, then what can be worked on, then what it builds on")
  func nextStep() throws {
    let lesson = try Samples.lesson(
      body: ["03.1\n//| needs: [02.4]", "03.2\n//| needs: [03.1]", "03.3"].map {
        let id = $0.prefix(4)
        return "```swift\n//| exercise: \($0)\nthrow NotImplemented(\"\(id)\")\n```\n"
      }.joined(separator: "\n"))
    func step(_ verdicts: [Verdict], elsewhere: Set<String>? = nil) -> NextStep {
      var transcript = Samples.empty()
      transcript.exercises = zip(["03.1", "03.2", "03.3"], verdicts).map {
        ExerciseResult(id: $0, title: "", points: 1, verdict: $1)
      }
      return NextStep(lesson, transcript, passedElsewhere: elsewhere)
    }
    let pass = Verdict.passed(checks: 1, worstError: 0)
    #expect(step([]) == .exercise("03.1"))
    #expect(step([], elsewhere: []) == .exercise("03.3"))
    #expect(step([], elsewhere: ["02.4"]) == .exercise("03.1"))
    #expect(step([.notStarted, .notStarted, .timedOut(seconds: 1)]) == .exercise("03.3"))
    #expect(step([pass, .notStarted, .notStarted], elsewhere: []) == .exercise("03.2"))
    #expect(
      step([.notStarted, .notStarted, pass], elsewhere: []) == .elsewhere("02.4", exercise: "03.1"))
    #expect(step([pass, pass, pass]) == .done)
  }

  @Test("the parameters of a contract are set off, one by one or in a list")
  func contractFields() throws {
    let html = try page(
      """
      ```swift
      //| exercise: 03.1
      /// Adds.
      ///
      /// - Parameters:
      ///   - a: the `first`: always.
      ///   - not a name: stays.
      /// - Returns: the sum.
      func add() { throw NotImplemented("03.1") }
      ```
      """)
    #expect(html.contains("<li><code>a</code>: the <code>first</code>: always.</li>"))
    #expect(html.contains("<li>not a name: stays.</li>"))
    #expect(html.contains("<strong>Returns</strong>: the sum."))
  }

  @Test("a formula and the comma behind it stay on one line")
  func formulaBeforeComma() throws {
    let html = try page("Take $`a`$, then ($`b`$). And $`c`$ or $`d`$")
    #expect(html.ranges(of: "</math>,</span> then").count == 1)
    #expect(html.ranges(of: "</math>).</span> And").count == 1)
    #expect(html.ranges(of: "class=\"unbroken\"").count == 2)
    #expect(html.ranges(of: "<math").count == 4)
  }

  static let plotCell = "```swift\n//| label: a\nshow(x)\n```\n"

  private func run(_ subject: Transcript.Subject, _ status: CellResult.Status, _ y: [Double])
    -> Transcript
  {
    var transcript = Samples.empty(subject: subject)
    let figure = CellEvent.figure(.lines(FigureTests.plot([.init("loss", y)])))
    transcript.cells = [
      CellResult(label: "a", status: status, events: y.isEmpty ? [] : [figure])
    ]
    return transcript
  }

  @Test("the reference's curve lies beneath the student's")
  func referenceBeneath() throws {
    let lesson = try Samples.lesson(body: Self.plotCell)
    let reference = run(.reference, .finished, [1, 3])
    let html = ReportPage(
      lesson: lesson, transcript: run(.student, .finished, [1, 2]), reference: reference
    ).html
    #expect(html.contains("loss (reference)"))
    let own = ReportPage(lesson: lesson, transcript: reference, reference: reference).html
    #expect(!own.contains("loss (reference)"))
  }

  @Test("a locked cell shows nothing of the reference")
  func lockedCell() throws {
    let html = ReportPage(
      lesson: try Samples.lesson(body: Self.plotCell),
      transcript: run(.student, .locked(needs: ["03.1"]), []),
      reference: run(.reference, .finished, [1, 3])
    ).html
    #expect(!html.contains("<svg"))
    #expect(html.contains("This cell unlocks when 03.1 passes."))
  }

  @Test("endless output does not make an endless page")
  func flood() throws {
    let line = String(repeating: "x<", count: 50) + "\n"
    let events = [CellEvent](repeating: .text(String(repeating: line, count: 20_000)), count: 3)
    let html = try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: events)])
    #expect(html.utf8.count < 1_000_000)
    #expect(html.contains("more characters are not shown"))
    let many = [CellEvent](repeating: .text("x\n"), count: 5000)
    #expect(
      try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: many)])
        .contains("4940 more outputs are not shown."))
    let noise = (0..<100).map { row in (0..<100).map { Double((row * 7919 + $0 * 104_729) % 997) } }
    let maps = [CellEvent](repeating: .figure(.heatMap(FigureTests.map(noise))), count: 50)
    let drawn = try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: maps)])
    #expect(drawn.utf8.count < 700_000)
    #expect(drawn.contains("more outputs are not shown."))
  }
}

extension String {
  /// The values of an attribute, in order.
  fileprivate func values(of attribute: String) -> [String] {
    ranges(of: " \(attribute)=\"").map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  fileprivate var headingLevels: [Int] {
    matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
  }
}
