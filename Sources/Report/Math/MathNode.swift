/// A formula as a tree, between TeX and MathML.
indirect enum MathNode: Equatable {
  /// A variable: italic when it is one letter.
  case identifier(String, isUpright: Bool)
  case number(String)
  case symbol(MathSymbol)
  /// `tanh`, `\operatorname{softmax}`; those in `limitFunctions` take scripts above and below.
  case function(String)
  case text(String)
  /// Width in em.
  case space(Double)
  case row([MathNode])
  case fraction(MathNode, MathNode, hasLine: Bool, display: Bool?)
  case root(MathNode, degree: MathNode?)
  case scripts(MathNode, sub: MathNode?, sup: MathNode?, isLimits: Bool)
  case over(MathNode, mark: MathNode, isAccent: Bool)
  case under(MathNode, mark: MathNode, isAccent: Bool)
  /// A line above or below.
  case lined(MathNode, isAbove: Bool)
  /// `\left( … \right)`: the marks grow with what they hold; an empty one is `\left.`.
  case fenced(String, [MathNode], String)
  /// A delimiter at a size of its own, in em: `\Big(`.
  case sized(String, Double, MathSymbol.Role)
  case table([[MathNode]], TableStyle)
  /// `\displaystyle` and `\textstyle`.
  case style(MathNode, display: Bool)

  enum TableStyle: Equatable {
    /// Right, left, right, left …: `aligned`.
    case aligned
    case cases
    case matrix
  }
}

/// An operator, relation, delimiter or mark.
struct MathSymbol: Equatable {
  /// What decides the space around it.
  enum Role: Equatable {
    case ordinary, binary, relation, opening, closing, punctuation, bigOperator, integral
    /// A bar: opening or closing, as it stands.
    case bar
  }

  var text: String
  var role: Role

  init(_ text: String, _ role: Role) {
    self.text = text
    self.role = role
  }
}
