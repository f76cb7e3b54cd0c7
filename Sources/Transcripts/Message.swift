// The words that cross the pipes between the trusted parent and the student's child. Each message
// is a header, one line of JSON, and a payload, one line of JSON that may be empty.

/// What the parent asks.
public struct CallHeader: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    /// Call an exercise; the payload is its input.
    case call
    /// What the child said last has been noted; it may go on.
    case proceed
    /// What the child asked for; the payload is the model answer's output.
    case answer
    /// There is no answer to what the child asked for; the payload is the reason, a string.
    case refusal
  }

  public var kind: Kind
  /// Echoed by the reply, so that a stray or second reply is seen.
  public var ticket: String
  public var exercise: String

  public init(_ kind: Kind, ticket: String = "", exercise: String = "") {
    self.kind = kind
    self.ticket = ticket
    self.exercise = exercise
  }
}

/// What the child says.
public struct ReplyHeader: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    /// The payload is the exercise's output.
    case output
    /// `text` is the exercise the starter names.
    case notImplemented
    /// `text` is the error the student's code threw.
    case threw
    /// The input could not be read, or the exercise is not bound: ours to mend, not the student's.
    case misunderstood
    /// The payload is a ``Progress``.
    case progress
    /// While it answers, the child asks for what the model answer of an exercise named `text`, on which
    /// this one builds, gives for the payload.
    case ask
    /// `text` is the cell's label.
    case cellBegan, cellEnded
    /// The payload is a ``CellEvent``.
    case shown
    /// The program has run to its end.
    case finished

    /// Whether the child waits for a `proceed`, so that what it prints next comes after.
    public var waits: Bool { self == .cellBegan || self == .cellEnded || self == .shown }
  }

  public var kind: Kind
  public var ticket: String
  public var text: String

  public init(_ kind: Kind, ticket: String = "", text: String = "") {
    self.kind = kind
    self.ticket = ticket
    self.text = text
  }
}

/// How far a long computation has come.
public struct Progress: Codable, Sendable, Equatable {
  public var done: Int
  public var total: Int
  /// The training loss of the last epoch, nats per sequence.
  public var loss: Double?

  public init(done: Int, total: Int, loss: Double? = nil) {
    self.done = done
    self.total = total
    self.loss = loss
  }
}
