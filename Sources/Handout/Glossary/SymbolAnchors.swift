import Lessons
import Report

/// The ids of the rows on the page of symbols.
struct SymbolAnchors {
  /// By the entry's line in the glossary's file.
  private var anchors: [Int: String] = [:]

  /// - Parameter entries: those that the page shows, in its order.
  init(_ entries: [Glossary.Entry]) {
    var unique = Anchors(reserved: ["content", "search"])
    for entry in entries {
      anchors[entry.line] = unique.unique("symbol-\(idPart(plainFormula(entry.symbol)))")
    }
  }

  func anchor(of entry: Glossary.Entry) -> String { anchors[entry.line] ?? "content" }

  /// For a link from another page.
  func address(of entry: Glossary.Entry) -> String { "glossary.html#\(anchor(of: entry))" }
}
