/// What a person pressed.
public enum Key: Equatable, Sendable {
  case character(Character)
  case enter, escape
  case up, down, left, right, pageUp, pageDown
  /// Ctrl-L: draw the screen again.
  case redraw
  /// Ctrl-D, or the terminal is gone: there is nobody to press anything any more.
  case endOfInput
}
