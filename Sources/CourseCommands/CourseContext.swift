import ArgumentParser
package import Checking
package import Lessons
package import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The course that the command works on, found from the working directory.
package struct CourseContext {
  package var folder: CourseFolder
  package var curriculum: Curriculum
  package var exercises: [AnyExercise]
  package var modules: CourseModules

  package init<Course: CourseDefinition>(_ course: Course.Type) throws {
    exercises = Course.exercises
    modules = Course.modules
    if let own = Executable.own {
      modules.modelAnswers = [own, ModelAnswersCommand<Course>.name]
    }
    let directory = FileManager.default.currentDirectoryPath
    guard let folder = CourseFolder(containing: directory) else {
      Terminal.error(
        "there is no folder lessons in \(directory) or above; change into the course's folder")
      throw Ending.courseIsWrong
    }
    self.folder = folder
    curriculum = try Curriculum(folder, knownExercises: exercises.map(\.id))
  }

  var titles: [String: String] {
    Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
  }

  /// A lesson's exercise file as it was at the beginning; `nil` when it has none.
  func exerciseFile(of lesson: Lesson) -> ExerciseFile? {
    ExerciseFile(lesson, titles: titles, modules: modules)
  }

  /// Where the work on an exercise goes on, `Exercises/03-BPTT.swift:42`: most terminals open that at a
  /// click.
  func place(of id: String) -> String? {
    guard let lesson = curriculum.lesson(ofExercise: id), let file = exerciseFile(of: lesson)
    else { return nil }
    let path = folder.exercisePath(file.name)
    return "\(path):\(file.line(of: id, in: folder.text(of: path) ?? file.text))"
  }

  /// The lesson a person means by `3`, `03` or `bptt`.
  ///
  /// - Throws: ``LessonErrors`` when the file or one it builds on is wrong, a usage error when there is
  ///   no such lesson.
  func lesson(_ name: String) throws -> Lesson {
    let file = try file(of: name)
    let lesson = curriculum.lessons.first { $0.file == file }
    let concerned = Set((lesson.map(curriculum.foundations) ?? []).map(\.file) + [file])
    let errors = curriculum.errors.filter { concerned.contains($0.file) }
    guard errors.isEmpty, let lesson else { throw LessonErrors(errors) }
    for error in curriculum.errors { Terminal.note("warning: \(error)") }
    return lesson
  }

  /// The file of the lesson that a person means, whether or not it can be read.
  func file(of name: String) throws -> String {
    let number = name.count == 1 ? "0" + name : name
    let files = try folder.lessonFiles()
    guard
      let file = files.first(where: {
        guard let parts = LessonFileName($0) else { return false }
        return parts.number == number || parts.slug == name
      })
    else {
      // A number one off is no slip of the hand; a slug may be.
      let slugs = files.compactMap { LessonFileName($0)?.slug }
      let near = nearestName(to: name.lowercased(), in: slugs).map { "; did you mean \($0)?" }
      let known = files.compactMap { LessonFileName($0)?.number }.joined(separator: ", ")
      throw ValidationError("there is no lesson '\(name)'" + (near ?? "; there are \(known)"))
    }
    return file
  }

  /// The exercise with that id.
  func exercise(_ id: String) throws -> AnyExercise {
    if let exercise = exercises.first(where: { $0.id == id }) { return exercise }
    let near = nearestName(to: id, in: exercises.map(\.id))
    throw ValidationError(
      "there is no exercise '\(id)'" + (near.map { "; did you mean \($0)?" } ?? "")
        + "; \(modules.tool) list shows them all")
  }
}
