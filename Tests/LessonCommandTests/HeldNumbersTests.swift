import Checking
import Course
import Foundation
import Lessons
import Runner
import Testing

/// Front matter may say who answers for a number; here it is asked whether that somebody exists.
@Suite("Numbers held by others")
struct HeldNumbersTests {
  let curriculum: Curriculum
  let testTitles: String

  init() throws {
    curriculum = try Curriculum(
      CourseFolder(root: Repository.root), knownExercises: courseExercises.map(\.id))
    let folder = Repository.root + "/Tests"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
    testTitles = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
      .joined()
  }

  @Test("each is a test, a cell of an earlier lesson, or a source that the lesson names")
  func holders() throws {
    for lesson in curriculum.lessons {
      let text = try String(contentsOfFile: "\(Repository.root)/\(lesson.file)", encoding: .utf8)
      let body = text.components(separatedBy: "\n---\n").dropFirst().joined()
      for (number, holder) in lesson.frontMatter.held {
        #expect(
          isTest(holder) || isCell(holder) || isSource(holder, in: body),
          "\(lesson.file): held: \(number): nobody is called '\(holder)'")
      }
    }
  }

  /// "PublishedFaultsTests: with all faults …".
  private func isTest(_ holder: String) -> Bool {
    guard let colon = holder.firstRange(of: ": ") else { return false }
    return holder[..<colon.lowerBound].hasSuffix("Tests")
      && testTitles.contains(holder[colon.upperBound...])
  }

  /// "cell count of lesson 04".
  private func isCell(_ holder: String) -> Bool {
    guard let match = holder.wholeMatch(of: /cell ([a-z0-9-]+) of lesson (\d\d)/) else {
      return false
    }
    let lesson = curriculum.lesson(String(match.2))
    return lesson?.cells.contains { $0.label == match.1 } ?? false
  }

  /// "Weiss, Goldberg and Yahav 2018": all of the names and the year stand in the lesson's text.
  private func isSource(_ holder: String, in text: String) -> Bool {
    let words = holder.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let year = words.last(where: { Int($0).map { (1900...2100).contains($0) } ?? false })
    else { return false }
    let names = words.filter { $0.first?.isUppercase == true && $0.count > 2 }
    return text.contains(year) && !names.isEmpty && names.allSatisfy(text.contains)
  }

  @Test("a holder that does not exist is seen")
  func nobody() {
    #expect(!isTest("GoldenTests: there is no such sentence anywhere at all\u{2060}"))
    #expect(!isCell("cell nothing of lesson 04"))
    #expect(!isSource("Nobody 1999", in: "Elman 1990"))
    #expect(isSource("Elman 1990, table 1", in: "Elman, \"Finding structure in time\", 1990"))
  }
}
