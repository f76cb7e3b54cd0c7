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
