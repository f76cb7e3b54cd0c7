import Checking
import Course
import Foundation
import Lessons
import Runner
import Testing
import Transcripts

/// Lessons that ask for a library from outside.
@Suite("CourseFramework")
struct FrameworkTests {
  func run(_ frontMatter: String, _ framework: CourseFramework) throws {
    let root = FileManager.default.temporaryDirectory.path + "/framework-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = CourseFolder(root: root)
    try folder.write("---\ntitle: A lesson\n\(frontMatter)\n---\n\nText.\n", to: "lessons/05-a.md")
    let curriculum = try Curriculum(folder, knownExercises: [])
    #expect(curriculum.errors.isEmpty, "\(curriculum.errors)")
    var modules = CourseModules.recurrentNetworks
    modules.frameworks = [framework]
    let run = LessonRun(
      folder: folder, curriculum: curriculum, exercises: [], modules: modules,
      toolchain: try Toolchain.find())
    let lesson = try #require(curriculum.lesson("05"))
    _ = try run.transcript(of: lesson, subject: .student)
  }

  @Test("a lesson whose library is not installed says what to install, and nothing is built")
  func missing() throws {
    var framework = CourseFramework.torch
    framework.header = "/nowhere/torch.h"
    let error = #expect(throws: MissingTool.self) { try run("framework: Torch", framework) }
    #expect(error?.what == "this lesson needs libtorch, which is not on this machine")
    #expect(error?.remedy.contains("apt-get install g++ libtorch-dev") == true)
  }

  @Test("a lesson that asks for nothing runs without the library")
  func others() throws {
    var framework = CourseFramework.torch
    framework.header = "/nowhere/torch.h"
    try run("goal: None.", framework)
  }

  @Test("a framework that the course does not have is the lesson's error, with the nearest name")
  func unknown() throws {
    let error = #expect(throws: LessonErrors.self) { try run("framework: Torhc", .torch) }
    #expect(
      error?.description.contains("unknown framework 'Torhc'; did you mean Torch?") == true,
      "\(String(describing: error))")
  }
}
