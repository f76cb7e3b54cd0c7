/// Hands out ids, each once: `the-backward-pass`, `the-backward-pass-2`.
package struct Anchors {
  private var taken: Set<String>

  package init(reserved: Set<String> = []) { taken = reserved }

  /// An id for a heading: its words in lower case.
  package mutating func anchor(for heading: String) -> String {
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }
    return unique(words.isEmpty ? "section" : words.prefix(12).joined(separator: "-"))
  }

  package mutating func unique(_ wish: String) -> String {
    var candidate = wish
    var count = 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(wish)-\(count)"
    }
    return candidate
  }
}

/// `name` as part of an id: white space, which an id may not have, and signs become dashes.
package func idPart(_ name: String) -> String {
  String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
}

package func exerciseAnchor(_ id: String) -> String { "exercise-\(idPart(id))" }
