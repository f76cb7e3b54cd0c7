#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes files whole or not at all, whenever the process or the machine stops.
enum WholeFile {
  struct Failure: Error, CustomStringConvertible {
    var what: String
    var description: String { what }
  }

  /// Puts a text in the place of a file.
  ///
  /// It is written beside the file, in the same folder and so on the same disk, and forced there before
  /// it takes the file's name: who reads meets the old text or the new one.
  static func write(_ text: String, to path: String) throws {
    // A link, as people make for files they keep elsewhere, stays one.
    let path = resolved(path)
    let temporary = temporaryPrefix(of: path) + "\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot write", temporary) }
    do {
      try put(Array(text.utf8), into: descriptor, temporary)
      guard fsync(descriptor) == 0 else { throw failure("cannot write", temporary) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    guard rename(temporary, path) == 0 else {
      let failure = failure("cannot replace", path)
      unlink(temporary)
      throw failure
    }
    // The new name, too, must be on the disk.
    let folder = open(self.folder(of: path), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// What the names of half-written texts begin with; the number of a process follows.
  static func temporaryPrefix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return "\(folder(of: path))/.\(name)."
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func put(_ bytes: [UInt8], into descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.write(descriptor, $0) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure("cannot write", path)
      }
    }
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  static func failure(_ what: String, _ path: String) -> Failure {
    Failure(what: "\(what) \(path): \(String(cString: strerror(errno)))")
  }
}
