public import ArgumentParser
public import Checking
public import Lessons

/// A course, as its tool needs to know it: beside the folder of lessons, its exercises and modules.
public protocol CourseDefinition: SendableMetatype {
  /// In the order of the lessons.
  static var exercises: [AnyExercise] { get }
  /// What the programs of the course may import.
  static var modules: CourseModules { get }
  /// Commands that only this course has.
  static var ownCommands: [any ParsableCommand.Type] { get }
}

extension CourseDefinition {
  public static var ownCommands: [any ParsableCommand.Type] { [] }
}
