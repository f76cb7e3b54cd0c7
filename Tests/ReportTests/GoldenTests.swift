import Foundation
import Testing

@testable import Report

@Suite("Golden files")
struct GoldenTests {
  @Test("a lesson in which everything happens")
  func wholePage() throws {
    let page = ReportPage(
      lesson: try Samples.bptt(), transcript: Samples.student, reference: Samples.reference)
    try Files.expectGolden(page.html, "03-bptt.html")
  }

  @Test("formulas of every kind")
  func formulas() throws {
    let lesson = try Samples.lesson(try Files.text("Fixtures/formulas.md"))
    let page = ReportPage(lesson: lesson, transcript: Samples.empty())
    try Files.expectGolden(page.html, "formulas.html")
  }
}
