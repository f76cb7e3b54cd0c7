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
/// What somebody else put into it stays as it is.
struct SiteFolder {
  private let root: String
  private let shownPath: String
  /// What the last run wrote, by name, one in a line.
  private static let manifest = ".handout"

  /// Makes the folder if there is none, so that what cannot be written is known before anything runs.
  ///
  /// - Throws: a usage error when the path is a file's, or the folder holds other things than a site;
  ///   ``MissingTool`` when it cannot be made.
  init(_ root: String, shownAs shownPath: String) throws {
    self.root = root
    self.shownPath = shownPath
    let files = FileManager.default
    var isFolder = false
    if files.fileExists(atPath: root, isDirectory: &isFolder), !isFolder {
      throw ValidationError("'\(shownPath)' is a file; name a folder for the site")
    }
    do {
      try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    } catch {
      throw Self.unwritable(shownPath)
    }
    guard files.isWritableFile(atPath: root) else { throw Self.unwritable(shownPath) }
    let names = (try? files.contentsOfDirectory(atPath: root)) ?? []
    if !names.isEmpty, !names.contains(Self.manifest) {
      throw ValidationError(
        "'\(shownPath)' holds other files, and would become a site; name a new or an empty folder")
    }
  }

  private static func unwritable(_ path: String) -> MissingTool {
    MissingTool(
      what: "the site cannot be written to '\(path)'",
      remedy: "is the folder yours to write, and is there room? Name another one: --output DIR")
  }

  private var written: [String] {
    let data = FileManager.default.contents(atPath: root + "/" + Self.manifest)
    return data.map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").map(String.init).filter(Self.couldBeOurs) ?? []
  }

  /// The list is a file that anybody may have edited: nothing outside the folder is named by it, and no
  /// folder.
  private static func couldBeOurs(_ name: String) -> Bool {
    !name.contains("/") && [".html", ".js", ".pdf"].contains { name.hasSuffix($0) }
  }

  /// Writes the files, and removes what the last run wrote and this one does not.
  ///
  /// - Throws: a usage error when one of the files would take the place of somebody else's.
  func write(_ files: [String: String]) throws {
    let old = Set(written)
    let foreign = files.keys.sorted().first {
      !old.contains($0) && FileManager.default.fileExists(atPath: root + "/" + $0)
    }
    if let foreign {
      throw ValidationError(
        "'\(shownPath)/\(foreign)' is not of an earlier run, and would be overwritten; move it away"
      )
    }
    do {
      try note(old.union(files.keys))
      for name in old.subtracting(files.keys) {
        try remove(name)
      }
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: root + "/" + name), options: .atomic)
      }
      try note(Set(files.keys))
    } catch {
      throw Self.unwritable(shownPath)
    }
  }

  private func remove(_ name: String) throws {
    let path = root + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
  }

  /// Prints one of its pages to a PDF of the same name.
  func print(_ page: String, by printer: PDFPrinter) throws {
    let name = page.replacing(".html", with: ".pdf")
    if !written.contains(name), FileManager.default.fileExists(atPath: root + "/" + name) {
      throw ValidationError(
        "'\(shownPath)/\(name)' is not of an earlier run, and would be overwritten; move it away")
    }
    try note(Set(written + [name]))
    try printer.print(root + "/" + page, to: root + "/" + name)
  }

  private func note(_ names: Set<String>) throws {
    try Data((names.sorted().joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: root + "/" + Self.manifest), options: .atomic)
  }
}
