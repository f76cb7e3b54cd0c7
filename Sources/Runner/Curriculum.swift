public import Lessons

/// The lessons of a course together with what connects them.
public struct Curriculum: Sendable {
  public var lessons: [Lesson]
  public var graph: NeedsGraph
  /// What is wrong with the files, those that could not be read included.
  public private(set) var errors: [LessonError] = []

  public init(_ lessons: [Lesson]) {
    self.lessons = lessons
    graph = NeedsGraph(lessons.flatMap(\.exercises))
  }

  /// Reads every lesson of a course.
  ///
  /// A file with errors is left out, so that one broken lesson does not stop the others.
  ///
  /// - Throws: ``LessonErrors`` when the folder itself cannot be read.
  public init(_ folder: CourseFolder, knownExercises: [String]) throws(LessonErrors) {
    var lessons: [Lesson] = []
    var errors: [LessonError] = []
    for file in try folder.lessonFiles() {
      do {
        lessons.append(try folder.lesson(file, knownExercises: knownExercises))
      } catch {
        errors += error.errors
      }
    }
    self.init(lessons)
    self.errors = errors + crossErrors()
  }

  public func lesson(_ number: String) -> Lesson? { lessons.first { $0.number == number } }

  /// The lesson whose slot `id` is.
  public func lesson(ofExercise id: String) -> Lesson? {
    lessons.first { $0.exercises.contains { $0.id == id } }
  }

  /// The lessons whose exercise files go into one program with `lesson`'s, itself last.
  public func foundations(of lesson: Lesson) -> [Lesson] {
    var result: [Lesson] = []
    func visit(_ lesson: Lesson) {
      guard !result.contains(where: { $0.number == lesson.number }) else { return }
      for number in lesson.frontMatter.uses { self.lesson(number).map(visit) }
      result.append(lesson)
    }
    visit(lesson)
    return result
  }

  /// What no single file shows: numbers and exercises twice, `uses` of lessons that are not there,
  /// cycles through several lessons.
  private func crossErrors() -> [LessonError] {
    var errors: [LessonError] = []
    var files: [String: String] = [:]
    var slots: [String: String] = [:]
    for lesson in lessons {
      if let other = files.updateValue(lesson.file, forKey: lesson.number) {
        errors.append(
          LessonError(
            file: lesson.file, line: 1, message: "lesson \(lesson.number) is also in \(other)"))
      }
      for number in lesson.frontMatter.uses {
        if number >= lesson.number || self.lesson(number) == nil {
          errors.append(
            LessonError(
              file: lesson.file, line: 1,
              message: "uses: \(number) is not an earlier lesson; there are "
                + lessons.map(\.number).filter { $0 < lesson.number }.joined(separator: ", ")))
        }
      }
      for slot in lesson.exercises {
        if let other = slots.updateValue(lesson.file, forKey: slot.id), other != lesson.file {
          errors.append(
            LessonError(
              file: lesson.file, line: slot.line, message: "exercise \(slot.id) is also in \(other)"
            ))
        }
        if let cycle = graph.cycle(through: slot.id),
          cycle.contains(where: { id in !lesson.exercises.contains { $0.id == id } })
        {
          errors.append(
            LessonError(
              file: lesson.file, line: slot.line,
              message: cycle.joined(separator: " needs ") + ": a cycle that nobody can begin"))
        }
      }
    }
    return errors
  }
}
