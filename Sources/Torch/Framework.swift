import CTorch

/// The framework as a whole: libtorch, the C++ library under PyTorch.
///
/// Computes on one thread, so that a sum has one order and two runs agree to the last bit; networks
/// as small as the course's only lose time to a second one.
public enum Framework {
  /// Whether libtorch is part of this build.
  ///
  /// Where it is not, everything that makes a tensor throws and says so.
  public static var isAvailable: Bool { ctorch_is_available() }

  /// The version of libtorch, like "1.13.0"; `nil` without it.
  public static var version: String? { ctorch_version().map { String(cString: $0) } }

  /// Lets libtorch and its BLAS use as many threads as that, instead of the one.
  ///
  /// - Throws: `TorchError` for fewer than 1, and in a build without libtorch.
  public static func setThreads(_ count: Int) throws { try check(ctorch_set_threads(Int64(count))) }

  /// Tensors and optimisers that C++ holds for Swift at this moment, a test's measure for leaks.
  package static var liveHandles: Int { Int(ctorch_live_handles()) }
}

/// Starts libtorch's random numbers anew: the same seed, the same numbers, as in PyTorch.
///
/// - Throws: `TorchError` in a build without libtorch.
public func manualSeed(_ seed: UInt64) throws {
  try check(ctorch_manual_seed(seed))
}
