import Transcripts

extension Table {
  /// Of the caption.
  var firstSentence: String {
    guard let end = caption.firstRange(of: ". ") else { return caption }
    return caption[..<end.lowerBound] + "."
  }

  /// The rows whose last cell begins with a cross, as "✗ missed: a NaN in dV".
  var rowsMarkedWrong: [String] {
    rows.compactMap { row in
      guard let first = row.first, let last = row.last, last.hasPrefix("✗") else { return nil }
      return "\(last): \(first)"
    }
  }
}
