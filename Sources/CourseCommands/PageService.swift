import Dispatch
import Foundation
import LivePage
import Runner
import Synchronization

/// A live page, served on this machine while the program runs.
struct PageService: Sendable {
  private let page = LivePage()

  /// Returns when browsers may come.
  ///
  /// - Parameter isListening: told the address.
  /// - Throws: ``MissingTool`` when the port is taken.
  init(port: UInt16, opensBrowser: Bool, isListening: @escaping @Sendable (String) -> Void) throws {
    let failure = Mutex<String?>(nil)
    let ready = DispatchSemaphore(value: 0)
    let page = page
    Task.detached {
      do {
        try await LiveServer(page, port: port).run { url in
          isListening(url.absoluteString)
          if opensBrowser { Browser.open(url.absoluteString) }
          ready.signal()
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
        ready.signal()
      }
    }
    ready.wait()
    if let failure = failure.withLock({ $0 }) {
      throw MissingTool(
        what: "the page cannot be served at port \(port): \(failure)",
        remedy: "is another watch running? Name another one: --port 0 lets the system choose")
    }
  }

  func publish(_ html: String) { wait { await $0.publish(html) } }

  func say(_ state: String) { wait { await $0.say(state) } }

  func draw(_ training: TrainingCurve?) { wait { await $0.draw(training) } }

  private func wait(for work: @escaping @Sendable (LivePage) async -> Void) {
    let done = DispatchSemaphore(value: 0)
    let page = page
    Task.detached {
      await work(page)
      done.signal()
    }
    done.wait()
  }
}
