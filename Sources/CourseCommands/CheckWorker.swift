import Dispatch
import Foundation
import Lessons
import Runner
import Synchronization
import Watching

/// Does checks one after another on a thread of its own; the newest is the only one that counts.
final class CheckWorker: Sendable {
  struct Job: Sendable {
    var generation: Int
    var scope: CheckScope
    /// When the files had been left alone.
    var began = ContinuousClock.now
    var cancellation = Cancellation()
  }

  private struct State {
    var waiting: Job?
    var running: Cancellation?
  }

  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let inbox: WatchInbox

  /// - Parameter check: does one job, and posts what it has to say; runs on the worker's thread.
  init(
    _ inbox: WatchInbox,
    check: @escaping @Sendable (Job, @escaping (CheckNews) -> Void) throws -> Void
  ) {
    self.inbox = inbox
    let thread = Thread { [self] in
      while true {
        work.wait()
        let next = state.withLock { state -> Job? in
          defer { state.waiting = nil }
          state.running = state.waiting?.cancellation
          return state.waiting
        }
        guard let next else { continue }
        let post: (CheckNews) -> Void = { news in
          inbox.post(.check(generation: next.generation, news))
        }
        do {
          try next.cancellation.covering { try check(next, post) }
        } catch is WorkCancelled {
        } catch let missing as MissingFile {
          post(.gone([missing.path]))
        } catch let missing as MissingTool {
          post(.stopped("\(missing.what)\n\(missing.remedy)"))
        } catch {
          post(.stopped("\(error)"))
        }
        state.withLock { $0.running = nil }
      }
    }
    // Reading a lesson and judging it recurse; the system's half megabyte for a thread is little.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Begins a job as soon as the one before has ended.
  func start(_ job: Job) {
    state.withLock { $0.waiting = job }
    work.signal()
  }

  /// Gives up what is running or waiting.
  func cancel() {
    state.withLock { state in
      state.waiting?.cancellation.cancel()
      state.waiting = nil
      state.running?.cancel()
    }
  }
}
