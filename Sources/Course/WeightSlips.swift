import Checking
import Recurrent

/// One of several weights of the same shape, and what is made with it.
struct WeightSlot<Parameters, Value>: @unchecked Sendable {
  /// `"Wf"`.
  var name: String
  /// "the forget gate".
  var owner: String
  /// Key paths of structs hold nothing that could be shared.
  var path: WritableKeyPath<Parameters, Value>

  init(_ name: String, of owner: String, _ path: WritableKeyPath<Parameters, Value>) {
    self.name = name
    self.owner = owner
    self.path = path
  }
}

/// What comes of copying a line and changing all of it but one name: a weight used where its neighbour
/// belongs, and two weights in each other's place.
///
/// - Parameters:
///   - slots: weights of one shape.
///   - exchanges: whether two in each other's place are made, too.
///   - make: the misconception with that change of the parameters.
func weightSlips<Parameters, Value, Input, Output>(
  _ slots: [WeightSlot<Parameters, Value>], exchanges: Bool = true,
  make: (
    _ name: String, _ explanation: String, _ question: String,
    _ change: @escaping @Sendable (inout Parameters) -> Void
  ) -> Misconception<Input, Output>
) -> [Misconception<Input, Output>] {
  var result: [Misconception<Input, Output>] = []
  for (k, one) in slots.enumerated() {
    for (l, other) in slots.enumerated() where k != l {
      result.append(
        make(
          "\(other.name) where \(one.name) belongs, in \(one.owner)",
          "\(one.owner.capitalizedFirst) is made with numbers that belong to \(other.owner).",
          "Which of the parameters does \(one.owner) take, by their letters?"
        ) { $0[keyPath: one.path] = $0[keyPath: other.path] })
      guard exchanges, k < l else { continue }
      result.append(
        make(
          "\(one.name) and \(other.name) exchanged",
          "\(one.owner.capitalizedFirst) and \(other.owner) take each other's numbers.",
          "Which of the parameters does \(one.owner) take, by their letters?"
        ) { p in
          let value = p[keyPath: one.path]
          p[keyPath: one.path] = p[keyPath: other.path]
          p[keyPath: other.path] = value
        })
    }
  }
  return result
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
