public import Transcripts

/// Something that happened, in the order in which it did.
public enum WatchEvent: Sendable {
  /// A watched file is being written: whatever is known of it is old.
  case stirred
  /// The files have been left alone for a moment; `missing` are not there.
  case settled(missing: [String])
  case key(Key)
  /// What a check says; one of an earlier generation is of no interest any more.
  case check(generation: Int, CheckNews)
  case hint(HintPage)
  /// What came of a reset: where the text is kept, or why nothing was changed.
  case resetDone(id: String, message: String, hasChanged: Bool)
  case resized
}

/// What a check has to say while it goes on.
public enum CheckNews: Sendable {
  /// An exercise of this lesson has a verdict.
  case verdict(ExerciseResult)
  /// All verdicts are there, those of lessons that this one builds on among them.
  ///
  /// - Parameters:
  ///   - places: where each exercise stands, by id.
  ///   - seconds: since the files were left alone.
  case verdicts([ExerciseResult], places: [String: ExercisePlace], seconds: Double)
  /// Another lesson's verdicts, when all are checked; `missing` says why there are none.
  case lesson(String, [ExerciseResult], missing: String?)
  /// What is being done now: "running cell training".
  case running(String)
  case progress(Progress)
  /// All is done; `nil` when nothing but verdicts was asked for.
  case ended(CheckEnd?)
  /// A file went away while it was to be read.
  case gone([String])
  /// The check cannot be made: what is wrong, and what to do.
  case stopped(String)
}

/// What is left to say when everything has run.
public struct CheckEnd: Equatable, Sendable {
  public var cellsRun: Int
  public var cellsLocked: Int
  /// Labels.
  public var cellsFailed: [String]
  /// Below the course's folder; `nil` when it was not written.
  public var report: String?

  public init(cellsRun: Int, cellsLocked: Int, cellsFailed: [String], report: String?) {
    self.cellsRun = cellsRun
    self.cellsLocked = cellsLocked
    self.cellsFailed = cellsFailed
    self.report = report
  }
}

/// What is to be done about it.
public enum WatchEffect: Equatable, Sendable {
  /// Begin a check; one that runs has been cancelled before.
  case check(generation: Int, CheckScope)
  /// Nobody waits for the running check any more.
  case cancel
  case hint(exercise: String, HintChoice)
  case reset(exercise: String)
  /// Go on with another lesson.
  case open(lesson: String)
  case quit
}

/// Which hint is to be shown.
public enum HintChoice: Equatable, Sendable {
  /// The first that has not been read; the last when all have.
  case next
  /// The one that was read last.
  case last
  /// 1-based.
  case number(Int)
}

public enum CheckScope: Equatable, Sendable {
  /// The lesson and what it builds on.
  case lesson
  /// Every lesson before it, too.
  case all
}
