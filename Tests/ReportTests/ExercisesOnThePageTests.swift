import Lessons
import Testing
import Transcripts

@testable import Report

@Suite("Exercises on the page")
struct ExercisesOnThePageTests {
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

  @Test("two verdicts come to one sentence, whichever they are")
  func chain() throws {
    let pass = Verdict.passed(checks: 1, worstError: 0)
    let fail = Verdict.failed(Failure(claim: "c", challenge: "h", finding: "f"))
    func note(_ alone: Verdict, _ together: Verdict?, _ on: [String] = ["03.1"]) -> String? {
      ExerciseResult(
        id: "03.5", title: "", points: 1, verdict: alone, together: together, standingIn: on
      ).chainNote
    }
    #expect(note(pass, nil) == nil)
    #expect(
      note(pass, fail) == """
        Right, on the model answers of 03.1; together with your own it fails – mend 03.1 first.
        """)
    #expect(
      note(pass, .skipped(needs: ["02.2"]), ["02.2", "03.1", "03.3"]) == """
        Right, on the model answers of 02.2, 03.1 and 03.3; your own chain waits for 02.2.
        """)
    #expect(
      note(pass, pass) == "Right, on the model answers of 03.1 and together with your own.")
    #expect(
      note(fail, fail) == """
        Judged on the model answers of 03.1: what is said here is about 03.5 alone.
        """)
    #expect(note(fail, pass)?.hasSuffix("two faults that hide each other.") == true)
    let html = try page(
      Self.slot, [],
      [
        ExerciseResult(
          id: "03.1", title: "Add", points: 2, verdict: pass, together: fail, standingIn: ["02.4"])
      ])
    #expect(
      html.contains(
        """
        <p class="chain">Right, on the model answers of 02.4; together with your own it fails – mend \
        02.4 first.</p>
        """))
  }

  @Test("remarks stand beside the verdict with a sign and a word, and their numbers in a table")
  func remarks() throws {
    let html = try page(
      Self.slot, [],
      [
        ExerciseResult(
          id: "03.1", title: "Add", points: 2, verdict: .passed(checks: 1, worstError: 0),
          tables: [Table("Before", columns: ["measured", "yours"], rows: [["loss", "1.39"]])],
          remarks: [
            Remark(.fine, "near <ln 4>."), Remark(.warning, "Too large?"), Remark(.bug, "No."),
          ])
      ])
    #expect(html.contains("near &lt;ln 4&gt;."))
    for (kind, sign, word) in [
      ("fine", "✓", "Fine:"), ("warning", "!", "Look here:"), ("bug", "✗", "A bug:"),
    ] {
      #expect(
        html.contains(
          """
          <li class="remark \(kind)"><span class="mark" aria-hidden="true">\(sign)</span> \
          <span class="kind">\(word)</span>
          """))
    }
    #expect(html.contains("Before</caption>"))
    #expect(html.contains("1.39</td>"))
  }
}
