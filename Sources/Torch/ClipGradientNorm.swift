import CTorch

/// Scales all gradients by one factor when their joint Euclidean norm is too large.
///
/// The factor is min(1, `maximumNorm` / (norm + 10⁻⁶)). Parameters without a gradient are skipped.
///
/// - Returns: the norm before the scaling.
@discardableResult
public func clipGradientNorm(_ parameters: [Tensor], maximumNorm: Double) throws -> Double {
  var norm = 0.0
  try parameters.withHandles { handles, count in
    try check(ctorch_clip_norm(handles, count, maximumNorm, &norm))
  }
  return norm
}
