import CTorch

/// The framework as a whole.
public enum Framework {
  /// Whether libtorch is part of this build.
  public static var isAvailable: Bool { ctorch_is_available() }
}
