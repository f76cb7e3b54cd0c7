import Checking
import Course
import Foundation
import Testing

/// The golden files of Tests/Golden, made with PyTorch's autograd; each says in its fields how.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  static func reference(_ id: String, _ input: Data) -> CallOutcome {
    courseExercises.first { $0.id == id }?.reference(input) ?? .noReply("no such exercise")
  }
}

@Suite("GoldenFile")
struct GoldenFileTests {
  @Test("there is a golden file of every kind that this course knows")
  func everyKind() throws {
    let kinds = try Golden.names.map {
      try GoldenFile.verify(try Golden.data($0), against: Golden.reference).kind
    }
    #expect(Set(kinds) == Set(GoldenFile.kinds))
    #expect(Golden.names.count == 14)
  }

  @Test("the reference agrees with PyTorch to 1e-10, and mostly to 1e-13", arguments: Golden.names)
  func agrees(name: String) throws {
    let report = try GoldenFile.verify(try Golden.data(name), against: Golden.reference)
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.compared > 30)
    #expect(report.worst.error < 1e-11, "\(report.worst)")
  }

  @Test("a number changed in its eighth digit is found, and its tensor named", arguments: Golden.names)
  func everyDigit(name: String) throws {
    let text = String(decoding: try Golden.data(name), as: UTF8.self)
    let numbers = NumberLiteral.all(in: text)
    #expect(numbers.count > 3 || name == "data.json")
    // Long files are sampled evenly; notebook_rnn trains a thousand epochs per look.
    let most = name.hasPrefix("notebook") ? 4 : name.hasPrefix("train") ? 40 : 150
    let stride = max(1, numbers.count / most)
    for index in Swift.stride(from: 0, to: numbers.count, by: stride) {
      let changed = numbers[index].changingEighthDigit(in: text)
      let report = try GoldenFile.verify(Data(changed.utf8), against: Golden.reference)
      #expect(
        !report.failures.isEmpty && report.failures.allSatisfy { !$0.tensor.isEmpty },
        "\(name): \(text[numbers[index].range]) changed and not seen")
    }
  }

  @Test("an implementation that is wrong in one place is named by tensor and index")
  func wrongImplementation() throws {
    let report = try GoldenFile.verify(try Golden.data("clip.json")) { id, input in
      courseExercises.first { $0.id == id }?.mutants.first?.answer(input) ?? .noReply("")
    }
    #expect(report.failures.contains { $0.tensor.hasPrefix("cases[0].clipped") })
  }

  @Test(
    "a file that is no golden file says why",
    arguments: [
      ("[1, 2", "is not a JSON object"), ("{}", "has no field \"kind\""),
      ("{\"kind\": \"lstm\"}", "is of kind 'lstm'; this course verifies rnn, train_rnn"),
      ("{\"kind\": \"clip\"}", "is not a golden file of kind 'clip': the field cases is missing"),
      (
        "{\"kind\": \"orthogonal\", \"cases\": [{\"gaussian\": {\"shape\": [2, 2], \"data\": [1]}, \"orthogonal\": {\"shape\": [1], \"data\": [1]}}]}",
        "the shape [2, 2] needs 4 numbers, and there are 1"
      ),
    ])
  func unreadable(text: String, message: String) {
    do {
      _ = try GoldenFile.verify(Data(text.utf8), against: Golden.reference)
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }
}

/// A number with at least nine significant digits in a JSON text.
struct NumberLiteral {
  var range: Range<String.Index>

  static func all(in text: String) -> [NumberLiteral] {
    var result: [NumberLiteral] = []
    for match in text.matches(of: /"?[A-Za-z_]*"?[:\s\[,]+(-?\d+\.\d+(?:e-?\d+)?)/) {
      let literal = match.output.1
      let digits = literal.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
      // The measured sensitivity of a run is a note, not a result.
      guard digits.count >= 9, !match.output.0.contains("sensitivity") else { continue }
      result.append(NumberLiteral(range: literal.startIndex..<literal.endIndex))
    }
    return result
  }

  func changingEighthDigit(in text: String) -> String {
    var literal = Array(text[range])
    var significant = 0
    for i in literal.indices where literal[i].isNumber {
      if significant == 0, literal[i] == "0" { continue }
      significant += 1
      if significant == 8 {
        let digit = literal[i].wholeNumberValue ?? 0
        literal[i] = Character(String(digit < 5 ? digit + 3 : digit - 3))
        break
      }
    }
    return text.replacingCharacters(in: range, with: String(literal))
  }
}
