public import Checking
public import Lessons
import Report

/// The matrices of a lesson's exercises as one HTML page for its author: no script, nothing fetched.
public struct MutantPage: Sendable {
  public var lesson: Lesson
  public var matrices: [MutantMatrix]

  public init(lesson: Lesson, matrices: [MutantMatrix]) {
    self.lesson = lesson
    self.matrices = matrices
  }

  /// The whole page, UTF-8 when written.
  public var html: String {
    let title = "\(lesson.number) \(lesson.title): which check kills what"
    let page = tag("html", ["lang": "en"]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("title") { title }
        tag("style") { HTML(raw: Stylesheet.text + Stylesheet.mutants) }
      }
      tag("body", ["class": "mutants"]) {
        tag("a", ["class": "skip", "href": "#matrices"]) { "Skip to the matrices" }
        tag("header", ["class": "head"]) {
          tag("p", ["class": "kicker"]) { "For authors · \(lesson.file)" }
          tag("h1") { title }
          tag("p", ["class": "goal"]) {
            "Each row is a misconception of the catalogue, each column a check; a cell says where the "
            "check sees the mistake for the first time."
          }
          key
          contents
        }
        tag("main", ["id": "matrices"]) {
          for matrix in matrices { MutantTable(matrix: matrix).html }
        }
        tag("footer") {
          tag("p") {
            "Seeds \(matrices.first?.seeds.map(String.init).joined(separator: ", ") ?? "none"); "
            "the diagnosis is asked for the first."
          }
        }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  private var key: HTML {
    tag("ul", ["class": "key"]) {
      tag("li") {
        tag("span", ["class": "killed"]) { "dV" }
        " killed for every seed, first seen in dV"
      }
      tag("li") {
        tag("span", ["class": "lucky"]) { "dV 4/5" }
        " killed for four seeds of five: luck"
      }
      tag("li") {
        tag("span", ["class": "lived"]) { "–" }
        " lived"
      }
      tag("li") { "C a challenge, P a property" }
    }
  }

  private var contents: HTML {
    tag("nav", ["aria-label": "Exercises"]) {
      tag("ul", ["class": "exercises"]) {
        for matrix in matrices {
          tag("li") {
            tag("a", ["href": "#\(MutantTable(matrix: matrix).anchor)"]) {
              "\(matrix.exercise) \(matrix.title)"
            }
            ": \(matrix.words)"
          }
        }
      }
    }
  }
}

extension MutantMatrix {
  /// "34 misconceptions, all die; 2 by a single check".
  public var words: String {
    var words = rows.count == 1 ? "1 misconception" : "\(rows.count) misconceptions"
    words += survivors.isEmpty ? ", all die" : ", \(survivors.count) of them alive"
    let weak = rows.count(where: isWeaklyKilled)
    if weak > 0 { words += "; \(weak) by no more than one check" }
    let idle = idleColumns.count
    if idle > 0 { words += "; \(idle) of \(columns.count) checks idle" }
    let unnamed = rows.count { $0.naming != .named && $0.naming != .nothingFailed }
    if unnamed > 0 { words += "; \(unnamed) not named" }
    return words
  }
}
