import Testing
import Transcripts

@testable import Watching

@Suite("WatchState")
struct WatchStateTests {
  @Test("it begins with a check, at the first exercise that does not pass")
  func beginning() {
    var state = WatchState(Fixture.lesson, results: [Fixture.passed("02.1")])
    #expect(state.current == "02.2")
    #expect(state.begin() == [.cancel, .check(generation: 1, .lesson)])
    #expect(state.phase == .checking(.lesson))
    #expect(Fixture.checked().current == "02.3")
  }

  @Test("a save that is begun says “checking” at once, and gives up what runs")
  func save() {
    var state = Fixture.checked()
    #expect(state.handle(.stirred) == [.cancel])
    #expect(state.phase == .checking(.lesson))
    let before = state.generation
    #expect(
      state.handle(.settled(missing: [])) == [.cancel, .check(generation: before + 1, .lesson)])
  }

  @Test("what a check says that was given up is not heard")
  func stale() {
    var state = Fixture.checked()
    let old = state.generation
    _ = state.handle(.stirred)
    _ = state.handle(.check(generation: old, .verdict(Fixture.failed("02.1"))))
    _ = state.handle(.check(generation: old, .ended(nil)))
    #expect(state.results["02.1"]?.verdict.isPassed == true)
    #expect(state.phase == .checking(.lesson))
  }

  @Test("keys are not heard during a check, but for q")
  func busy() {
    var state = Fixture.checked()
    _ = state.handle(.stirred)
    for key in "nrhlcxjy" { #expect(state.press(String(key)) == []) }
    #expect(state.view == .verdict(scroll: 0))
    #expect(state.press("q") == [.cancel, .quit])
  }

  @Test("while the cells run, keys are heard")
  func cells() {
    var state = Fixture.checked()
    _ = state.handle(.check(generation: state.generation, .running("running cell training")))
    #expect(state.press("h") == [.hint(exercise: "02.3", .next)])
  }

  @Test("n goes on only when the exercise passes, and says so otherwise")
  func next() {
    var state = Fixture.checked()
    #expect(state.press("n") == [])
    #expect(state.current == "02.3")
    #expect(state.notice == "02.3 is not passed yet; h gives a hint, l goes to another one")
    var results = Fixture.usual
    results[3] = Fixture.passed("02.3")
    Fixture.save(&state, results)
    // It does not move by itself.
    #expect(state.current == "02.3")
    state.press("n")
    #expect(state.current == "02.4")
  }

  @Test("after the last exercise n goes back to one that was left out, then to the next lesson")
  func last() {
    var state = Fixture.checked()
    state.press("ljjjj")
    _ = state.handle(.key(.enter))
    #expect(state.current == "02.4")
    var results = Fixture.usual
    results[4] = Fixture.passed("02.4")
    Fixture.save(&state, results)
    state.press("n")
    #expect(state.current == "02.3")
    results[3] = Fixture.passed("02.3")
    Fixture.save(&state, results)
    #expect(state.press("n") == [.cancel, .open(lesson: "03")])
  }

  @Test("it does not jump back: a broken earlier exercise is told, and the current one stays")
  func regression() {
    var state = Fixture.checked()
    var results = Fixture.usual
    results[0] = Fixture.failed("01.4")
    results[1] = Fixture.failed("02.1")
    Fixture.save(&state, results)
    #expect(state.current == "02.3")
    #expect(state.record.regressions.map(\.result.id) == ["01.4", "02.1"])
    #expect(state.record.regressions.allSatisfy { $0.isNew })
    // Still broken after the next save: it is not this one that did it.
    Fixture.save(&state, results)
    #expect(state.record.regressions.map(\.isNew) == [false, false])
    Fixture.save(&state, Fixture.usual)
    #expect(state.record.regressions.isEmpty)
  }

  @Test("a file that does not compile breaks nothing; what it hid is told afterwards")
  func notCompiled() {
    var state = Fixture.checked()
    let diagnostic = Diagnostic(
      severity: .error, file: "Exercises/02-RNNForward.swift", line: 3, column: 1, message: "no")
    Fixture.save(
      &state, Fixture.usual.map { Fixture.result($0.id, .notCompiled([diagnostic])) })
    #expect(state.record.regressions.isEmpty)
    var results = Fixture.usual
    results[2] = Fixture.failed("02.2")
    Fixture.save(&state, results)
    #expect(state.record.regressions.map(\.result.id) == ["02.2"])
  }

  @Test("what was broken before the watch began is not blamed on a save")
  func before() {
    var results = Fixture.usual
    results[0] = Fixture.failed("01.4")
    let state = Fixture.checked(results)
    #expect(state.record.regressions.map(\.isNew) == [false])
  }

  @Test("hints: h the next, [ and ] among those that were read, three at most")
  func hints() {
    var state = Fixture.checked()
    func page(_ number: Int, seen: Int) -> WatchEvent {
      .hint(HintPage(exercise: "02.3", number: number, count: 3, seen: seen, text: "Which sum?"))
    }
    #expect(state.press("h") == [.hint(exercise: "02.3", .next)])
    _ = state.handle(page(1, seen: 1))
    #expect(state.press("[") == [])
    #expect(state.press("]") == [])
    #expect(state.notice == "h shows the next hint")
    #expect(state.press("h") == [.hint(exercise: "02.3", .number(2))])
    _ = state.handle(page(2, seen: 2))
    #expect(state.press("[") == [.hint(exercise: "02.3", .number(1))])
    _ = state.handle(page(1, seen: 2))
    #expect(state.press("]") == [.hint(exercise: "02.3", .number(2))])
    _ = state.handle(page(3, seen: 3))
    #expect(state.press("h") == [])
    #expect(state.notice == "that was the last hint; [ pages back")
    _ = state.handle(.key(.escape))
    #expect(state.view == .verdict(scroll: 0))
    #expect(state.press("[") == [.hint(exercise: "02.3", .last)])
  }

  @Test("x asks, and only y resets; what is reset on purpose is not broken")
  func reset() {
    var state = Fixture.checked()
    state.press("lkk")
    state.press("x")
    #expect(state.view == .confirmReset("02.1"))
    #expect(state.press("n") == [])
    #expect(state.notice == "nothing was changed")
    state.press("lkkx")
    #expect(state.press("q") == [], "a no, and no farewell")
    #expect(state.notice == "nothing was changed")
    state.press("lkkx")
    #expect(state.press("y") == [.reset(exercise: "02.1")])
    _ = state.handle(.resetDone(id: "02.1", message: "done", hasChanged: true))
    #expect(state.notice == "done")
    var results = Fixture.usual
    results[1] = Fixture.result("02.1", .notStarted)
    Fixture.save(&state, results)
    #expect(state.record.regressions.isEmpty)
  }

  @Test("a save withdraws the question that is open: y was not meant for the new text")
  func withdrawn() {
    var state = Fixture.checked()
    state.press("x")
    Fixture.save(&state, Fixture.usual)
    #expect(state.press("y") == [])
  }

  @Test("the list: arrows and letters move, ends stop, Enter goes there")
  func list() {
    var state = Fixture.checked()
    state.press("l")
    #expect(state.view == .list(cursor: 2))
    for _ in 0..<9 { _ = state.handle(.key(.up)) }
    #expect(state.view == .list(cursor: 0))
    _ = state.handle(.key(.down))
    state.press("jk")
    _ = state.handle(.key(.enter))
    #expect(state.current == "02.2")
    Fixture.save(&state, Fixture.usual)
    #expect(state.current == "02.2")
  }

  @Test("a file that is not there is told; it comes back, and is checked")
  func missing() {
    var state = Fixture.checked()
    _ = state.handle(.stirred)
    #expect(state.handle(.settled(missing: ["Exercises/02-RNNForward.swift"])) == [])
    #expect(state.phase == .missing(["Exercises/02-RNNForward.swift"]))
    Fixture.save(&state, Fixture.usual)
    #expect(state.phase == .resting)
  }

  @Test("c checks everything before, too, and sums it up")
  func all() {
    var state = Fixture.checked()
    let effects = state.press("c")
    #expect(effects == [.cancel, .check(generation: state.generation, .all)])
    let news: [CheckNews] = [
      .verdicts(Fixture.usual, places: Fixture.places, seconds: 0.3),
      .lesson("01", [Fixture.passed("01.4"), Fixture.failed("01.1")], missing: nil),
      .lesson("00", [], missing: "libtorch is not here"), .ended(nil),
    ]
    for piece in news { _ = state.handle(.check(generation: state.generation, piece)) }
    #expect(
      state.notice
        == "up to lesson 02, 3 of 6 exercises pass; 01.1, 02.3 fail; lesson 00 is not checked: "
        + "libtorch is not here")
    #expect(state.phase == .resting)
  }
}
