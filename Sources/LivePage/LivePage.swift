/// One page that is always the newest, and everybody who is looking at it.
///
/// - Note: `publish` may be called from any thread; a reader that is slow sees the newest page, not all
///   of them.
public actor LivePage {
  private var html = ""
  /// Counts the pages; a reader that missed one sees it by the number.
  private(set) var version = 0
  private var readers: [Int: AsyncStream<Int>.Continuation] = [:]
  private var nextReader = 0

  public init() {}

  /// Shows a new page to everybody.
  public func publish(_ html: String) {
    guard html != self.html else { return }
    self.html = html
    version += 1
    for reader in readers.values { reader.yield(version) }
  }

  var current: String { html }
  var readerCount: Int { readers.count }

  /// The versions from now on, the current one first.
  func changes() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let reader = nextReader
    nextReader += 1
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.leave(reader) }
    }
    continuation.yield(version)
    return stream
  }

  private func leave(_ reader: Int) { readers[reader] = nil }

  /// Wakes every stream, so that one whose reader has gone away is noticed.
  func beat() {
    for reader in readers.values { reader.yield(version) }
  }
}
