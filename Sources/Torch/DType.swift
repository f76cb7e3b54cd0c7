import CTorch

/// What a tensor's elements are.
///
/// Here `.float64` is the default, since the course compares sixteen digits; PyTorch's own default
/// is `.float32`, with seven.
public enum DType: String, Sendable, CaseIterable {
  case float32
  case float64
  /// Whole numbers: token ids, targets of `crossEntropy`, what `argmax` gives.
  case int64
}

extension DType {
  var code: Int32 {
    switch self {
    case .float32: Int32(ctorch_float32)
    case .float64: Int32(ctorch_float64)
    case .int64: Int32(ctorch_int64)
    }
  }

  init?(code: Int32) {
    guard let dtype = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = dtype
  }
}
