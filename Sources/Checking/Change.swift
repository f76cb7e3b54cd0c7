/// What a misconception changes, kept so that two can be made at once.
enum Change<Input: Sendable, Output: Sendable>: Sendable {
  /// Of the right result.
  case edit(@Sendable (Input, inout Output) throws -> Void)
  /// Of an implementation whose decisions are laid open.
  case decision(Decision<Input, Output>)
}

/// A change of one decision, without the type of what it is changed in.
struct Decision<Input: Sendable, Output: Sendable>: Sendable {
  private let kind: ObjectIdentifier
  private let right: any Sendable
  private let apply: @Sendable (any Sendable) -> any Sendable
  private let run: @Sendable (any Sendable, Input) throws -> Output

  init<Open: Sendable>(
    _ right: Open, change: @escaping @Sendable (inout Open) -> Void,
    run: @escaping @Sendable (Open, Input) throws -> Output
  ) {
    @Sendable func typed(_ open: any Sendable) -> Open {
      guard let open = open as? Open else {
        preconditionFailure("a change of \(Open.self) was applied to \(type(of: open))")
      }
      return open
    }
    kind = ObjectIdentifier(Open.self)
    self.right = right
    apply = { open in
      var open = typed(open)
      change(&open)
      return open
    }
    self.run = { try run(typed($0), $1) }
  }

  /// Both changes in one implementation; `nil` when they change different kinds of it.
  func together(with other: Decision) -> (@Sendable (Input) throws -> Output)? {
    guard kind == other.kind else { return nil }
    let both = other.apply(apply(right))
    return { [run] in try run(both, $0) }
  }
}

extension Misconception {
  /// Both mistakes at once; `nil` when they cannot be made together.
  ///
  /// An edit counts on results of the right shapes, so it follows only on a mistake that keeps them.
  ///
  /// - Parameters:
  ///   - keepsShapes: whether this one's results have the right shapes.
  ///   - otherKeepsShapes: whether the other's have.
  func together(
    with other: Misconception, keepsShapes: Bool, otherKeepsShapes: Bool
  ) -> (@Sendable (Input) throws -> Output)? {
    if case .decision(let one)? = change, case .decision(let two)? = other.change {
      return one.together(with: two)
    }
    if case .edit(let edit)? = other.change, keepsShapes {
      return Self.edited(implementation, edit)
    }
    if case .edit(let edit)? = change, otherKeepsShapes {
      return Self.edited(other.implementation, edit)
    }
    return nil
  }

  private static func edited(
    _ implementation: @escaping @Sendable (Input) throws -> Output,
    _ edit: @escaping @Sendable (Input, inout Output) throws -> Void
  ) -> @Sendable (Input) throws -> Output {
    { input in
      var output = try implementation(input)
      try edit(input, &output)
      return output
    }
  }
}
