import CommonMark
import Lessons
import Report

/// The first page: what the course is, and its lessons.
struct IndexPage {
  let site: CourseSite
  let links: SiteLinks

  var html: String {
    SitePage(
      site: site, path: "index.html", title: site.title,
      language: site.chapters.first?.lesson.frontMatter.language ?? "en", head: head, text: text
    ).html
  }

  private var head: HTML {
    tag("p", ["class": "kicker"]) { site.edition.name }
      + tag("h1") { site.title }
  }

  private var text: HTML {
    var prose = ProseRenderer(anchors: Anchors(reserved: ["content", "lessons", "search"]))
    prose.hasPermalinks = true
    return prose.html(site.introduction.map { links.linking($0, on: "index.html") })
      + tag("section", ["aria-labelledby": "lessons"]) {
        tag("h2", ["id": "lessons"]) { "Lessons" }
        tag("ol", ["class": "lessons"]) {
          for chapter in site.chapters { item(chapter) }
        }
      }
  }

  private func item(_ chapter: CourseSite.Chapter) -> HTML {
    let lesson = chapter.lesson
    let points = lesson.exercises.compactMap { chapter.exercises[$0.id]?.points }.reduce(0, +)
    return tag("li") {
      tag("span", ["class": "id", "aria-hidden": "true"]) { lesson.number }
      tag("div") {
        tag("h3") {
          tag("a", ["href": SiteLinks.path(of: lesson)]) { lesson.title }
        }
        tag("p") { lesson.frontMatter.goal }
        if !lesson.exercises.isEmpty {
          tag("p", ["class": "note"]) {
            counted(lesson.exercises.count, "exercise") + ", " + counted(points, "point")
          }
        }
      }
    }
  }
}
