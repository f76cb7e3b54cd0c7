public import Transcripts

/// One exercise: what is asked, what is right, and what people get wrong.
///
/// Pure data and pure functions; who runs the student's code is somebody else's concern.
public struct Exercise<Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
  /// `"03.1"`.
  public var id: String
  public var title: String
  public var points: Int
  /// Where to look, which quantity, the formula.
  public var hints: [String]
  /// Small, edge and random cases; the seed makes new ones.
  public var challenges: @Sendable (_ seed: UInt64) -> [Challenge<Input>]
  public var reference: @Sendable (Input) throws -> Output
  /// The output as named tensors, in the order of computation.
  public var observations: @Sendable (Output) -> [Observation]
  public var tolerance: Tolerance
  /// `false` when any output with the properties is right, such as random weights.
  public var comparesWithReference: Bool
  public var properties: [Property<Input, Output>]
  public var misconceptions: [Misconception<Input, Output>]
  /// What is asked for where no misconception explains the results.
  public var symptoms: [Symptom<Input, Output>]
  /// The lengths of an input that the lesson has letters for: a factor 1/T is named by its letter.
  public var sizes: @Sendable (Input) -> [Size]
  /// The right output as a sum over time, one output per step with that step's share alone.
  ///
  /// A tensor that lacks a share is then told so; `nil` where the output is no such sum.
  public var shares: (@Sendable (Input) throws -> [Output])?
  /// How to look closer at a wrong gradient, where the output is one.
  public var ladder: LadderPlan<Input>?
  /// The student's curve over the reference's, where the output is a curve; `nil` for an output that
  /// makes no picture, such as a curve of one point.
  public var figure: (@Sendable (_ expected: Output, _ got: Output) -> Figure?)?
  /// What is to be noticed about the student's own functions beside the verdict, such as what an
  /// experienced eye sees before a training; `nil` where there is nothing to notice.
  public var notices: (@Sendable (_ seed: UInt64, _ ask: Ask) throws -> Notices)?

  public init(
    _ id: String, _ title: String, points: Int, hints: [String],
    challenges: @escaping @Sendable (_ seed: UInt64) -> [Challenge<Input>],
    reference: @escaping @Sendable (Input) throws -> Output,
    observations: @escaping @Sendable (Output) -> [Observation],
    tolerance: Tolerance = .float64, comparesWithReference: Bool = true,
    properties: [Property<Input, Output>] = [],
    sizes: @escaping @Sendable (Input) -> [Size] = { _ in [] },
    shares: (@Sendable (Input) throws -> [Output])? = nil, ladder: LadderPlan<Input>? = nil,
    misconceptions: [Misconception<Input, Output>], symptoms: [Symptom<Input, Output>] = [],
    figure: (@Sendable (_ expected: Output, _ got: Output) -> Figure?)? = nil,
    notices: (@Sendable (_ seed: UInt64, _ ask: Ask) throws -> Notices)? = nil
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.hints = hints
    self.challenges = challenges
    self.reference = reference
    self.observations = observations
    self.tolerance = tolerance
    self.comparesWithReference = comparesWithReference
    self.properties = properties
    self.misconceptions = misconceptions
    self.symptoms = symptoms
    self.sizes = sizes
    self.shares = shares
    self.ladder = ladder
    self.figure = figure
    self.notices = notices
  }
}

/// Remarks and the table of their numbers; they never change the score.
public struct Notices: Sendable, Equatable {
  public var remarks: [Remark]
  public var tables: [Table]

  public init(remarks: [Remark] = [], tables: [Table] = []) {
    self.remarks = remarks
    self.tables = tables
  }
}

/// One case to be answered.
public struct Challenge<Input: Sendable>: Sendable {
  /// "T = 1, saturated": shown when it is the one that fails.
  public var name: String
  public var input: Input

  public init(_ name: String, _ input: Input) {
    self.name = name
    self.input = input
  }
}

/// Something that must hold of an output whatever the reference says.
public struct Property<Input: Sendable, Output: Sendable>: Sendable {
  public var claim: String
  /// - Returns: what was found instead, `nil` when the claim holds.
  /// - Throws: when the check itself cannot be made, which is our fault and no finding.
  public var finding: @Sendable (Input, Output, Ask) throws -> String?

  public init(
    _ claim: String, finding: @escaping @Sendable (Input, Output, Ask) throws -> String?
  ) {
    self.claim = claim
    self.finding = finding
  }
}
