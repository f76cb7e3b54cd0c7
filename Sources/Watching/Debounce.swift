/// When a file that is being written is worth reading: once it has been left alone for a moment.
///
/// Editors write by rename or in several steps, and each step is an event.
public struct Debounce: Sendable {
  /// As long as this nothing must have happened.
  public var quiet: Duration
  /// A file that is never left alone is read after this long.
  public var patience: Duration
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  /// - Parameters:
  ///   - quiet: 40 ms; vim's two renames and its write lie a millisecond apart, and a person does not
  ///     see so short a wait.
  ///   - patience: half a second, for a program that writes on and on.
  public init(quiet: Duration = .milliseconds(40), patience: Duration = .milliseconds(500)) {
    self.quiet = quiet
    self.patience = patience
  }

  /// Something happened to the file.
  public mutating func stir(at now: ContinuousClock.Instant) {
    first = first ?? now
    last = now
  }

  /// When the file may be read; `nil` when nothing has happened.
  public var due: ContinuousClock.Instant? {
    guard let first, let last else { return nil }
    return min(last + quiet, first + patience)
  }

  /// Whether the file may be read now; says so once.
  public mutating func settles(at now: ContinuousClock.Instant) -> Bool {
    guard let due, now >= due else { return false }
    first = nil
    last = nil
    return true
  }
}
