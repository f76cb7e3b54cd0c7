import Report

/// The frame that all pages of the site share: head, bar, contents, footer.
struct SitePage {
  let site: CourseSite
  /// Its own place in the site: `03-bptt.html`.
  let path: String
  let title: String
  var language = "en"
  /// What the page is: its title and what stands with it.
  let head: HTML
  /// Beside the text on a wide screen, between head and text on a narrow one.
  var contents: HTML?
  let text: HTML
  var footer: HTML = .empty

  var html: String {
    let page = tag("html", ["lang": language, "class": "course-site"]) {
      documentHead
      tag("body", ["class": "site"]) {
        tag("a", ["class": "skip", "href": "#content"]) { "Skip to the content" }
        bar
        tag("main", ["id": "content"]) {
          tag("div", ["class": "head"]) { head }
          contents
          tag("div", ["class": "text"]) { text }
        }
        tag("footer") { footer + colophon }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  private var documentHead: HTML {
    tag("head") {
      tag("meta", ["charset": "utf-8"])
      tag("meta", ["http-equiv": "Content-Security-Policy", "content": SearchScript.policy])
      tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      tag("meta", ["name": "color-scheme", "content": "light dark"])
      // A search engine that has found the solutions has found the students' way to them.
      if site.edition != .student { tag("meta", ["name": "robots", "content": "noindex"]) }
      tag("title") { path == "index.html" ? site.title : "\(title) – \(site.title)" }
      tag("style") { HTML(raw: Stylesheet.text + SiteStylesheet.text) }
      tag("script") { HTML(raw: SearchScript.loader) }
    }
  }

  private var bar: HTML {
    tag("header", ["class": "bar"]) {
      tag("p", ["class": "course"]) {
        tag("a", ["href": "index.html"]) { site.title }
        " "
        tag("span", ["class": "edition"]) { site.edition.name }
      }
      tag("nav", ["class": "places", "aria-label": "Course"]) {
        tag("ul") {
          place("index.html", "Lessons")
          place("glossary.html", "Symbols")
          place("search.html", "Index")
        }
      }
      tag("form", ["class": "search", "role": "search", "action": "search.html"]) {
        tag("label", ["class": "hidden", "for": "search"]) { "Search the course" }
        tag(
          "input",
          [
            "type": "search", "id": "search", "name": "q", "autocomplete": "off",
            "spellcheck": "false",
          ])
        tag("button", ["type": "submit"]) { "Search" }
      }
    }
  }

  private func place(_ target: String, _ name: String) -> HTML {
    tag("li") {
      tag("a", ["href": target, "aria-current": target == path ? "page" : nil]) { name }
    }
  }

  private var colophon: HTML {
    tag("p") { "\(site.title) · \(site.edition.name)" }
  }
}
