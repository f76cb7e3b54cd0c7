public import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The newest results of each lesson, kept in `.lesson/results`: for reuse while nothing has changed,
/// and for showing how far a student has come.
public struct ResultStore: Sendable {
  private struct Entry: Codable {
    var key: String
    var transcript: Transcript
  }

  private var folder: CourseFolder

  public init(_ folder: CourseFolder) { self.folder = folder }

  /// The newest transcript of a lesson, whether or not it still holds.
  public func latest(_ lesson: String, _ subject: Transcript.Subject) -> Transcript? {
    entry(lesson, subject)?.transcript
  }

  /// The transcript made from exactly what `key` stands for.
  func transcript(_ lesson: String, _ subject: Transcript.Subject, key: String) -> Transcript? {
    entry(lesson, subject).flatMap { $0.key == key ? $0.transcript : nil }
  }

  func keep(_ transcript: Transcript, key: String) {
    let entry = Entry(key: key, transcript: transcript)
    // A result that cannot be kept costs a second run, nothing else.
    if let data = try? Wire.encode(entry) {
      try? folder.write(
        String(decoding: data, as: UTF8.self), to: path(transcript.lesson, transcript.subject))
    }
  }

  private func entry(_ lesson: String, _ subject: Transcript.Subject) -> Entry? {
    FileManager.default.contents(atPath: path(lesson, subject))
      .flatMap { try? Wire.decode(Entry.self, from: $0) }
  }

  private func path(_ lesson: String, _ subject: Transcript.Subject) -> String {
    "\(folder.state)/results/\(lesson)-\(subject.rawValue).json"
  }
}

extension Transcript {
  /// Worth keeping: it would come out the same again, and nothing in it names a line that an edit of
  /// the prose moves.
  var isReusable: Bool {
    exercises.allSatisfy { if case .timedOut = $0.verdict { false } else { true } }
      && cells.allSatisfy { !$0.status.isFailure && $0.status != .notReached }
  }
}
