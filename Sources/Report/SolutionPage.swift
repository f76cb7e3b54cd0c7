/// A student's solution and the model answer side by side, as one HTML page that needs nothing else.
///
/// Like a report: no script, no network, the same values give the same bytes.
public struct SolutionPage: Sendable {
  /// A piece of code and where it stands.
  public struct Code: Sendable {
    public var text: String
    /// `Exercises/03-BPTT.swift:42`.
    public var place: String

    public init(_ text: String, place: String) {
      self.text = text
      self.place = place
    }
  }

  /// Seconds, already as words, and bars as shares of the longer one.
  public struct Speed: Sendable {
    public var student: String
    public var reference: String
    /// 0…1.
    public var studentShare: Double
    public var referenceShare: Double
    /// "Yours takes 1.3 times as long …".
    public var sentence: String

    public init(
      student: String, reference: String, studentShare: Double, referenceShare: Double,
      sentence: String
    ) {
      self.student = student
      self.reference = reference
      self.studentShare = studentShare
      self.referenceShare = referenceShare
      self.sentence = sentence
    }
  }

  public var id: String
  public var title: String
  /// "03 Backpropagation through time".
  public var lesson: String
  public var own: Code
  public var answer: [Code]
  /// What the model answer is built on that no exercise asks for.
  public var foundations: [Code]
  public var speed: Speed?
  /// Why there is no comparison of speed.
  public var note: String?

  public init(
    id: String, title: String, lesson: String, own: Code, answer: [Code], foundations: [Code] = [],
    speed: Speed? = nil, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.lesson = lesson
    self.own = own
    self.answer = answer
    self.foundations = foundations
    self.speed = speed
    self.note = note
  }
}

extension SolutionPage {
  /// The whole page, UTF-8 when written.
  public var html: String {
    let page = tag("html", ["lang": "en"]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ])
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("title") { "\(id) \(title): yours and the model answer" }
        tag("style") { HTML(raw: Stylesheet.text + Self.style) }
      }
      tag("body", ["class": "solution-page"]) {
        tag("header", ["class": "head"]) {
          tag("p", ["class": "kicker"]) { lesson }
          tag("h1") { "\(id) \(title)" }
          tag("p", ["class": "goal"]) {
            "It passes. Here is yours beside the model answer; there are many right ones."
          }
        }
        tag("main") {
          speedHTML
          tag("div", ["class": "pair"]) {
            side("Yours", [own])
            side("The model answer", answer)
          }
          if !foundations.isEmpty {
            tag("section", ["class": "foundations"]) {
              tag("h2") { "What the model answer is built on" }
              tag("p") { "No exercise asks for these." }
              foundations.map(code)
            }
          }
        }
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  private func side(_ title: String, _ codes: [Code]) -> HTML {
    tag("section", ["class": "side"]) {
      tag("h2") { title }
      codes.map(code)
    }
  }

  private func code(_ code: Code) -> HTML {
    tag("div", ["class": "solution"]) {
      tag("p", ["class": "place"]) { tag("code") { code.place } }
      swiftCode(code.text)
    }
  }

  private var speedHTML: HTML? {
    if let note { return tag("p", ["class": "speed-note"]) { note } }
    guard let speed else { return nil }
    return tag("section", ["class": "speed", "aria-labelledby": "speed"]) {
      tag("h2", ["id": "speed"]) { "Speed" }
      tag("p") { speed.sentence }
      tag("dl") {
        bar("Yours", speed.student, speed.studentShare, "own")
        bar("Model answer", speed.reference, speed.referenceShare, "model")
      }
    }
  }

  private func bar(_ name: String, _ time: String, _ share: Double, _ kind: String) -> HTML {
    let width = (min(1, max(0.005, share.isFinite ? share : 0)) * 1000).rounded() / 10
    return tag("div") {
      tag("dt") { name }
      tag("dd") {
        tag("span", ["class": "bar \(kind)", "style": "width: \(numberText(width))%"]) {
          HTML.empty
        }
        tag("span", ["class": "time"]) { time }
      }
    }
  }

  /// Two columns as soon as both hold a line of code, and the page as wide as they need.
  private static let style = """
    body.solution-page { display: block; }
    .solution-page .head, .solution-page main { width: min(84rem, 100% - 2.5rem); margin-left: auto; margin-right: auto; }
    .solution-page main { padding-bottom: 4rem; }
    .solution-page h2 { font-size: 1.15rem; margin: 2rem 0 0.6rem; }
    .pair { display: grid; gap: 0 2rem; grid-template-columns: minmax(0, 1fr); }
    .side { min-width: 0; }
    .solution-page pre.code { font-size: 0.84rem; min-width: 0; width: auto; max-width: 100%; }
    .place { margin: 0.6rem 0 0.2rem; font-size: 0.85rem; color: var(--soft); overflow-wrap: anywhere; }
    .speed dl { margin: 0.8rem 0; } .speed dl > div { display: grid; grid-template-columns: 8rem 1fr; align-items: center; margin: 0.35rem 0; }
    .speed dt { color: var(--soft); font-size: 0.92rem; } .speed dd { margin: 0; display: flex; align-items: center; gap: 0.6rem; }
    .speed .bar { display: block; height: 0.9rem; border-radius: 2px; flex: 0 1 auto; max-width: calc(100% - 6rem); }
    .speed .bar.own { background: var(--c0); } .speed .bar.model { background: var(--soft); }
    .speed .time { white-space: nowrap; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
    .speed-note { color: var(--soft); }
    @media screen and (min-width: 68rem) { .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
    @media print { .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }

    """
}
