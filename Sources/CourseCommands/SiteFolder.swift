import ArgumentParser
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of a site: it holds what this program wrote, and nothing that an earlier run left behind.
///
/// An instructor edition may have been written to it before; no page of it must stay beside the students'.
struct SiteFolder {
  private let root: String
  private let shownPath: String
  /// What the last run wrote, by name, one in a line.
  private static let manifest = ".handout"

  /// - Throws: a usage error when the folder holds other things than a site.
  init(_ root: String, shownAs shownPath: String) throws {
    self.root = root
    self.shownPath = shownPath
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    if !names.isEmpty, !names.contains(Self.manifest) {
      throw ValidationError(
        "'\(shownPath)' holds other files, and would become a site; name a new or an empty folder")
    }
  }

  private var written: [String] {
    let data = FileManager.default.contents(atPath: root + "/" + Self.manifest)
    return data.map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").map(String.init) ?? []
  }

  /// Writes the files, and removes what the last run wrote and this one does not.
  func write(_ files: [String: String]) throws {
    let old = Set(written).subtracting(files.keys)
    // A name with a slash is none of ours.
    for name in old where !name.contains("/") {
      try? FileManager.default.removeItem(atPath: root + "/" + name)
    }
    do {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
      try note(files.keys.sorted())
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: root + "/" + name), options: .atomic)
      }
    } catch {
      throw MissingTool(
        what: "the site cannot be written to '\(shownPath)'",
        remedy: "is it a file, or not yours to write? Name another folder: --output DIR")
    }
  }

  /// Prints one of its pages to a PDF of the same name.
  func print(_ page: String, by printer: PDFPrinter) throws {
    let name = page.replacing(".html", with: ".pdf")
    try note(written + [name])
    try printer.print(root + "/" + page, to: root + "/" + name)
  }

  private func note(_ names: [String]) throws {
    try Data((names.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: root + "/" + Self.manifest), options: .atomic)
  }
}
