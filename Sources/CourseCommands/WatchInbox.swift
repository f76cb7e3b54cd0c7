import Synchronization
import Watching

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Events from other threads, for a loop that waits for descriptors.
final class WatchInbox: Sendable {
  private let events = Mutex<[WatchEvent]>([])
  private let ends: (read: Int32, write: Int32)

  init() {
    var pair: [Int32] = [-1, -1]
    _ = pipe(&pair)
    for end in pair {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    ends = (pair[0], pair[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// Readable when there is something.
  var descriptor: Int32 { ends.read }

  func post(_ event: WatchEvent) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 0
    // A full pipe wakes as well as another byte would.
    _ = write(ends.write, &byte, 1)
  }

  func take() -> [WatchEvent] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(ends.read, &bytes, bytes.count) > 0 {}
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
