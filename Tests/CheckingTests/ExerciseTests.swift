import Checking
import Foundation
import Testing
import Transcripts

/// Squares every number; small enough to see through.
let squares = Exercise<[Double], [Double]>(
  "09.1", "Squares", points: 3, hints: ["a", "b", "c"],
  challenges: { seed in
    [Challenge("small", [1, 2]), Challenge("seeded", [Double(seed % 100) + 3, -4])]
  },
  reference: { $0.map { $0 * $0 } },
  observations: { [Observation("y", claim: "y = x²", shape: [$0.count], values: .numbers($0))] },
  properties: [
    Property("no square is negative") { _, output, _ in
      output.contains { $0 < 0 } ? "one is negative" : nil
    }
  ],
  misconceptions: [
    Misconception(
      "doubled", explanation: "Each number is added to itself.",
      question: "What is three times three?"
    ) { $0.map { 2 * $0 } },
    Misconception(
      "cubed", explanation: "Each number is a factor three times.", question: "How many factors?"
    ) { $0.map { $0 * $0 * $0 } },
  ])

func answering(_ function: @escaping ([Double]) throws -> [Double]) -> Ask {
  { _, input in
    do {
      return .output(try Wire.encode(try function(try Wire.decode([Double].self, from: input))))
    } catch {
      return .threw("\(error)")
    }
  }
}

func verdict(_ function: @escaping ([Double]) throws -> [Double]) -> Verdict {
  squares.check(seed: 7, ask: answering(function)).verdict
}

@Suite("Exercise")
struct ExerciseTests {
  @Test("a right answer passes, with its checks counted")
  func right() {
    #expect(verdict { $0.map { $0 * $0 } } == .passed(checks: 4, worstError: 0))
  }

  @Test("rounding is no error")
  func rounding() {
    #expect(verdict { $0.map { $0 * $0 * (1 + 1e-13) } }.isPassed)
  }

  @Test("an error in the seventh digit fails, and says where, what was expected and what came")
  func seventhDigit() {
    guard case .failed(let failure) = verdict({ $0.map { $0 * $0 * (1 + 3e-7) } }) else {
      Issue.record("passed"); return
    }
    #expect(failure.claim == "y = x²")
    #expect(failure.challenge == "small")
    #expect(failure.divergence?.index == [0])
    #expect(failure.divergence?.expected == "1.0")
    #expect(failure.diagnosis == nil)
  }

  @Test("a misconception is failed and named")
  func diagnosis() {
    guard case .failed(let failure) = verdict({ $0.map { 2 * $0 } }) else {
      Issue.record("passed"); return
    }
    #expect(
      failure.diagnosis
        == Diagnosis(
          name: "doubled", explanation: "Each number is added to itself.",
          question: "What is three times three?"))
    #expect(failure.finding == "y[0] should be 1.0, and is 2.0")
  }

  @Test("a mistake that fits a misconception in one case only is not named")
  func noFalseName() {
    guard case .failed(let failure) = verdict({ $0 == [1, 2] ? [2, 4] : [0, 0] }) else {
      Issue.record("passed"); return
    }
    #expect(failure.diagnosis == nil)
  }

  @Test(
    "NaN, infinity, a number too many and a number too few all lose",
    arguments: [[Double.nan, 4], [1, .infinity], [1, 4, 9], [1], []])
  func losing(output: [Double]) {
    #expect(verdict { $0 == [1, 2] ? output : $0.map { $0 * $0 } }.isFailure)
  }

  @Test("the shape is compared before the numbers")
  func shape() {
    guard case .failed(let failure) = verdict({ _ in [1] }) else { Issue.record("passed"); return }
    #expect(failure.finding == "y should be 2 long, and is 1 long")
  }

  @Test("an untouched starter is not started, one untouched elsewhere names what is missing")
  func notStarted() {
    #expect(squares.check(seed: 1) { _, _ in .notImplemented("09.1") }.verdict == .notStarted)
    #expect(
      squares.check(seed: 1) { _, _ in .notImplemented("08.2") }.verdict
        == .skipped(needs: ["08.2"]))
  }

  @Test("throwing NotImplemented for the harder half only is a failure")
  func halfDone() {
    var count = 0
    let verdict = squares.check(seed: 1) { id, input in
      count += 1
      return count == 1 ? answering { $0.map { $0 * $0 } }(id, input) : .notImplemented("09.1")
    }.verdict
    #expect(verdict.isFailure)
  }

  @Test("no result of any kind is a pass")
  func noResult() {
    let outcomes: [CallOutcome] = [
      .threw("x"), .crashed(Crash(reason: "x")), .timedOut(seconds: 1), .memory(bytes: 1),
      .noReply("x"), .output(Data()), .output(Data("null".utf8)), .output(Data("[\"1\"]".utf8)),
      .output(Data("{\"passed\": true}".utf8)),
    ]
    for outcome in outcomes {
      #expect(squares.check(seed: 1) { _, _ in outcome }.verdict.isFailure, "\(outcome)")
    }
  }

  @Test("a crash in the second case fails even when the first was right")
  func lateCrash() {
    var count = 0
    let result = squares.check(seed: 1) { id, input in
      count += 1
      return count == 1
        ? answering { $0.map { $0 * $0 } }(id, input) : .crashed(Crash(reason: "late"))
    }
    #expect(result.verdict == .crashed(Crash(reason: "late")))
    #expect(result.stoppedAt == squares.challenges(1)[1].name)
  }
}

@Suite("Wire")
struct WireTests {
  @Test("every double comes back with the same bits, NaN and infinities by name")
  func roundTrip() throws {
    let values = [
      0, -0.0, 0.1, 1 / 3, .pi, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -1e-300,
      .infinity, -.infinity,
    ]
    let back = try Wire.decode([Double].self, from: Wire.encode(values))
    #expect(back.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(try Wire.decode([Double].self, from: Wire.encode([Double.nan]))[0].isNaN)
  }

  @Test("verdicts and cells survive the way through JSON")
  func transcript() throws {
    let failure = Failure(
      claim: "c", challenge: "d", finding: "e",
      divergence: Divergence(tensor: "h", timeStep: 2, index: [0], expected: "1", got: "nan"),
      diagnosis: Diagnosis(name: "n", question: "q?"))
    let verdicts: [Verdict] = [
      .passed(checks: 3, worstError: 1e-16), .failed(failure), .notStarted,
      .notCompiled([Diagnostic(severity: .error, file: "f", line: 1, column: 2, message: "m")]),
      .crashed(Crash(reason: "r", location: "l:1", function: "f")), .timedOut(seconds: 20),
      .memory(bytes: 1 << 30), .skipped(needs: ["01.1"]),
    ]
    let transcript = Transcript(
      lesson: "03", title: "T", subject: .student, seed: .max, toolchain: "Swift",
      exercises: verdicts.map { ExerciseResult(id: "03.1", title: "t", points: 1, verdict: $0) },
      cells: [
        CellResult(label: "c", status: .locked(needs: ["03.1"]), events: [.text("x")])
      ])
    #expect(try Wire.decode(Transcript.self, from: Wire.encode(transcript)) == transcript)
  }
}
