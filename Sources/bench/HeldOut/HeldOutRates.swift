import Foundation

/// How often the kit is right about the cases of one set.
struct HeldOutRates: Codable, Equatable, Sendable {
  /// Solutions with a mistake; how many of them failed, and what was said.
  var wrong = 0
  var failed = 0
  var namedRight = 0
  var namedWrong = 0
  var silent = 0
  /// Solutions without one; how many passed without a diagnosis.
  var right = 0
  var passed = 0

  init(_ findings: [HeldOutFinding]) {
    for finding in findings {
      if finding.subject.isRight { right += 1 } else { wrong += 1 }
      switch finding.outcome {
      case .passed: passed += 1
      case .namedRight: namedRight += 1
      case .namedWrong: namedWrong += 1
      case .silent: silent += 1
      case .missed, .accused, .unusable: break
      }
    }
    failed = namedRight + namedWrong + silent
  }

  /// All wrong ones failed, the cause named for nine in ten, another one for two in a hundred or one
  /// case at most, and nothing said about any right one.
  var isGoodEnough: Bool {
    failed == wrong && namedRight * 10 >= wrong * 9 && namedWrong <= max(1, wrong * 2 / 100)
      && passed == right && wrong > 0 && right > 0
  }

  var lines: [String] {
    [
      "wrong solutions   \(wrong): failed \(failed), cause named \(namedRight)"
        + " (\(percent(namedRight, of: wrong))), another named \(namedWrong)"
        + " (\(percent(namedWrong, of: wrong))), none \(silent)",
      "right solutions   \(right): passed without a diagnosis \(passed)",
    ]
  }
}

/// "97.8 %".
func percent(_ part: Int, of whole: Int) -> String {
  whole == 0 ? "–" : text(100 * Double(part) / Double(whole), 1) + " %"
}

/// What was measured last, as it stands in Tests/HeldOut/rates.json.
struct HeldOutRecord: Codable, Equatable, Sendable {
  /// "2026-11-26".
  var date: String
  var sets: [String: HeldOutRates]

  static let path = "Tests/HeldOut/rates.json"

  init(date: String, sets: [String: HeldOutRates]) {
    self.date = date
    self.sets = sets
  }

  init(readingFrom root: String) throws {
    self = try JSONDecoder().decode(
      HeldOutRecord.self, from: Data(contentsOf: URL(filePath: "\(root)/\(Self.path)")))
  }

  func write(below root: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: URL(filePath: "\(root)/\(Self.path)"), options: .atomic)
  }
}
