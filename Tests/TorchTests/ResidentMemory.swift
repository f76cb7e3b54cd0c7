import Foundation

/// The memory of this process that is not swapped out, in bytes.
enum ResidentMemory {
  /// Growth that is no leak: 4 MB, an allocator's arenas, where 100,000 lost tensors take 20 MB.
  static let tolerated = 4 << 20

  static func now() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text.split(separator: " ").compactMap { Int($0) }
    return pages[1] * sysconf(Int32(_SC_PAGESIZE))
  }
}
