import Lessons
import Report

/// The way on and back, at the foot of a lesson.
struct Pager {
  let site: CourseSite
  /// The page that it stands on.
  let path: String

  var html: HTML {
    let lessons = site.chapters.map(\.lesson)
    let index = lessons.firstIndex { SiteLinks.path(of: $0) == path }
    let before = index.flatMap { $0 > 0 ? lessons[$0 - 1] : nil }
    let after = index.flatMap { $0 + 1 < lessons.count ? lessons[$0 + 1] : nil }
    return tag("nav", ["class": "pager", "aria-label": "Lessons before and after"]) {
      before.map { link($0, "prev", "Previous", "Lesson \($0.number)") }
        ?? place("index.html", "prev", "Previous", "All lessons")
      after.map { link($0, "next", "Next", "Lesson \($0.number)") }
        ?? place("glossary.html", "next", "Next", "Symbols")
    }
  }

  private func link(_ lesson: Lesson, _ way: String, _ word: String, _ name: String) -> HTML {
    tag("a", ["class": way, "rel": way, "href": SiteLinks.path(of: lesson)]) {
      tag("span", ["class": "way"]) { "\(word): \(name)" }
      " "
      tag("span", ["class": "title"]) { lesson.title }
    }
  }

  private func place(_ target: String, _ way: String, _ word: String, _ name: String) -> HTML {
    tag("a", ["class": way, "rel": way, "href": target]) {
      tag("span", ["class": "way"]) { word }
      " "
      tag("span", ["class": "title"]) { name }
    }
  }
}
