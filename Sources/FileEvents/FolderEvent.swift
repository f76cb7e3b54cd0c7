#if os(Linux)
  import Glibc

  /// One thing that happened in a folder, as inotify tells it.
  struct FolderEvent {
    var watch: Int32
    var name: String
    private var bits: UInt32

    /// Written, renamed, made, removed; and the folder's own end.
    static let mask =
      [
        IN_MODIFY, IN_CLOSE_WRITE, IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE, IN_DELETE_SELF,
        IN_MOVE_SELF,
      ].reduce(UInt32(0)) { $0 | UInt32($1) }

    var isOverflow: Bool { bits & UInt32(IN_Q_OVERFLOW) != 0 }

    /// The folder was removed, moved away or unmounted.
    var isGone: Bool {
      bits & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0
    }

    /// The events in what was read from inotify's descriptor.
    ///
    /// - Source: inotify(7): watch, bits, cookie and the name's length, 4 bytes each; then the name,
    ///   filled up with zeros.
    static func events(in bytes: ArraySlice<UInt8>) -> [FolderEvent] {
      var result: [FolderEvent] = []
      var rest = bytes
      while rest.count >= 16 {
        let watch = Int32(bitPattern: number(rest, 0))
        let bits = number(rest, 4)
        let length = Int(number(rest, 12))
        let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
        result.append(
          FolderEvent(watch: watch, name: String(decoding: name, as: UTF8.self), bits: bits))
        rest = rest.dropFirst(16 + length)
      }
      return result
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt32 {
      let start = bytes.startIndex + offset
      return bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
#endif
