import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// As `map`, on all processors: pages have nothing to do with each other.
  func mapAtOnce<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in indices.compactMap { results[$0] } }
  }
}
