import Checking
import Course
import Foundation
import Lessons
import Runner
import Testing
import Torch
import Transcripts

@Suite("Starters")
struct StarterTests {
  let folder = CourseFolder(root: Submission.root)
  let titles = Dictionary(uniqueKeysWithValues: courseExercises.map { ($0.id, $0.title) })

  func curriculum() throws -> Curriculum {
    let curriculum = try Curriculum(folder, knownExercises: courseExercises.map(\.id))
    #expect(curriculum.errors.isEmpty, "\(curriculum.errors)")
    return curriculum
  }

  @Test("the lessons have a slot for every exercise of the course, in its order")
  func slots() throws {
    let slots = try curriculum().lessons.flatMap(\.exercises).map(\.id)
    #expect(slots == courseExercises.map(\.id))
  }

  @Test("a pristine file in Exercises/ is, to the byte, what its lesson shows")
  func oneSource() throws {
    for lesson in try curriculum().lessons {
      let file = try #require(ExerciseFile(lesson, titles: titles, modules: .recurrentNetworks))
      let text = try #require(folder.text(of: "Exercises/\(file.name)"))
      // A student's own checkout has solutions in it, and that is as it should be.
      let isStudents = ProcessInfo.processInfo.environment["CI"] == nil
      if text != file.text, isStudents { try Test.cancel("you have begun \(file.name)") }
      #expect(text == file.text, "Exercises/\(file.name): lesson reset \(lesson.number) --yes")
    }
  }

  @Test("every starter compiles and is not started, and the next step is never a failure")
  func notStarted() throws {
    let place = FileManager.default.temporaryDirectory.path + "/starters-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for name in ["lessons", "Exercises"] {
      try FileManager.default.copyItem(atPath: "\(folder.root)/\(name)", toPath: "\(place)/\(name)")
    }
    let copy = CourseFolder(root: place)
    let curriculum = try curriculum()
    for lesson in curriculum.lessons {
      let file = try #require(ExerciseFile(lesson, titles: titles, modules: .recurrentNetworks))
      try copy.write(file.text, to: "Exercises/\(file.name)")
    }
    let run = LessonRun(
      folder: copy, curriculum: curriculum, exercises: courseExercises,
      modules: .recurrentNetworks, toolchain: try Toolchain.find())
    for lesson in curriculum.lessons
    where lesson.frontMatter.framework == nil || Framework.isAvailable {
      let transcript = try run.transcript(of: lesson, subject: .student)
      #expect(transcript.exercises.count == lesson.exercises.count)
      let first = lesson.exercises.first?.id ?? ""
      for result in transcript.exercises {
        // What cannot even be called without an earlier exercise waits for it.
        if case .skipped(let needs) = result.verdict {
          #expect(lesson.frontMatter.framework != nil && needs.first == first && result.id != first)
        } else {
          #expect(result.verdict == .notStarted)
        }
      }
      #expect(transcript.isClean)
    }
  }
}
