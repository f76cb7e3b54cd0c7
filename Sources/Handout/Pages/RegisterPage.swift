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
        "Every term, section and exercise, in the order of the alphabet."
      }
  }

  /// One line of the index; a name that stands in several places has several links.
  private struct Line {
    var name: String
    var title: HTML
    var places: [(address: String, words: String)]
  }

  private var lines: [Line] {
    var lines: [String: Line] = [:]
    for entry in register.entries where entry.kind != .symbol && entry.kind != .lesson {
      let key = entry.title.lowercased()
      var line = lines[key] ?? Line(name: key, title: entry.titleHTML, places: [])
      // A term that its own section is named after is one entry.
      if !line.places.contains(where: { $0.address == entry.address }) {
        line.places.append((entry.address, entry.place.replacing("Lesson ", with: "")))
      }
      lines[key] = line
    }
    return lines.values.sorted { $0.name < $1.name }
  }

  private var text: HTML {
    let groups = Dictionary(grouping: lines) { $0.name.first.map(Self.initial) ?? "#" }
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
