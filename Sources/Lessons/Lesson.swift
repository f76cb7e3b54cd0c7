public import CommonMark

/// One lesson, read and found sound: front matter, prose, cells and exercise slots in order.
public struct Lesson: Sendable, Equatable {
  /// `"03"`, from the file's name.
  public var number: String
  /// `"bptt"`, from the file's name.
  public var slug: String
  /// As messages and `#sourceLocation` name it: `lessons/03-bptt.md`.
  public var file: String
  public var frontMatter: FrontMatter
  public var elements: [Element]

  /// A piece of a lesson.
  public enum Element: Sendable, Equatable {
    case prose(Block)
    case cell(Cell)
    case exercise(ExerciseSlot)
  }
}

extension Lesson {
  public var title: String { frontMatter.title }

  public var cells: [Cell] {
    elements.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  public var exercises: [ExerciseSlot] {
    elements.compactMap { if case .exercise(let slot) = $0 { slot } else { nil } }
  }
}

/// What stands between the `---` lines at the top of a lesson.
public struct FrontMatter: Sendable, Equatable {
  public var title: String
  /// One sentence: what the reader can do afterwards.
  public var goal: String
  /// The file in Exercises/ that holds this lesson's exercises: `03-BPTT.swift`.
  public var exercises: String?
  /// Numbers of the lessons whose exercise files this one builds on.
  public var uses: [String]
  /// A library that the lesson's programs are linked with: `Torch`.
  public var framework: String?
  /// Numbers of the prose that no cell computes, and who answers for each: a paper, or a test.
  public var held: [String: String]
  /// The language of the prose, for hyphenation and screen readers.
  public var language: String

  public init(
    title: String, goal: String = "", exercises: String? = nil, uses: [String] = [],
    framework: String? = nil, held: [String: String] = [:], language: String = "en"
  ) {
    self.title = title
    self.goal = goal
    self.exercises = exercises
    self.uses = uses
    self.framework = framework
    self.held = held
    self.language = language
  }
}

/// A fence that runs.
public struct Cell: Sendable, Equatable {
  /// Unique within the lesson.
  public var label: String
  public var options: CellOptions
  /// The code below the option lines.
  public var code: String
  /// The lesson's line on which `code` begins, 1-based.
  public var line: Int
}

/// Quarto's names, as `//| key: value` lines at the top of a cell.
public struct CellOptions: Sendable, Equatable {
  /// Exercises that must pass before the cell unlocks.
  public var needs: [String] = []
  /// Whether the page shows the code.
  public var echo = true
  /// Whether the cell runs.
  public var eval = true
  /// `false` runs the cell and shows nothing of it.
  public var include = true
  /// Whether the page shows what the cell printed and drew.
  public var output = true
  /// The cell must fail to compile, throw or trap; the page shows how.
  public var error = false
  /// One for each figure in order; a single one is for a single figure.
  public var figureCaptions: [String] = []
  public var figureAlternative: String?

  public init() {}
}

/// The place of one exercise: its contract and starter stand in the lesson, and
/// `Exercises/` is made from them.
public struct ExerciseSlot: Sendable, Equatable {
  /// `"03.1"`.
  public var id: String
  /// Exercises that must pass before this one can be checked.
  public var needs: [String]
  /// Doc comment and body, ending in `throw NotImplemented("03.1")`.
  public var starter: String
  /// The lesson's line on which `starter` begins, 1-based.
  public var line: Int

  public init(id: String, needs: [String], starter: String, line: Int) {
    self.id = id
    self.needs = needs
    self.starter = starter
    self.line = line
  }
}
