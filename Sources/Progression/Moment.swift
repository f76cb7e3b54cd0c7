#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A point in time to the second, written as TOML writes it: `2026-03-01T10:15:30Z`.
public struct Moment: Sendable, Hashable, Comparable {
  /// Since the beginning of 1970, UTC.
  public var seconds: Int

  /// Earlier than all that was ever written down.
  public static let unknown = Moment(seconds: 0)

  public init(seconds: Int) { self.seconds = seconds }

  public static var now: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

extension Moment: LosslessStringConvertible {
  public init?(_ text: String) {
    guard text.utf8.count == 20, let date = try? Date(text, strategy: .iso8601) else { return nil }
    seconds = Int(date.timeIntervalSince1970)
  }

  public var description: String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
