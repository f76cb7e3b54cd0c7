/// The cells of a lesson as one Swift program.
public struct TangledProgram: Sendable, Equatable {
  /// The text of `main.swift`.
  public var text: String
  /// The labels of the cells in it, in order.
  public var labels: [String]
}

extension Lesson {
  /// Strings the cells together in order, in one top-level scope as in a notebook, each under the
  /// lesson's own lines so that errors and traps name them.
  ///
  /// - Parameters:
  ///   - cells: the cells that run now, a subset of ``cells`` in their order.
  ///   - imports: modules every cell sees.
  ///   - prologue: a statement to run before the first cell.
  public func tangled(
    _ cells: [Cell], imports: [String], prologue: String = ""
  ) -> TangledProgram {
    var text = imports.map { "import \($0)\n" }.joined()
    if !prologue.isEmpty { text += prologue + "\n" }
    for cell in cells {
      text += "beginCell(\"\(cell.label)\")\n"
      text += "#sourceLocation(file: \"\(file)\", line: \(cell.line))\n"
      text += cell.code + "\n"
      text += "#sourceLocation()\n"
      text += "endCell(\"\(cell.label)\")\n"
    }
    text += "endProgram()\n"
    return TangledProgram(text: text, labels: cells.map(\.label))
  }
}
