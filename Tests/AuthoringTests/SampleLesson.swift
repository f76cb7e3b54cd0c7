import Lessons
import Testing
import Transcripts

/// A lesson of a few lines, and what its cells are said to have shown.
enum SampleLesson {
  static func parsed(_ body: String, frontMatter: String = "") throws -> Lesson {
    try Lesson(
      parsing: Array("---\ntitle: A lesson\n\(frontMatter)---\n\n\(body)\n".utf8),
      file: "lessons/03-sample.md", knownExercises: ["03.1", "01.2"])
  }

  static func transcript(
    _ cells: [CellResult] = [], exercises: [ExerciseResult] = []
  ) -> Transcript {
    Transcript(
      lesson: "03", title: "A lesson", subject: .reference, seed: 1, toolchain: "Swift",
      exercises: exercises, cells: cells)
  }

  static func cell(_ label: String, _ options: String = "", code: String = "print(1)") -> String {
    "```swift\n//| label: \(label)\n\(options)\(code)\n```\n"
  }
}
