import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Cuts the channel's bytes into messages.
struct MessageBuffer {
  /// Longer than any honest answer: a trained network of this course has fifty kilobytes.
  private static let limit = 16 << 20
  private var bytes: [UInt8] = []
  private var start = 0
  /// The ends of lines after `start`, and how far they have been looked for.
  private var lineEnds: [Int] = []
  private var searched = 0

  mutating func append(_ more: [UInt8]) {
    bytes += more
    for i in searched..<bytes.count where bytes[i] == UInt8(ascii: "\n") { lineEnds.append(i) }
    searched = bytes.count
  }

  var isTooLong: Bool { bytes.count - start > Self.limit }

  /// The next header and payload, if both lines are there; a `nil` header is one that cannot be read.
  mutating func next() -> (ReplyHeader?, Data)? {
    guard lineEnds.count >= 2 else {
      if start > 0 { forget() }
      return nil
    }
    let header = try? Wire.decode(ReplyHeader.self, from: Data(bytes[start..<lineEnds[0]]))
    let payload = Data(bytes[(lineEnds[0] + 1)..<lineEnds[1]])
    start = lineEnds[1] + 1
    lineEnds.removeFirst(2)
    return (header, payload)
  }

  private mutating func forget() {
    bytes.removeSubrange(..<start)
    lineEnds = lineEnds.map { $0 - start }
    searched -= start
    start = 0
  }
}
