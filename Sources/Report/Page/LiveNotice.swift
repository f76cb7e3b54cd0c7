/// What an author sees above a page that is served while it is written: what is going on, and what is
/// to mend.
public struct LiveNotice: Sendable, Equatable {
  /// "checking…", "nothing to mend".
  public var state: String
  /// `lessons/03-bptt.md:17: …`.
  public var findings: [String]

  public init(state: String, findings: [String] = []) {
    self.state = state
    self.findings = findings
  }

  var html: HTML {
    tag("aside", ["class": "live", "id": "live", "role": "status", "aria-label": "Check"]) {
      tag("p", ["class": "state"]) { state }
      if !findings.isEmpty {
        tag("ul") { for finding in findings { tag("li") { finding } } }
      }
    }
  }

  /// A page for a lesson that cannot be read at all.
  public func page(title: String) -> String {
    let page = tag("html", ["lang": "en"]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag("meta", ["http-equiv": "Content-Security-Policy", "content": ReportPage.livePolicy])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("title") { title }
        tag("style") { HTML(raw: Stylesheet.text + Stylesheet.live) }
        tag("script", ["src": "live.js", "defer": ""]) { HTML.empty }
      }
      tag("body") {
        html
        tag("main", ["id": "lesson"]) { tag("h1") { title } }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }
}
