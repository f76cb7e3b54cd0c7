package import Recurrent

/// Why sequences cannot be a batch, or a batch does not fit a network.
public struct BatchError: Error, Equatable, CustomStringConvertible {
  public var description: String

  package init(description: String) { self.description = description }
}

extension Batch {
  /// - Parameter classes: how many targets there are; `nil` for as many as words.
  /// - Throws: ``BatchError`` where rows differ in length, a token is outside the vocabulary, or no
  ///   place is a token.
  package func validate(vocabularySize: Int, classes: Int? = nil) throws {
    let rows = inputs + targets
    guard inputs.count == steps, targets.count == steps, rows.allSatisfy({ $0.count == size })
    else {
      throw BatchError(
        description: "inputs and targets of a mask of \(steps) × \(size) have other shapes")
    }
    guard mask.elements.allSatisfy({ $0 == 0 || $0 == 1 }), tokens > 0 else {
      throw BatchError(description: "a mask holds zeros and ones, and at least one of these")
    }
    for (ids, count) in [(inputs, vocabularySize), (targets, classes ?? vocabularySize)] {
      if let token = ids.joined().first(where: { !(0..<count).contains($0) }) {
        throw BatchError(description: "token \(token) is outside a vocabulary of \(count)")
      }
    }
  }

  package func validate(states: Matrix, hiddenSize: Int) throws {
    guard states.rows == hiddenSize, states.columns == size else {
      throw BatchError(
        description: """
          the states of \(size) sequences are \(hiddenSize) × \(size), not \(states.rows) × \
          \(states.columns)
          """)
    }
  }
}
