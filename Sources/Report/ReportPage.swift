import CommonMark
public import Lessons
public import Transcripts

/// A lesson and what became of it, as one HTML page that needs nothing else.
///
/// No script, no network, no file beside it; the same values give the same bytes.
public struct ReportPage: Sendable {
  public var lesson: Lesson
  public var transcript: Transcript
  /// The same cells on the model answers.
  ///
  /// Its curves are drawn beneath the student's, and only where
  /// the student has a figure: a locked cell stays locked.
  public var reference: Transcript?
  /// Titles of exercises by id, for those of which the transcript says nothing.
  public var titles: [String: String]
  /// Exercises of other lessons that pass, for the next step; `nil` takes them to.
  public var passedElsewhere: Set<String>?
  /// The program that runs the lessons, as `swift run` names it.
  public var tool: String
  /// Of a page that is served while its author writes; `nil` for a report.
  public var live: LiveNotice?

  public init(
    lesson: Lesson, transcript: Transcript, reference: Transcript? = nil,
    titles: [String: String] = [:], tool: String = "lesson",
    passedElsewhere: Set<String>? = nil, live: LiveNotice? = nil
  ) {
    self.lesson = lesson
    self.transcript = transcript
    self.reference = reference
    self.titles = titles
    self.passedElsewhere = passedElsewhere
    self.tool = tool
    self.live = live
  }
}

extension ReportPage {
  /// The whole page, UTF-8 when written.
  public var html: String {
    let body = bodyParts
    let page = tag("html", ["lang": lesson.frontMatter.language]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": live == nil ? Self.policy : Self.livePolicy,
          ])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("title") { "\(lesson.number) \(lesson.title)" }
        tag("style") { HTML(raw: Stylesheet.text + (live == nil ? "" : Stylesheet.live)) }
        if live != nil { tag("script", ["src": "live.js", "defer": ""]) { HTML.empty } }
      }
      tag("body") {
        tag("a", ["class": "skip", "href": "#lesson"]) { "Skip to the lesson" }
        live?.html
        Summary(
          lesson: lesson, transcript: transcript, titles: titles, passedElsewhere: passedElsewhere,
          tool: tool
        ).html
        contents(body.contents)
        tag("main", ["id": "lesson"]) { body.html }
        footer
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  /// Nothing may be fetched and nothing may run; what a student printed could not, even unescaped.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// The one script is the server's own, and it may ask this server only.
  static let livePolicy = policy + "; script-src 'self'; connect-src 'self'"

  private var bodyParts: (html: HTML, contents: [ProseRenderer.Entry]) {
    let exercises = Set(lesson.exercises.map(\.id))
    var prose = ProseRenderer(anchors: Anchors(reserved: Self.reservedAnchors(of: lesson)))
    var html = HTML.empty
    for element in lesson.elements {
      switch element {
      case .prose(let block): html += prose.html(block)
      case .cell(let cell):
        let renderer = CellRenderer(
          cell: cell, result: transcript.cell(cell.label), reference: referenceCell(cell.label),
          exercises: exercises)
        html += renderer.html ?? .empty
      case .exercise(let slot):
        html +=
          ExerciseRenderer(
            slot: slot, result: transcript.exercise(slot.id), title: titles[slot.id] ?? "",
            lesson: lesson, exercises: exercises, tool: tool
          ).html
        // The card's own heading is an h3.
        prose.level = 3
      }
    }
    return (html, prose.contents)
  }

  private func referenceCell(_ label: String) -> CellResult? {
    transcript.subject == .student ? reference?.cell(label) : nil
  }

  private func contents(_ headings: [ProseRenderer.Entry]) -> HTML? {
    let entries = headings.filter { $0.level == 2 }
    guard entries.count > 1 else { return nil }
    return tag("nav", ["class": "contents", "aria-labelledby": "contents"]) {
      tag("h2", ["id": "contents"]) { "Contents" }
      tag("ol") {
        for entry in entries {
          tag("li") { tag("a", ["href": "#\(entry.anchor)"]) { entry.title } }
        }
      }
    }
  }

  private var footer: HTML {
    tag("footer") {
      tag("p") {
        "Made from "
        tag("code") { lesson.file }
        " with \(transcript.toolchain); the challenges’ seed is \(String(transcript.seed))."
      }
    }
  }
}
