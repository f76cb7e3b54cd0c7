/// What a symbol needs to know of the one beside it to find its space.
enum Neighbour {
  case symbol(MathSymbol.Role)
  case function, fence

  /// A sign behind this one joins two things; behind others it is a sign of its own: −1.
  var allowsBinary: Bool {
    switch self {
    case .symbol(let role): role == .ordinary || role == .closing || role == .bar
    case .function: false
    case .fence: true
    }
  }

  /// Wants a thin space between itself and a function's name.
  var isOrdinary: Bool {
    switch self {
    case .symbol(let role):
      role == .ordinary || role == .closing || role == .bigOperator || role == .integral
    case .function: true
    case .fence: false
    }
  }
}

extension MathNode {
  var neighbour: Neighbour {
    switch self {
    case .symbol(let symbol): .symbol(symbol.role)
    case .function: .function
    case .fenced: .fence
    case .scripts(let base, _, _, _): base.neighbour
    case .under(let base, _, false), .over(let base, _, false): base.neighbour
    case .sized(_, _, let role): .symbol(role)
    case .row(let nodes): nodes.count == 1 ? nodes[0].neighbour : .symbol(.ordinary)
    default: .symbol(.ordinary)
    }
  }

  var isSpace: Bool { if case .space = self { true } else { false } }
}
