import Lessons
import Testing
import Transcripts

@testable import Report

/// The page of a lesson with this body and these results.
func page(
  _ body: String, _ cells: [CellResult] = [], _ exercises: [ExerciseResult] = [],
  reference: Transcript? = nil
) throws -> String {
  var transcript = Samples.empty()
  transcript.cells = cells
  transcript.exercises = exercises
  return ReportPage(
    lesson: try Samples.lesson(body: body), transcript: transcript, reference: reference
  ).html
}
