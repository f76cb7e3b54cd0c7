public import Transcripts

/// What a run has to say while it goes on, for whoever shows progress.
public enum RunEvent: Sendable {
  /// Nothing has changed since these results were made.
  case reused
  case restored(file: String)
  case building(String)
  case checking(id: String, title: String)
  case checked(ExerciseResult)
  case running(cell: String)
  case ran(cell: CellResult)
  /// The model answers' cells, for the curves beneath the student's.
  case runningReference
  case progress(Progress)
}
