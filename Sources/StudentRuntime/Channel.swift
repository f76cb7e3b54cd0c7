import Transcripts

#if canImport(Darwin)
  @preconcurrency import Darwin
#else
  @preconcurrency import Glibc
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The child's end of the two pipes to the trusted parent.
///
/// Standard output stays the student's own.
final class Channel {
  /// The parent hands over exactly these descriptors.
  private static let incoming: Int32 = 3
  private static let outgoing: Int32 = 4

  nonisolated(unsafe) static let shared = Channel()

  private var buffer: [UInt8] = []
  private var isClosed = false
  /// Of the call that is being answered.
  var ticket = ""

  private init() {
    // Line by line, so that what was printed before a crash is not lost with the buffer.
    setvbuf(stdout, nil, Int32(_IOLBF), 0)
    // A parent that has gone away is the end, not a signal.
    signal(SIGPIPE, SIG_IGN)
    // Programs that the student's code starts have no business with these.
    _ = fcntl(Self.incoming, F_SETFD, FD_CLOEXEC)
    _ = fcntl(Self.outgoing, F_SETFD, FD_CLOEXEC)
  }

  /// The next header and payload, or `nil` at the end of the conversation.
  func receive() -> (CallHeader, Data)? {
    guard let header = readLine(), let payload = readLine(),
      let call = try? Wire.decode(CallHeader.self, from: Data(header))
    else { return nil }
    return (call, Data(payload))
  }

  /// What was printed goes first, so that the parent sees it before the message.
  func send(_ header: ReplyHeader, _ payload: Data = Data()) {
    fflush(stdout)
    guard !isClosed, var message = try? Wire.encode(header) else { return }
    message.append(UInt8(ascii: "\n"))
    message.append(payload)
    message.append(UInt8(ascii: "\n"))
    message.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(Self.outgoing, rest.baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          isClosed = true
          return
        }
      }
    }
  }

  /// Sends a message and waits until the parent has taken note of it.
  ///
  /// Two pipes have no common order: without this, a parent that reads "cell began" and "cell ended"
  /// in one go could not tell whose the printed lines in the other pipe are.
  func sendAndWait(_ header: ReplyHeader, _ payload: Data = Data()) {
    send(header, payload)
    if receive() == nil { isClosed = true }
  }

  private func readLine() -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return line
      }
      searched = buffer.count
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = read(Self.incoming, &chunk, chunk.count)
      if count > 0 {
        buffer += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return nil
      }
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddress: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}
