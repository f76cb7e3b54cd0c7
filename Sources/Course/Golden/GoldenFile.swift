public import Checking
import Recurrent
import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A file of golden numbers from outside, and how an implementation compares with it.
public enum GoldenFile {
  /// Kinds that this course can verify.
  public static let kinds = [
    "rnn", "train_rnn", "lstm", "train_lstm", "gru", "train_gru", "batch_rnn", "batch_lstm",
    "batch_gru", "lstm_stack", "notebook", "data", "clip", "orthogonal", "optimizers",
  ]

  /// Recomputes everything the file expects and compares number by number.
  ///
  /// - Parameters:
  ///   - contents: the file, JSON.
  ///   - implementation: answers the exercises' calls: the reference, or a student's program.
  /// - Throws: ``GoldenError`` when the file is not one this course knows, or the implementation does
  ///   not answer.
  public static func verify(
    _ contents: Data, against implementation: @escaping Ask
  ) throws -> GoldenReport {
    struct Header: Decodable { var kind: String? }
    guard let header = try? Wire.decode(Header.self, from: contents) else {
      throw GoldenError.notJSON
    }
    guard let kind = header.kind else { throw GoldenError.noKind }
    let answers = Answers(ask: implementation)
    var report = GoldenReport(kind: kind)
    do {
      switch kind {
      case "rnn":
        try Wire.decode(SingleStateGolden<RNNParameters>.self, from: contents)
          .verify(answers, &report)
      case "train_rnn":
        try Wire.decode(TrainingGolden<RNNParameters>.self, from: contents)
          .verify(answers, &report)
      case "lstm":
        try Wire.decode(LSTMGolden.self, from: contents).verify(answers, &report)
      case "train_lstm":
        try Wire.decode(TrainingGolden<LSTMParameters>.self, from: contents)
          .verify(answers, &report)
      case "batch_rnn":
        try Wire.decode(BatchGolden<RNNParameters>.self, from: contents)
          .verify(answers, &report)
      case "batch_lstm":
        try Wire.decode(BatchGolden<LSTMParameters>.self, from: contents)
          .verify(answers, &report)
      case "gru":
        try Wire.decode(SingleStateGolden<GRUParameters>.self, from: contents)
          .verify(answers, &report)
      case "train_gru":
        try Wire.decode(TrainingGolden<GRUParameters>.self, from: contents)
          .verify(answers, &report)
      case "batch_gru":
        try Wire.decode(BatchGolden<GRUParameters>.self, from: contents)
          .verify(answers, &report)
      case "lstm_stack":
        try Wire.decode(StackGolden.self, from: contents).verify(answers, &report)
      case "notebook":
        try Wire.decode(NotebookGolden.self, from: contents).verify(answers, &report)
      case "data":
        try Wire.decode(DataGolden.self, from: contents).verify(answers, &report)
      case "clip":
        try Wire.decode(ClipGolden.self, from: contents).verify(answers, &report)
      case "orthogonal":
        try Wire.decode(OrthogonalGolden.self, from: contents).verify(&report)
      case "optimizers":
        try Wire.decode(OptimizersGolden.self, from: contents).verify(answers, &report)
      default: throw GoldenError.unknownKind(kind)
      }
    } catch let error as DecodingError {
      throw GoldenError.notOfItsKind(kind, "\(error.golden)")
    }
    return report
  }
}

/// Why a file could not be verified at all.
public enum GoldenError: Error, Equatable, CustomStringConvertible {
  case notJSON
  case noKind
  case unknownKind(String)
  case notOfItsKind(String, String)
  case noAnswer(exercise: String, String)

  public var description: String {
    switch self {
    case .notJSON: "is not a JSON object"
    case .noKind: "has no field \"kind\"; golden files say what they hold"
    case .unknownKind(let kind):
      "is of kind '\(kind)'; this course verifies " + GoldenFile.kinds.joined(separator: ", ")
    case .notOfItsKind(let kind, let why): "is not a golden file of kind '\(kind)': \(why)"
    case .noAnswer(let exercise, let why): "cannot be verified: exercise \(exercise) \(why)"
    }
  }
}

extension DecodingError {
  fileprivate var golden: String {
    func path(_ context: Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    switch self {
    case .keyNotFound(let key, let context):
      return "the field \((path(context) + "." + key.stringValue).drop { $0 == "." }) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      return "\(path(context)): \(context.debugDescription)"
    @unknown default: return "it cannot be read"
    }
  }
}
