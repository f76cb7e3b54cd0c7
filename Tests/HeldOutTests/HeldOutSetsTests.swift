import Foundation
import Testing
import Torch

@testable import bench

@Suite("The held-out solutions")
struct HeldOutSetsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  func cases(_ set: String) throws -> [HeldOutCase] {
    try HeldOutCase.all(in: "\(Self.root)/Tests/HeldOut/\(set)")
  }

  @Test("each set has 45 wrong solutions and 25 right ones", arguments: HeldOutRun.sets)
  func sizes(set: String) throws {
    let cases = try cases(set)
    #expect(cases.count { !$0.isRight } >= 45)
    #expect(cases.count { $0.isRight } >= 25)
  }

  @Test("every wrong one says by what words a diagnosis would be right", arguments: HeldOutRun.sets)
  func judged(set: String) throws {
    for subject in try cases(set) where !subject.isRight {
      #expect(!subject.named.isEmpty, "\(subject.name)")
    }
  }

  @Test("no mistake is in both sets")
  func disjoint() throws {
    let all = try HeldOutRun.sets.flatMap(cases)
    #expect(Set(all.map(\.functions)).count == all.count)
    #expect(Set(all.filter { !$0.isRight }.map(\.cause)).count == all.count { !$0.isRight })
  }

  @Test("the record counts every solution that there is", arguments: HeldOutRun.sets)
  func recorded(set: String) throws {
    let rates = try #require(try HeldOutRecord(readingFrom: Self.root).sets[set])
    #expect(rates.wrong == (try cases(set)).count { !$0.isRight })
    #expect(rates.right == (try cases(set)).count { $0.isRight })
  }

  @Test("the manual prints the numbers that were measured last")
  func manual() throws {
    let record = try HeldOutRecord(readingFrom: Self.root)
    let manual = try String(contentsOfFile: "\(Self.root)/docs/feedback.md", encoding: .utf8)
    #expect(try record.replacingParagraph(in: manual) == manual, "\(record.paragraph)")
  }

  @Test("a manual without the marks is not written into")
  func marks() {
    let record = HeldOutRecord(date: "2026-11-26", sets: [:])
    #expect(throws: HeldOutError.self) { try record.replacingParagraph(in: "no marks here") }
  }

  @Test("of the second set all fail, nine causes in ten are named, and nobody is accused")
  func goodEnough() throws {
    let run = try HeldOutRun(root: Self.root)
    let cases = try run.cases(of: "second").filter {
      Framework.isAvailable || !$0.exercise.hasPrefix("05")
    }
    let findings = try run.findings(cases)
    let rates = HeldOutRates(findings)
    #expect(rates.isGoodEnough, "\(rates.lines.joined(separator: "\n"))")
  }
}
