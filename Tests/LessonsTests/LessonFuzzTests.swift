import Lessons
import Testing

@Suite("Lesson parser under fire")
struct LessonFuzzTests {
  /// A small linear congruential generator: the same mutants on every machine.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      return z ^ (z >> 31)
    }
  }

  static let snippets: [String] = [
    "```swift\n", "```", "~~~", "//| ", "//| label: first\n", "//| needs: [03.1, 03.2]\n", "---\n",
    "exercise: 03.1", "needs: [", "title: ", "{", "}", "[", "]", ": ", "&a *a", "!!binary", "\t",
    "\r", "\r\n", "\u{0}", "\u{FEFF}", "$`", "`$", "> ", "- ", "1. ", "<!--", "-->", "<x", "# ",
    "\\",
    "*", "_", "![", "](", ")", "NotImplemented(\"03.1\")", "𝛿", "e\u{301}", "\u{202E}", "'", "\"",
    "|",
  ]

  /// One to eight changes: a piece removed, doubled, moved, replaced, or a bit turned.
  static func mutant(_ seed: UInt64) -> [UInt8] {
    var dice = Dice(state: seed)
    var bytes = Array(soundLesson.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &dice) {
      let at = Int.random(in: 0...bytes.count, using: &dice)
      let end = min(bytes.count, at + Int.random(in: 0...40, using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 2:
        let piece = Array(bytes[at..<end])
        bytes.removeSubrange(at..<end)
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &dice))
      case 3, 4:
        let snippet = snippets.randomElement(using: &dice) ?? ""
        bytes.replaceSubrange(at..<min(end, at + 3), with: Array(snippet.utf8))
      default:
        if !bytes.isEmpty {
          bytes[min(at, bytes.count - 1)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        }
      }
    }
    return bytes
  }

  @Test("five thousand mutated lessons are read or refused with a place, and none traps")
  func mutants() {
    var read = 0
    var refused = 0
    for seed in 0..<5000 as Range<UInt64> {
      do throws(LessonErrors) {
        let lesson = try Lesson(
          parsing: Self.mutant(seed), file: "lessons/03-sound.md", knownExercises: ids)
        read += 1
        // What was read can be used.
        _ = lesson.tangled(
          lesson.cells,
          imports: ["Recurrent"])
        _ =
          ExerciseFile(
            lesson, titles: [:],
            modules: CourseModules(
              given: [], importedByExercises: ["Recurrent"], importedByCells: [], answers: []))?
          .text
      } catch {
        refused += 1
        #expect(!error.errors.isEmpty)
        for one in error.errors {
          #expect(one.line >= 1 && !one.message.isEmpty, "seed \(seed): \(one)")
        }
      }
    }
    // Both roads were travelled.
    #expect(read > 500 && refused > 500, "\(read) read, \(refused) refused")
  }

  @Test("random bytes are never a lesson, and never a trap")
  func noise() {
    for seed in 0..<500 as Range<UInt64> {
      var dice = Dice(state: seed)
      let bytes = (0..<Int.random(in: 0...3000, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      #expect(throws: LessonErrors.self) {
        try Lesson(parsing: bytes, file: "lessons/03-noise.md", knownExercises: ids)
      }
    }
  }

  @Test("thousands of brackets, quotes and list markers cost neither the stack nor the clock")
  func pathological() {
    let header = "---\ntitle: T\n---\n\n"
    let bodies = [
      String(repeating: "[", count: 50_000), String(repeating: "> ", count: 20_000),
      String(repeating: "- ", count: 20_000), String(repeating: "*a ", count: 50_000),
      String(repeating: "`", count: 100_001), String(repeating: "<", count: 50_000),
      String(repeating: "![](", count: 20_000),
    ]
    for body in bodies {
      _ = try? parse(header + body)
    }
    for yaml in [String(repeating: "[", count: 3000), String(repeating: "{a: ", count: 1000)] {
      #expect(errors(in: "---\ntitle: \(yaml)\n---\n\nx") != "")
    }
  }
}
