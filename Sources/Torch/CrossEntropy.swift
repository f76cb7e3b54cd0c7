import CTorch

/// What becomes of the losses of the rows: kept apart, averaged or summed.
public enum CrossEntropyReduction: Sendable {
  case none
  case mean
  case sum

  var code: ctorch_reduction {
    switch self {
    case .none: ctorch_reduce_none
    case .mean: ctorch_reduce_mean
    case .sum: ctorch_reduce_sum
    }
  }
}

/// −log softmax(logits)[target], in nats: `torch.nn.functional.cross_entropy`.
///
/// - Parameters:
///   - logits: N × V, not yet softmaxed.
///   - targets: N ids, int64.
///   - reduction: PyTorch's default is the mean; the course's lessons sum over a sequence.
/// - Returns: one number, or N of them for `.none`.
/// - Throws: ``TorchError`` when the sizes differ, or a target is not in `0..<V`.
public func crossEntropy(
  _ logits: Tensor, targets: Tensor, reduction: CrossEntropyReduction = .mean
) throws -> Tensor {
  try result(of: "crossEntropy", logits, targets) {
    ctorch_cross_entropy($0, $1, reduction.code, $2)
  }
}
