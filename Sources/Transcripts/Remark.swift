/// Something that was noticed about a student's functions and does not change the score: what an
/// experienced eye looks at before a long training begins.
public struct Remark: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    /// As it should be.
    case fine
    /// Unusual; training may be slow or unstable.
    case warning
    /// Impossible for right functions, such as a loss below the exact floor.
    case bug
  }

  public var kind: Kind
  /// One sentence with its numbers, and what to look at.
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
