import Lessons

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The names that a course's modules offer to students, read from their sources where these are at hand:
/// what a misspelt name may have been meant to be.
enum DeclaredNames {
  /// - Complexity: reads some dozen files; asked for only when something does not compile.
  static func all(
    of modules: [String], in folder: CourseFolder, toolchain: Toolchain
  ) -> [String] {
    var names: Set<String> = ["print", "exp", "log", "sqrt", "pow", "abs", "min", "max", "zip"]
    for root in [folder.root, package(of: toolchain)] {
      for module in modules {
        let place = "\(root)/Sources/\(module)"
        for file in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        where file.hasSuffix(".swift") {
          let text = FileManager.default.contents(atPath: "\(place)/\(file)") ?? Data()
          names.formUnion(declared(in: String(decoding: text, as: UTF8.self)))
        }
      }
    }
    return names.sorted()
  }

  static func declared(in text: String) -> Set<String> {
    var names: Set<String> = []
    for line in text.split(separator: "\n") where line.contains("public ") {
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      for (word, next) in zip(words, words.dropFirst())
      where ["func", "var", "let", "struct", "enum", "class", "protocol", "typealias"].contains(
        word)
      {
        if next.first?.isLetter == true { names.insert(String(next)) }
      }
    }
    return names
  }

  /// The folder above the build that holds a Package.swift, wherever in it `--scratch-path` put the build.
  private static func package(of toolchain: Toolchain) -> String {
    var parts = toolchain.products.split(separator: "/", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      parts.removeLast()
      let folder = parts.joined(separator: "/")
      if FileManager.default.fileExists(atPath: "\(folder)/Package.swift") { return folder }
    }
    return ""
  }
}
