import Dispatch
import Foundation

/// Work begun on another thread before its result is needed.
///
/// The thread writes the result before it signals, and whoever reads it has waited for that.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var outcome: Result<Value, any Error>?

  init(_ work: @escaping @Sendable () throws -> Value) {
    let cancellation = Cancellation.current
    let thread = Thread {
      self.outcome = Result { try cancellation?.covering(work) ?? work() }
      self.done.signal()
    }
    // Children die with the thread that started them, and this one waits for them.
    thread.start()
  }

  /// Waits for the result; may be asked again.
  func value() throws -> Value {
    done.wait()
    done.signal()
    guard let outcome else { preconditionFailure("signalled without an outcome") }
    return try outcome.get()
  }
}
