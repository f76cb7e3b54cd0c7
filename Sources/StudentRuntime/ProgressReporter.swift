import Transcripts

/// Tells the parent how far a long computation has come, for the bar on the screen.
///
/// - Returns: a function to be called after each part: parts done, parts in all, and the loss if there
///   is one. It may be called as often as one likes; ten messages a second go out.
public func progressReporter() -> @Sendable (_ done: Int, _ total: Int, _ loss: Double?) -> Void {
  let clock = ContinuousClock()
  // Ten messages a second are enough for an eye and cost nothing.
  let pace = Pace(interval: .milliseconds(100), last: clock.now)
  return { done, total, loss in
    guard done == total || pace.isDue(clock.now) else { return }
    if let payload = try? Wire.encode(Progress(done: done, total: total, loss: loss)) {
      Channel.shared.send(ReplyHeader(.progress), payload)
    }
  }
}

/// When the last message went out.
///
/// The observer runs on the one thread that trains.
private final class Pace: @unchecked Sendable {
  let interval: Duration
  var last: ContinuousClock.Instant

  init(interval: Duration, last: ContinuousClock.Instant) {
    self.interval = interval
    self.last = last
  }

  func isDue(_ now: ContinuousClock.Instant) -> Bool {
    guard now - last >= interval else { return false }
    last = now
    return true
  }
}
