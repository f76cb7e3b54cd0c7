public import CommonMark
public import Lessons
public import Transcripts

/// A course as a static site: pages that a browser opens from a folder, without a server or a network.
///
/// The same values give the same files, byte for byte.
public struct CourseSite: Sendable {
  /// "RNNs and LSTMs from scratch".
  public var title: String
  /// What stands on the first page before the list of lessons.
  public var introduction: [Block]
  public var edition: Edition
  /// The lessons in their order.
  public var chapters: [Chapter]
  public var glossary: Glossary
  /// Whether each page has a PDF of its name beside it.
  public var hasPDF: Bool

  /// One lesson, run on the model answers.
  public struct Chapter: Sendable {
    public var lesson: Lesson
    public var transcript: Transcript
    /// Titles and points of the lesson's exercises, by id.
    public var exercises: [String: ExerciseHeading]

    public init(
      lesson: Lesson, transcript: Transcript, exercises: [String: ExerciseHeading]
    ) {
      self.lesson = lesson
      self.transcript = transcript
      self.exercises = exercises
    }
  }

  /// What an exercise is called, and what it is worth.
  public struct ExerciseHeading: Sendable, Equatable {
    public var title: String
    public var points: Int

    public init(title: String, points: Int) {
      self.title = title
      self.points = points
    }
  }

  public init(
    title: String, introduction: [Block] = [], edition: Edition, chapters: [Chapter],
    glossary: Glossary, hasPDF: Bool = false
  ) {
    self.title = title
    self.introduction = introduction
    self.edition = edition
    self.chapters = chapters
    self.glossary = glossary
    self.hasPDF = hasPDF
  }
}

extension CourseSite {
  /// Every file of the site: its path below the site's folder, and its text.
  public var files: [String: String] {
    let links = SiteLinks(chapters.map(\.lesson))
    let pages = chapters.mapAtOnce { LessonPage(site: self, chapter: $0, links: links) }
    let register = Register(site: self, pages: pages, links: links)
    var files = [
      "index.html": IndexPage(site: self, links: links).html,
      "glossary.html": GlossaryPage(site: self, pages: pages, links: links).html,
      "search.html": RegisterPage(site: self, register: register).html,
      "search.js": SearchScript.text,
      "search-index.js": register.script,
    ]
    for (page, html) in zip(pages, pages.mapAtOnce(\.html)) { files[page.path] = html }
    return files
  }

  /// The symbols that its lessons bring.
  var symbols: [Glossary.Entry] {
    let numbers = Set(chapters.map(\.lesson.number))
    return glossary.entries.filter { numbers.contains($0.lesson) }
  }

  /// The pages that are worth printing, in the order in which they are read.
  public var printedPages: [String] {
    chapters.map { SiteLinks.path(of: $0.lesson) } + ["glossary.html"]
  }
}
