package import ArgumentParser
import Lessons
import Runner

/// Exit codes, as `lesson --help` lists them.
package enum Ending {
  package static let failed = ExitCode(1)
  package static let courseIsWrong = ExitCode(2)
  package static let machineLacks = ExitCode(3)
}

/// Runs a command's body and turns what it throws into a message and an exit code.
package func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let errors as LessonErrors {
    Terminal.error(errors.description)
    throw Ending.courseIsWrong
  } catch let error as LessonError {
    Terminal.error(error.description)
    throw Ending.courseIsWrong
  } catch let missing as MissingTool {
    Terminal.error("\(missing.what)\n  \(missing.remedy)")
    throw Ending.machineLacks
  } catch let error as SpawnError {
    Terminal.error(error.description)
    throw Ending.machineLacks
  }
}
