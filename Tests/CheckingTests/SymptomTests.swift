import Checking
import Testing
import Transcripts

/// What is said of the right sums, edited.
private func name(
  _ exercise: Exercise<[Double], SumsOutput> = sums,
  _ edit: @escaping @Sendable ([Double], inout SumsOutput) -> Void
) -> String? {
  let verdict = exercise.check(seed: 3) { _, data in
    guard let x = try? Wire.decode([Double].self, from: data) else { return .noReply("") }
    var output = SumsOutput(x)
    edit(x, &output)
    return (try? Wire.encode(output)).map { .output($0) } ?? .noReply("")
  }.verdict
  guard case .failed(let failure) = verdict else { return nil }
  return failure.diagnosis?.name
}

private var withSymptoms: Exercise<[Double], SumsOutput> {
  var exercise = sums
  exercise.symptoms = [
    Symptom(
      "running sums in some other order", explanation: "They are all there.", question: "Which?"
    ) { _, right, got in
      got.running != right.running && got.running.sorted() == right.running.sorted()
    },
    Symptom("a total above a thousand", explanation: "It is far too large.", question: "Why?") {
      _, _, got in got.total > 1000
    },
  ]
  return exercise
}

@Suite("Guards and symptoms")
struct SymptomTests {
  @Test("a misconception behind a line of its own for the smallest input is named")
  func guarded() {
    #expect(
      name { x, output in
        if x.count > 1 { output.total = x.reduce(0) { $0 + $1 * $1 } }
      } == "a total of squares")
  }

  @Test("one that holds for the smallest input and not for larger ones is not")
  func notGuarded() {
    #expect(
      name { x, output in
        if x.count < 4 { output.total = x.reduce(0) { $0 + $1 * $1 } }
      } == nil)
    #expect(
      name { x, output in
        if x.count != 3 { output.total = x.reduce(0) { $0 + $1 * $1 } }
      } == nil)
  }

  @Test("a symptom is named where nothing can be computed, in whatever way it shows")
  func symptom() {
    #expect(
      name(withSymptoms) { x, output in
        if x.count > 2 { output.running.swapAt(0, x.count - 2) }
      } == "running sums in some other order")
    #expect(name(withSymptoms) { _, output in output.total = 1001.5 } == "a total above a thousand")
  }

  @Test("neither of two symptoms is named, and none before a misconception")
  func uniquely() {
    #expect(
      name(withSymptoms) { x, output in
        guard x.count > 2 else { return }
        output.running.swapAt(0, x.count - 2)
        output.total = 1001.5
      } == nil)
    #expect(
      name(withSymptoms) { x, output in
        output.total = x.reduce(0) { $0 + $1 * $1 }
      } == "a total of squares")
  }
}
