import Authoring
import Lessons
import Testing

@Suite("HintReview")
struct HintReviewTests {
  static let slot = ExerciseSlot(
    id: "03.1", needs: [],
    starter: "func clip(_ gradients: Gradients, maximumNorm: Double) throws -> Gradients {\n}",
    line: 12)
  static let good = ["Look at `gradients`.", "The norm of all of them.", "min(1, c / ‖g‖)"]

  func messages(_ hints: [String], answer: [String] = []) -> [String] {
    HintReview(slot: Self.slot, hints: hints, answer: answer).findings(in: "lessons/03-a.md")
      .map(\.description)
  }

  @Test("three short hints with a name of the starter are fine")
  func fine() { #expect(messages(Self.good) == []) }

  @Test("a ladder has three steps")
  func count() {
    #expect(
      messages(Array(Self.good.prefix(2))) == [
        "lessons/03-a.md:12: 03.1: there are 2 hints; a ladder has three: where to look, which quantity, "
          + "the formula"
      ])
  }

  @Test("121 words are too many, 120 are not")
  func words() {
    let long = Array(repeating: "word", count: 120).joined(separator: " ")
    #expect(messages([Self.good[0], long, "x"]) == [])
    #expect(
      messages([Self.good[0], long + " more", "x"]) == [
        "lessons/03-a.md:12: 03.1: hint 2 has 121 words; more than 120 are not read"
      ])
  }

  @Test("an empty step, a ladder without the student's names, and a line of the answer are found")
  func poor() {
    #expect(messages(["`gradients`", " ", "x"]).map { $0.contains("hint 2 is empty") } == [true])
    #expect(
      messages(["Look at the matrices.", "Their norm.", "min(1, c / ‖g‖)"]).first?
        .contains("no hint names anything of the starter; put one of its names in backticks")
        == true)
    let line = "let scale = min(1, maximumNorm / norm)"
    #expect(
      messages(["`gradients`", "Write `\(line)`.", "x"], answer: [line, "}"]).map {
        $0.contains("gives a line of the model answer away")
      } == [true])
  }

  @Test("the words of the starter's comments are no names, and the function's own is suggested")
  func comments() {
    let slot = ExerciseSlot(
      id: "03.1", needs: [],
      starter: """
        /// Shortens gradients after the backward pass.
        func clip(_ gradients: Gradients) -> Gradients {
          notImplemented()  // before training
        }
        """, line: 12)
    let review = HintReview(
      slot: slot, hints: ["What comes `after`?", "And `before`?", "min(1, c / ‖g‖)"], answer: [])
    #expect(
      review.findings(in: "lessons/03-a.md").map(\.description) == [
        "lessons/03-a.md:12: 03.1: no hint names anything of the starter; put one of its names in "
          + "backticks, such as `clip`"
      ])
  }
}
