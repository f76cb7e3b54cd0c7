import FlyingFox
import FlyingSocks
import Foundation

/// What there is to tell as server-sent events: `data: {"version":3}`.
struct EventStream: AsyncBufferedSequence, Sendable {
  typealias Element = UInt8

  let changes: AsyncStream<LiveStatus>

  func makeAsyncIterator() -> Iterator { Iterator(changes: changes.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var changes: AsyncStream<LiveStatus>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(changes: AsyncStream<LiveStatus>.Iterator) { self.changes = changes }

    mutating func next() async -> UInt8? {
      guard var buffer = await nextBuffer(suggested: 1) else { return nil }
      return buffer.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        guard let status = await changes.next() else { return nil }
        rest = Self.event(status)
      }
      let part = rest.prefix(Swift.max(1, count))
      rest = rest.dropFirst(part.count)
      return part
    }

    private static func event(_ status: LiveStatus) -> ArraySlice<UInt8> {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      // Numbers and text only: nothing that could not be encoded. JSON has no line ends.
      let data = (try? encoder.encode(status)) ?? Data("{}".utf8)
      return ArraySlice("data: ".utf8 + data + "\n\n".utf8)
    }
  }
}
