import CChild

/// What happens to children when this program is told to stop.
public enum Interruption {
  /// Has Ctrl-C, a hang-up or a termination end every child and everything they started, before this
  /// program ends as usual; a program that is killed outright takes them with it, too.
  public static func prepare() {
    child_install_signal_handlers()
    Orphans.adopt()
  }
}
