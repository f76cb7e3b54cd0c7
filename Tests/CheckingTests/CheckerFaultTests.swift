import Checking
import Foundation
import Testing
import Transcripts

/// What goes wrong in the checks themselves is nobody's failure but ours.
@Suite("CheckerFault")
struct CheckerFaultTests {
  struct Trouble: Error {}

  private func said(_ exercise: Exercise<[Double], [Double]>, _ words: String) {
    let result = exercise.check(seed: 1, ask: answering { $0.map { $0 * $0 } })
    #expect(result.verdict == .skipped(needs: []))
    #expect(!result.verdict.isFailure)
    #expect(result.remarks.count == 1)
    let text = result.remarks.first?.text ?? ""
    #expect(text.hasPrefix("This is our fault and not yours: the checks of 09.1 went wrong"))
    #expect(text.contains(words), "\(text)")
  }

  @Test("a model answer that throws")
  func reference() {
    var exercise = squares
    exercise.reference = { _ in throw Trouble() }
    said(exercise, "the model answer throws Trouble() for small")
  }

  @Test("a property that cannot be asked")
  func property() {
    var exercise = squares
    exercise.properties = [Property("p") { _, _, _ in throw CheckerFault("no way to ask") }]
    said(exercise, "no way to ask")
  }

  @Test("an input that cannot be sent")
  func input() {
    let exercise = Exercise<Unsendable, Double>(
      "09.1", "T", points: 1, hints: [], challenges: { _ in [Challenge("odd", Unsendable())] },
      reference: { _ in 0 },
      observations: { [Observation("y", claim: "y", $0)] }, misconceptions: [])
    let result = exercise.check(seed: 1) { _, _ in .output(Data("0".utf8)) }
    #expect(result.verdict == .skipped(needs: []))
    #expect(result.remarks.first?.text.contains("the challenge odd cannot be encoded") == true)
  }

  struct Unsendable: Codable, Sendable {
    init() {}
    init(from decoder: any Decoder) throws {}
    func encode(to encoder: any Encoder) throws { throw Trouble() }
  }
}
