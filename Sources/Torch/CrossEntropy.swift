import CTorch

/// What becomes of the losses of several rows.
public enum CrossEntropyReduction: Sendable {
  /// Each row's loss by itself.
  case none
  /// Their mean, PyTorch's default.
  case mean
  /// Their sum, the loss of the course's sequences.
  case sum
}

/// The surprise at each target, -ln softmax(logits)[target], in nats.
///
/// - Parameter logits: T × V, before any softmax; or V for one step.
/// - Parameter targets: T ids in `0..<V`, `.int64`: `Tensor(ids:)`.
/// - Returns: one number, or T for `.none`.
/// - Throws: `TorchError` for a target out of range or of another dtype.
public func crossEntropy(
  _ logits: Tensor, targets: Tensor, reduction: CrossEntropyReduction = .mean
) throws -> Tensor {
  let code =
    switch reduction {
    case .none: Int32(ctorch_reduce_none)
    case .mean: Int32(ctorch_reduce_mean)
    case .sum: Int32(ctorch_reduce_sum)
    }
  return try .made { ctorch_cross_entropy(logits.handle, targets.handle, code, $0) }
}
