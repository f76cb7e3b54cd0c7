public import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What came of asking the student's program for one answer.
public enum CallOutcome: Sendable, Equatable {
  /// The output as it was sent; whether it is one is for the checks to find out.
  case output(Data)
  /// A starter threw; the exercise it names.
  case notImplemented(String)
  case threw(String)
  case crashed(Crash)
  case timedOut(seconds: Double)
  case memory(bytes: Int)
  /// The program ended, closed its pipe or said something else: there is no answer.
  case noReply(String)
}

/// Asks the student's program: an exercise's id and its input, encoded.
public typealias Ask = (_ exercise: String, _ input: Data) -> CallOutcome
