import FlyingFox
import FlyingSocks

/// Versions as server-sent events: `data: 3`.
struct EventStream: AsyncBufferedSequence, Sendable {
  typealias Element = UInt8

  let versions: AsyncStream<Int>

  func makeAsyncIterator() -> Iterator { Iterator(versions: versions.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var versions: AsyncStream<Int>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(versions: AsyncStream<Int>.Iterator) { self.versions = versions }

    mutating func next() async -> UInt8? {
      guard var buffer = await nextBuffer(suggested: 1) else { return nil }
      return buffer.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        guard let version = await versions.next() else { return nil }
        rest = ArraySlice("data: \(version)\n\n".utf8)
      }
      let part = rest.prefix(Swift.max(1, count))
      rest = rest.dropFirst(part.count)
      return part
    }
  }
}
