/// Finds many strings in one text, in one walk through it (Rabin and Karp 1987).
struct MultiSearch: Sendable {
  private let needles: [[UInt8]]
  /// Needles by the hash of their first `window` bytes.
  private var starts: [UInt64: [Int]] = [:]
  private let window: Int

  private static let base: UInt64 = 0x0000_0100_0000_01b3

  /// - Parameter needles: what to look for; empty ones are never found.
  init(_ needles: [String]) {
    self.needles = needles.map { Array($0.utf8) }
    window = self.needles.filter { !$0.isEmpty }.map(\.count).min() ?? 0
    guard window > 0 else { return }
    for (index, needle) in self.needles.enumerated() where !needle.isEmpty {
      starts[Self.hash(needle[..<window]), default: []].append(index)
    }
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 &* base &+ UInt64($1) }
  }

  /// The indices of the needles that `text` holds, in their order.
  ///
  /// - Complexity: O(*n*) in the length of the text, as long as hashes rarely agree by chance.
  func matches(in text: String) -> [Int] {
    let bytes = Array(text.utf8)
    guard window > 0, bytes.count >= window else { return [] }
    var leaving: UInt64 = 1
    for _ in 1..<max(window, 1) { leaving = leaving &* Self.base }
    var found: Set<Int> = []
    var hash = Self.hash(bytes[..<window])
    for start in 0...(bytes.count - window) {
      for index in starts[hash] ?? [] where bytes[start...].starts(with: needles[index]) {
        found.insert(index)
      }
      guard start + window < bytes.count else { break }
      hash =
        (hash &- UInt64(bytes[start]) &* leaving) &* Self.base
        &+ UInt64(bytes[start + window])
    }
    return found.sorted()
  }
}
