import Report

/// The index: terms, sections and exercises by the alphabet, and the place where the search shows what it
/// found.
struct RegisterPage {
  let site: CourseSite
  let register: Register

  var html: String {
    SitePage(site: site, path: "search.html", title: "Index", head: head, text: text).html
  }

  private var head: HTML {
    tag("p", ["class": "kicker"]) { "Reference" }
      + tag("h1") { "Index" }
      + tag("p", ["class": "goal"]) {
        "Terms, sections and exercises, in the order of the alphabet."
      }
  }

  /// One line of the index; a name that stands in several places has several links.
  private struct Line {
    var name: String
    /// What it is filed under: its name without an article.
    var key: String
    var title: HTML
    var places: [(address: String, words: String)]
  }

  private var lines: [Line] {
    var lines: [String: Line] = [:]
    for entry in register.entries where entry.kind != .symbol && entry.kind != .lesson {
      let name = entry.title.lowercased()
      var line =
        lines[name] ?? Line(name: name, key: Self.key(name), title: entry.titleHTML, places: [])
      let place = entry.place.replacing("Lesson ", with: "")
      // One place in a lesson is enough: where a term first stands, or the section of its name.
      if !line.places.contains(where: { $0.words == place }) {
        line.places.append((entry.address, place))
      }
      lines[name] = line
    }
    return lines.values.filter { !isRefrain($0) }.sorted { $0.key < $1.key }
  }

  /// Whether most lessons have such a section, as they have a summary: nobody looks for it here.
  private func isRefrain(_ line: Line) -> Bool {
    line.places.count > 2 && line.places.count * 3 > site.chapters.count * 2
  }

  private static func key(_ name: String) -> String {
    for article in ["the ", "a ", "an "] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return name
  }

  private var text: HTML {
    let groups = Dictionary(grouping: lines) { $0.key.first.map(Self.initial) ?? "#" }
    return tag("div", ["class": "register"]) {
      for letter in groups.keys.sorted(by: Self.precedes) {
        tag("section", ["aria-labelledby": "letter-\(Self.anchor(letter))"]) {
          tag("h2", ["id": "letter-\(Self.anchor(letter))"]) { letter }
          tag("ul") {
            for line in groups[letter] ?? [] { item(line) }
          }
        }
      }
    }
  }

  private func item(_ line: Line) -> HTML {
    tag("li") {
      if line.places.count == 1 {
        tag("a", ["href": line.places[0].address]) { line.title }
      } else {
        line.title
        for place in line.places {
          " "
          tag("a", ["href": place.address, "aria-label": "\(line.name), lesson \(place.words)"]) {
            place.words
          }
        }
      }
    }
  }

  /// Exercises begin with their number; they stand together.
  private static func initial(_ character: Character) -> String {
    character.isLetter ? character.uppercased() : "Exercises"
  }

  private static func anchor(_ letter: String) -> String { letter.lowercased() }

  /// Exercises come last.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.count == b.count ? a < b : a.count < b.count
  }
}
