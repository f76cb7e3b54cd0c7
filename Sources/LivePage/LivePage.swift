/// One page that is always the newest, and everybody who is looking at it.
///
/// - Note: its functions may be called from any thread; a reader that is slow sees the newest page, not
///   all of them.
public actor LivePage {
  private var html = ""
  /// Its version counts the pages; a reader that missed one sees it by the number.
  private(set) var status = LiveStatus()
  private var readers: [Int: AsyncStream<LiveStatus>.Continuation] = [:]
  private var nextReader = 0

  public init() {}

  /// Shows a new page to everybody; what was going on beside the old one is over.
  public func publish(_ html: String) {
    guard html != self.html || status.state != nil || status.training != nil else { return }
    if html != self.html { status.version += 1 }
    self.html = html
    status.state = nil
    status.training = nil
    beat()
  }

  /// Says what is going on, beside the page that is there.
  public func say(_ state: String) {
    guard status.state != state else { return }
    status.state = state
    beat()
  }

  /// Draws what trains just now, beside the page that is there.
  public func draw(_ training: TrainingCurve?) {
    guard status.training != training else { return }
    status.training = training
    beat()
  }

  var current: String { html }
  var readerCount: Int { readers.count }

  /// What there is to tell from now on, the present first.
  func changes() -> AsyncStream<LiveStatus> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: LiveStatus.self, bufferingPolicy: .bufferingNewest(1))
    let reader = nextReader
    nextReader += 1
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.leave(reader) }
    }
    continuation.yield(status)
    return stream
  }

  private func leave(_ reader: Int) { readers[reader] = nil }

  /// Tells everybody; also now and then when nothing is new, so that a reader who has gone away is
  /// noticed.
  func beat() {
    for reader in readers.values { reader.yield(status) }
  }
}
