import CTorch

/// The framework as a whole: libtorch, which PyTorch is the Python face of.
public enum Framework {
  /// Whether libtorch is part of this build; without it every call throws a ``TorchError`` that says
  /// how to get it.
  public static var isAvailable: Bool { ctorch_is_available() }

  /// libtorch's version, "1.13.0"; empty without libtorch.
  public static var version: String { String(cString: ctorch_version()) }

  /// Lets libtorch compute with so many threads.
  ///
  /// One thread is the default: then every sum has one order and a run repeats to the last bit, and
  /// networks as small as the course's lose time to a second thread.
  public static func setThreads(_ count: Int) throws {
    try check("setThreads", ctorch_set_threads(Int32(clamping: count)))
  }

  /// C objects given and not yet freed: what a test of leaks looks at.
  package static var liveObjects: Int { ctorch_live_handles() }
}

/// Starts the framework's random numbers anew: `Tensor.rand`, `Tensor.randn` and the initial weights
/// of layers, the same as PyTorch's from the same seed.
public func manualSeed(_ seed: UInt64) throws {
  try check("manualSeed", ctorch_manual_seed(seed))
}
