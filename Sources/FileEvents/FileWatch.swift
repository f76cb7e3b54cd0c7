#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Says when one of a few files was written, replaced, removed, or came back.
///
/// On Linux the system says so at once (inotify); elsewhere, and where a file lies on a network or
/// behind a link, its state is looked at instead, which ``look()`` does. The folders are watched, not
/// the files: an editor that writes a new file and renames it would take a watched file away.
public final class FileWatch {
  /// Readable when something has happened; −1 where the system does not say.
  public let descriptor: Int32
  /// Absolute.
  private let files: [String]
  private var folders: [Int32: String] = [:]
  private var seen: [String: FileState?]

  public init(_ files: [String]) {
    self.files = files
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    #else
      descriptor = -1
    #endif
    seen = [:]
    for file in files { seen[file] = FileState(file) }
    watchFolders()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How often ``look()`` should be asked: seldom where the system tells.
  public var interval: Duration { folders.isEmpty ? .milliseconds(150) : .seconds(1) }

  /// Those that are not there.
  public var missing: [String] { files.filter { FileState($0) == nil } }

  /// Whether the files are not as they were the last time this, or ``happened()``, was asked.
  public func look() -> Bool {
    watchFolders()
    var isChanged = false
    for file in files {
      let state = FileState(file)
      if seen[file] != state { isChanged = true }
      seen[file] = state
    }
    return isChanged
  }

  /// Reads what the system has to say.
  ///
  /// - Returns: whether it concerns one of the files.
  public func happened() -> Bool {
    #if os(Linux)
      var isConcerned = false
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { break }
        for event in FolderEvent.events(in: buffer[..<count]) where concerns(event) {
          isConcerned = true
        }
      }
      if isConcerned { _ = look() }
      return isConcerned
    #else
      return look()
    #endif
  }

  private func concerns(_ event: FolderEvent) -> Bool {
    // Too many events for the queue: any file may have been among them.
    if event.isOverflow { return true }
    guard let folder = folders[event.watch] else { return false }
    if event.isGone {
      folders[event.watch] = nil
      return true
    }
    return files.contains("\(folder)/\(event.name)")
  }

  /// Watches each folder, or watches it again after it was replaced.
  private func watchFolders() {
    #if os(Linux)
      guard descriptor >= 0 else { return }
      let wanted = Set(
        files.compactMap { file in file.lastIndex(of: "/").map { String(file[..<$0]) } })
      for folder in wanted.sorted() where !folders.values.contains(folder) {
        let watch = inotify_add_watch(descriptor, folder, FolderEvent.mask)
        if watch >= 0 { folders[watch] = folder }
      }
    #endif
  }
}

/// What tells one writing of a file from the next.
private struct FileState: Equatable {
  var seconds: Int
  var nanoseconds: Int
  var size: Int
  var node: UInt64

  /// - Returns: `nil` when there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
    size = Int(status.st_size)
    node = UInt64(status.st_ino)
  }
}
