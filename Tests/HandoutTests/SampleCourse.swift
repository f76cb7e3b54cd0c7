import CommonMark
import Lessons
import Transcripts

@testable import Handout

/// A course of two lessons on words, with everything that a site shows of a course.
enum SampleCourse {
  static let firstLesson = """
    ---
    title: Counting words
    exercises: 01-Words.swift
    goal: You can count.
    ---

    ## The count

    *How many words are there?* The **count** $`c`$ is one number; lesson 02 sorts what exercise 01.1
    counts.

    ```swift
    //| label: words
    //| fig-cap: "The words"
    print("words:", 3)
    ```

    ```swift
    //| exercise: 01.1
    /// The number of words.
    ///
    /// - Returns: 0 for none.
    func count(_ words: [String]) throws -> Int {
      // TODO: Count them.
      let alreadyGivenToEverybody = words.isEmpty
      throw NotImplemented("01.1")
    }
    ```

    ### What follows

    See [the second](02-sorting.md#the-order) and [this](#the-count).

    """

  static let secondLesson = """
    ---
    title: Sorting words
    exercises: 02-Sorting.swift
    uses: ["01"]
    ---

    ## The order

    Back to lesson 01. Nobody wrote lesson 03. A weight $`w_t`$ comes in.

    ```swift
    //| exercise: 02.1
    //| needs: [01.1]
    func sort(_ words: [String]) throws -> [String] {
      throw NotImplemented("02.1")
    }
    ```

    """

  static let answers = """
    /// 01.1 – counts.
    public func count(_ words: [String]) throws -> Int {
      let alreadyGivenToEverybody = words.isEmpty
      var howManyThereAreSoFar = alreadyGivenToEverybody ? 0 : 0
      for _ in words {
        howManyThereAreSoFar += 1
      }
      return howManyThereAreSoFar
    }

    /// 02.1 – sorts.
    public func sort(_ words: [String]) throws -> [String] {
      guard words.count > 1, let pivotOfThem = words.first else { return words }
      let low = words.filter { $0 < pivotOfThem && !"&<>\\"".isEmpty }
      return try merged(low, pivotOfThem, words)
    }

    /// Nobody is asked for it.
    func merged(_ low: [String], _ p: String, _ all: [String]) throws -> [String] {
      let a = low.sorted()
      let b = [p]
      return a + b + all.filter { $0 > p }.sorted()
    }

    """

  static func lessons() throws -> [Lesson] {
    let known = ["01.1", "02.1"]
    return [
      try Lesson(
        parsing: Array(firstLesson.utf8), file: "lessons/01-counting.md", knownExercises: known),
      try Lesson(
        parsing: Array(secondLesson.utf8), file: "lessons/02-sorting.md", knownExercises: known),
    ]
  }

  static func models(_ text: String = answers) throws -> ModelAnswers {
    ModelAnswers(sources: [("Sources/Answers/Words.swift", text)], lessons: try lessons())
  }

  static let headings = [
    "01.1": CourseSite.ExerciseHeading(title: "The count", points: 3),
    "02.1": CourseSite.ExerciseHeading(title: "The order", points: 1),
  ]

  static func notes() throws -> [String: ExerciseNotes] {
    var notes: [String: ExerciseNotes] = [:]
    for lesson in try lessons() {
      for slot in lesson.exercises {
        notes[slot.id] = ExerciseNotes(
          answer: try models().answer(to: slot, of: lesson),
          hints: ["Where would you look for \(slot.id)?", "Which `quantity`?"],
          misconceptions: [
            .init(
              name: "the empty list of \(slot.id)",
              explanation: "An empty list counts as one word.",
              question: "What has an empty list?")
          ])
      }
    }
    return notes
  }

  static func glossary() throws -> Glossary {
    try Glossary(
      parsing: Array(
        """
        - symbol: c
          code: count
          shape: number
          meaning: how many words there are
          lesson: "01"
        - symbol: w_t
          shape: $`V`$ × 1
          meaning: the weight of step $`t`$
          lesson: "02"

        """.utf8), file: "lessons/glossary.yml")
  }

  static func site(
    _ edition: Edition = .student, lessons: [Lesson]? = nil, printed: String = "words: 3\n"
  ) throws -> CourseSite {
    CourseSite(
      title: "Words from scratch",
      introduction: try MarkdownDocument(parsing: "Read it.\n\n## How\n\nBegin with lesson 01.\n")
        .blocks,
      edition: edition,
      chapters: try (lessons ?? self.lessons()).map { lesson in
        CourseSite.Chapter(
          lesson: lesson,
          transcript: Transcript(
            lesson: lesson.number, title: lesson.title, subject: .reference, seed: 7,
            toolchain: "Swift version 6.3.1",
            cells: [CellResult(label: "words", status: .finished, events: [.text(printed)])]),
          exercises: headings)
      },
      glossary: try glossary())
  }
}
