/// The first thing that is not as it should be, and what may be behind it.
public struct Failure: Codable, Sendable, Equatable {
  /// What should be true: "dV follows the chain rule over four steps".
  public var claim: String
  /// The case it was found in: "T = 4, hidden size 3, seed 7".
  public var challenge: String
  /// What was seen instead, in one sentence.
  public var finding: String
  public var divergence: Divergence?
  /// In which cases it is right and in which it is not, where there are both.
  public var scope: Scope?
  /// The named mistake that gives exactly the student's output, if one does.
  public var diagnosis: Diagnosis?
  /// How far a gradient is from the right one, matrix by matrix, where the output is a gradient.
  public var ladder: GradientLadder?

  public init(
    claim: String, challenge: String, finding: String, divergence: Divergence? = nil,
    scope: Scope? = nil, diagnosis: Diagnosis? = nil, ladder: GradientLadder? = nil
  ) {
    self.claim = claim
    self.challenge = challenge
    self.finding = finding
    self.divergence = divergence
    self.scope = scope
    self.diagnosis = diagnosis
    self.ladder = ladder
  }

  /// The challenges by name, in their order: what they have in common is often the mistake.
  public struct Scope: Codable, Sendable, Equatable {
    public var right: [String]
    public var wrong: [String]

    public init(right: [String], wrong: [String]) {
      self.right = right
      self.wrong = wrong
    }

    /// "Right for one step alone; wrong in the 7 other cases.": the shorter list is the telling one.
    public var sentence: String {
      func others(_ count: Int) -> String {
        count == 1 ? "in the other case" : "in the \(count) other cases"
      }
      return right.count <= wrong.count
        ? "Right for \(right.joined(separator: "; ")) – wrong \(others(wrong.count))."
        : "Wrong for \(wrong.joined(separator: "; ")) – right \(others(right.count))."
    }
  }
}
