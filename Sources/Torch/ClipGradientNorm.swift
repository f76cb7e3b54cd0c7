import CTorch

/// Scales all gradients together so that their common norm is at most `maximumNorm`:
/// `torch.nn.utils.clip_grad_norm_`.
///
/// Each gradient is multiplied by min(1, maximumNorm / (norm + 10⁻⁶)); parameters without one are
/// passed over.
///
/// - Returns: the norm before, √ΣΣ g².
@discardableResult
public func clipGradientNorm(_ parameters: [Tensor], maximumNorm: Double) throws -> Double {
  var norm = 0.0
  try withHandles(of: parameters) { handles, count in
    try check(
      "clipGradientNorm", ctorch_clip_gradient_norm(handles, count, maximumNorm, &norm))
  }
  return norm
}
