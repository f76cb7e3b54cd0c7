import CTorch

/// The type of a tensor's elements.
///
/// Floating-point tensors and layers are `.float64` unless told otherwise, because the course compares
/// them with its own networks to sixteen digits. PyTorch's own default is float32, seven digits: half
/// the memory, and enough for training.
public enum DType: Sendable, Equatable, CustomStringConvertible {
  case float32
  case float64
  /// Whole numbers: token ids, and what `argmax` gives.
  case int64

  public var description: String {
    switch self {
    case .float32: "float32"
    case .float64: "float64"
    case .int64: "int64"
    }
  }

  var code: ctorch_dtype {
    switch self {
    case .float32: ctorch_float32
    case .float64: ctorch_float64
    case .int64: ctorch_int64
    }
  }

  init(_ code: ctorch_dtype) {
    switch code {
    case ctorch_float32: self = .float32
    case ctorch_int64: self = .int64
    default: self = .float64
    }
  }
}
