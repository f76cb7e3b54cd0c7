/// What lets a keyboard into a box that scrolls sideways, and tells a screen reader what it has come to.
///
/// Whether a box scrolls depends on the window, which nobody knows here. A box whose content fits a phone's
/// window never does, and is no stop: a page of short listings would have dozens of them in vain.
struct ScrollStop {
  /// What the box holds, in a word.
  let name: String
  /// In characters.
  let width: Int

  /// What fits the narrowest box on a window of 360 pixels, a listing inside a card, with some to spare.
  private static let safeWidth = 28

  private var isStop: Bool { width > Self.safeWidth }

  var tabIndex: String? { isStop ? "0" : nil }
  var role: String? { isStop ? "group" : nil }
  var label: String? { isStop ? name : nil }

  init(_ name: String, width: Int) {
    self.name = name
    self.width = width
  }

  /// A box of lines that do not wrap.
  init(_ name: String, lines text: String) {
    self.init(name, width: text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0)
  }
}
