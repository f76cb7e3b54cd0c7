import Testing
import Torch

/// Everything that needs libtorch; one after the other, because the random numbers and the count of
/// live handles are the process's own.
@Suite("libtorch", .serialized, .enabled(if: Framework.isAvailable))
enum TorchTests {}
