import Testing
import Transcripts

@testable import Watching

@Suite("WatchScreen")
struct WatchScreenTests {
  @Test("a failing exercise at 80 × 24: its verdict first, then the bar, the report, the keys")
  func failing() {
    #expect(
      Fixture.screen(Fixture.checked(), 80, 24) == """
        02 The forward pass                                                 lesson watch

        ✗ 02.3 One step                                                      0/4  failed
          Exercises/02-RNNForward.swift:62
          h_t = tanh(U x_t + V h_{t−1} + b).
          a zero state: h[2] should be 0.1974, and is 0.7616.

        ━━━━━━━━━━━━━━━━━━━━────────────────────  2/4 exercises · 5/16 points
        checked in 0.41 s · 3 cells ran · 2 unlock as exercises pass
        report: reports/02-rnn-forward.html

        n next · r run · h hint · l list · c check all · x reset · q quit
        """)
  }

  @Test("what a save has broken stands below, with place and finding, at 80 × 24")
  func broken() {
    var state = Fixture.checked()
    var results = Fixture.usual
    results[0] = Fixture.failed("01.4")
    results[1] = Fixture.result(
      "02.1",
      .crashed(
        Crash(reason: "Fatal error: index 5", location: "Exercises/02-RNNForward.swift:25:7")))
    results[3] = Fixture.passed("02.3")
    Fixture.save(&state, results)
    #expect(
      Fixture.screen(state, 80, 24) == """
        02 The forward pass                                                 lesson watch

        ✓ 02.3 One step                                                      4/4  passed
          Exercises/02-RNNForward.swift:62
          12 checks hold. n goes on to 02.4 The forward pass.

        ! 01.4 passed before this save and fails now
          Exercises/01-Encoding.swift:61  a zero state: h[2] should be 0.1974, and is 0…
        ! 02.1 passed before this save and crashes now
          Exercises/02-RNNForward.swift:21  Fatal error: index 5, at Exercises/02-RNNFo…

        ━━━━━━━━━━━━━━━━━━━━────────────────────  2/4 exercises · 6/16 points
        checked in 0.41 s · 3 cells ran · 2 unlock as exercises pass
        report: reports/02-rnn-forward.html

        n next · r run · h hint · l list · c check all · x reset · q quit
        """)
  }

  @Test("the same at 40 × 12: what matters is there, and nothing is wider")
  func narrow() {
    var state = Fixture.checked()
    var results = Fixture.usual
    results[0] = Fixture.failed("01.4")
    Fixture.save(&state, results)
    #expect(
      Fixture.screen(state, 40, 12) == """
        ✗ 02.3 One step              0/4  failed
          Exercises/02-RNNForward.swift:62
          h_t = tanh(U x_t + V h_{t−1} + b).
          a zero state: h[2] should be 0.1974,
          and is 0.7616.
        ! 01.4 passed before this save and fails
        now
          Exercises/01-Encoding.swift:61  a zer…
        ━━━━━──────  2/4 exercises · 5/16 points
        n next · r run · h hint · l list
        c check all · x reset · q quit
        """)
  }

  @Test("while a check runs: “checking…” for the verdict, the old text for reading, q alone")
  func checking() {
    var state = Fixture.checked()
    _ = state.handle(.stirred)
    #expect(
      Fixture.screen(state, 80, 24) == """
        02 The forward pass                                                 lesson watch

        … 02.3 One step                                                        checking…
          Exercises/02-RNNForward.swift:62
          h_t = tanh(U x_t + V h_{t−1} + b).
          a zero state: h[2] should be 0.1974, and is 0.7616.

        ━━━━━━━━━━━━━━━━━━━━────────────────────  2/4 exercises · 5/16 points
        checking…

        q quit
        """)
    // Its verdict is shown as soon as it is there, whatever else is still checked.
    _ = state.handle(
      .check(generation: state.generation, .verdict(Fixture.passed("02.3"))))
    #expect(Fixture.screen(state, 80, 24).contains("✓ 02.3 One step"))
  }

  @Test("while a cell trains: a bar with epoch and loss")
  func training() {
    var state = Fixture.checked()
    let generation = state.generation
    _ = state.handle(.check(generation: generation, .running("running cell training")))
    _ = state.handle(
      .check(
        generation: generation, .progress(Progress(done: 250, total: 1000, loss: 2.410_08))))
    #expect(
      Fixture.screen(state, 80, 24).split(separator: "\n")[6]
        == "running cell training ━━━━━━────────────────── epoch 250/1000 · loss 2.4101")
    #expect(
      Fixture.screen(state, 40, 24).contains("epoch 250/1000 · loss 2.4101 · running …"))
  }

  @Test("the list at 80 × 24")
  func list() {
    var state = Fixture.checked()
    state.press("lj")
    #expect(
      Fixture.screen(state, 80, 24) == """
        02 The forward pass                                                 lesson watch

          ✓ 02.1 Initial parameters                                          3/3  passed
          ✓ 02.2 The activations                                             2/2  passed
          ✗ 02.3 One step                                                    0/4  failed
        ▸ · 02.4 The forward pass                                       0/7  not started

        ━━━━━━━━━━━━━━━━━━━━────────────────────  2/4 exercises · 5/16 points
        checked in 0.41 s · 3 cells ran · 2 unlock as exercises pass
        report: reports/02-rnn-forward.html

        ↑↓ choose · Enter go there · x reset · l close · q quit
        """)
  }

  @Test("a hint, a question, a missing file: what to do is said")
  func views() {
    var state = Fixture.checked()
    let hint = HintPage(exercise: "02.3", number: 2, count: 3, seen: 2, text: "Which terms?")
    _ = state.handle(.hint(hint))
    #expect(Fixture.screen(state, 80, 24).contains("02.3 One step"))
    #expect(Fixture.screen(state, 80, 24).contains("hint 2 of 3\n  Which terms?"))
    #expect(
      Fixture.screen(state, 80, 24).hasSuffix("[ back · ] on · h next hint · Esc close · q quit"))
    state.press("x")
    #expect(Fixture.screen(state, 80, 24).contains("Put 02.3 back to its starter? [y/N]"))
    #expect(Fixture.screen(state, 80, 24).hasSuffix("y yes, reset · any other key no"))
    _ = state.handle(.stirred)
    _ = state.handle(.settled(missing: ["Exercises/02-RNNForward.swift"]))
    #expect(
      Fixture.screen(state, 80, 24).contains("Exercises/02-RNNForward.swift is not there\n"))
  }

  @Test("a long text moves under its title; its end says so")
  func scrolling() {
    var state = Fixture.checked()
    let output = (1...500).map { "line \($0)\n" }.joined()
    var results = Fixture.usual
    results[3] = Fixture.result("02.3", .timedOut(seconds: 20), output: output)
    Fixture.save(&state, results)
    let first = Fixture.screen(state, 80, 24)
    #expect(first.contains("│ line 1\n"))
    #expect(first.contains("more lines: ↓"))
    _ = state.handle(.key(.pageDown))
    let second = Fixture.screen(state, 80, 24)
    #expect(!second.contains("│ line 1\n"))
    #expect(second.contains("✗ 02.3 One step"))
    for _ in 0..<60 { _ = state.handle(.key(.pageDown)) }
    let end = Fixture.screen(state, 80, 24)
    #expect(end.contains("│ … 300 more lines"))
    #expect(end.contains("that is all: ↑"))
  }

  @Test("exercises that passed wait for a file that does not compile, and are named")
  func waiting() {
    var state = Fixture.checked()
    let results = Fixture.usual.map { Fixture.result($0.id, .notCompiled([])) }
    Fixture.save(&state, results)
    #expect(
      Fixture.screen(state, 80, 24).contains(
        "02.1, 02.2 passed when the file last compiled, and wait for it"))
  }

  @Test(
    "no window is too small or too large: no line is wider, and there are no more lines",
    arguments: [1, 2, 3, 5, 8, 12, 24, 60], [10, 20, 40, 80, 250])
  func sizes(rows: Int, columns: Int) {
    var state = Fixture.checked()
    var results = Fixture.usual
    results[0] = Fixture.failed("01.4")
    results[1] = Fixture.failed("02.1")
    results[2] = Fixture.failed("02.2")
    let output = "隠れ状態です" + String(repeating: "ü", count: 900)
    results[3] = Fixture.result("02.3", .timedOut(seconds: 20), output: output)
    Fixture.save(&state, results)
    for key in ["", "l", "h", "x"] {
      state.press(key)
      let lines = WatchScreen(state) { _, width in paragraph("No answer came.", width: width) }
        .lines(columns: columns, rows: rows)
      #expect(lines.count <= rows)
      #expect(lines.allSatisfy { $0.columns <= columns })
      #expect(lines.first?.plain.isEmpty == false)
    }
  }
}

@Suite("FramePainter")
struct FramePainterTests {
  private let terminal = TerminalFeatures(hasColours: false, hasLinks: false, hasCursor: true)

  @Test("what stood on the screen is scrolled up, not wiped; the same again costs nothing")
  func frames() {
    var painter = FramePainter(terminal)
    #expect(
      painter.frame(["one", "two"], columns: 80, rows: 4)
        == "\n\n\n\u{1B}[H\u{1B}[Kone\r\n\u{1B}[Jtwo")
    #expect(painter.frame(["one", "two"], columns: 80, rows: 4) == "")
    #expect(
      painter.frame(["one", "more"], columns: 80, rows: 4) == "\u{1B}[H\u{1B}[Kone\r\n\u{1B}[Jmore")
    // After a resize nobody knows where the terminal has put the old lines.
    #expect(
      painter.frame(["one", "more"], columns: 40, rows: 4)
        == "\u{1B}[2J\u{1B}[H\u{1B}[Kone\r\n\u{1B}[Jmore")
  }

  @Test("a dumb terminal gets lines, those that are new")
  func dumb() {
    var painter = FramePainter(
      TerminalFeatures(hasColours: false, hasLinks: false, hasCursor: false))
    #expect(painter.frame(["one", "", "two"], columns: 80, rows: 4) == "one\r\ntwo\r\n\r\n")
    #expect(painter.frame(["one", "", "two"], columns: 80, rows: 4) == "")
    #expect(painter.frame(["one", "", "four"], columns: 80, rows: 4) == "four\r\n\r\n")
  }
}
