#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a compiler calls itself.
struct CompilerVersion {
  private var compiler: String

  init(_ compiler: String) { self.compiler = compiler }

  /// "Swift 6.3.1".
  ///
  /// Asking takes a tenth of a second, a fifth of all that a student waits for; the answer is kept
  /// until the compiler's file changes.
  func text(remembering folder: CourseFolder?) throws -> String {
    let note = ".lesson/toolchain"
    let stamp = "\(compiler) \(FileAge.of(compiler))"
    if let lines = folder?.text(of: note)?.split(separator: "\n"), lines.count == 2,
      lines[0] == stamp
    {
      return String(lines[1])
    }
    let run = try Captured.run(compiler, ["--version"], limits: .compiler, seconds: 60)
    guard run.exit == .code(0),
      let line = run.output.split(separator: "\n").first(where: { $0.contains("Swift version") })
    else {
      throw MissingTool(
        what: "swiftc --version does not answer", remedy: "install Swift 6 from swift.org")
    }
    let version = Self.release(in: String(line))
    try? folder?.write("\(stamp)\n\(version)\n", to: note)
    return version
  }

  /// "Swift version 6.3.1 (swift-6.3.1-RELEASE)" → "Swift 6.3.1".
  static func release(in line: String) -> String {
    let words = line.split(separator: " ")
    guard let at = words.firstIndex(of: "version"), at + 1 < words.count else { return line }
    return "Swift \(words[at + 1])"
  }
}

/// When a file was last written: it changes when a program or module is built anew.
enum FileAge {
  /// Seconds since 1970 as text, links resolved; "0.0" where there is no such file.
  static func of(_ path: String) -> String {
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return "\((attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)"
  }
}
