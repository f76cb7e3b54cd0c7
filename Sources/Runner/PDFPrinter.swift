#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A headless Chromium that prints pages.
public struct PDFPrinter: Sendable {
  private let program: String
  /// Its profile, so that the user's own is not touched.
  private let profile: String

  /// The names under which systems install it.
  static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// Finds a browser on PATH.
  ///
  /// - Parameter folder: the course, in whose state the browser keeps its profile.
  /// - Throws: ``MissingTool`` with what to install.
  public static func find(for folder: CourseFolder) throws -> PDFPrinter {
    guard let program = names.lazy.compactMap(Executable.find).first else {
      throw MissingTool(
        what:
          "a PDF is printed by Chromium, and none of \(names.joined(separator: ", ")) is on PATH",
        remedy:
          "install it (Debian and Ubuntu: sudo apt-get install chromium), or leave out --pdf and "
          + "print from any browser")
    }
    return PDFPrinter(program: program, profile: folder.state + "/browser")
  }

  /// Prints a page.
  ///
  /// - Parameters:
  ///   - page: the path of an HTML file.
  ///   - pdf: the path of the PDF; a file of that name is replaced.
  /// - Throws: ``MissingTool`` when the browser does not print.
  public func print(_ page: String, to pdf: String) throws {
    try? FileManager.default.removeItem(atPath: pdf)
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--generate-pdf-document-outline",
      "--print-to-pdf=\(pdf)",
    ]
    // Chromium does not start its sandbox for root, and refuses to run without being told so. The page is
    // our own, and its policy lets nothing in it run or be fetched but the search.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    // A browser reserves far more addresses than there is memory.
    let limits = ProcessLimits(cpu: 300, memory: 1 << 60, output: 16 << 20, tasks: 4096)
    let run = try Captured.run(
      program, arguments + [URL(filePath: page).absoluteString], limits: limits, seconds: 120)
    try? FileManager.default.removeItem(atPath: profile)
    guard run.exit == .code(0), access(pdf, R_OK) == 0 else {
      let words = run.error.split(separator: "\n").last.map(String.init) ?? "it said nothing"
      throw MissingTool(
        what: "\(program) did not print \(page): \(words)",
        remedy: "print the page from a browser, or run again without --pdf")
    }
  }
}
