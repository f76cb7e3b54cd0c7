import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A wish that work be given up: every child that was started under it is killed at once, and no other
/// one is started.
///
/// A student saves again while the old text is still compiled; nobody waits for what would come of it.
public final class Cancellation: Sendable {
  /// The one that work on this thread is done under.
  @TaskLocal static var current: Cancellation?

  /// A pipe whose writing end is closed by ``cancel()``: who polls its reading end wakes up, always.
  private let ends: (read: Int32, write: Int32)?
  private let isCancelledNow = Mutex(false)

  public init() {
    ends = try? Pipe.make(for: "pipe")
  }

  deinit {
    guard let ends else { return }
    close(ends.read)
    if !isCancelled { close(ends.write) }
  }

  /// Readable, or hung up, once the work is to be given up; −1 where there is no pipe.
  var descriptor: Int32 { ends?.read ?? -1 }

  public var isCancelled: Bool { isCancelledNow.withLock { $0 } }

  /// May be called from any thread, and more than once.
  public func cancel() {
    isCancelledNow.withLock { isCancelled in
      guard !isCancelled else { return }
      isCancelled = true
      if let ends { close(ends.write) }
    }
  }

  /// Does work that can be given up.
  public func covering<Value>(_ work: () throws -> Value) rethrows -> Value {
    try Self.$current.withValue(self, operation: work)
  }

  /// Ends the work here if it is to be given up.
  ///
  /// - Throws: ``WorkCancelled``.
  static func check() throws {
    if current?.isCancelled == true { throw WorkCancelled() }
  }
}

/// Work was given up because nobody waits for it any more.
public struct WorkCancelled: Error {
  public init() {}
}
