import Contracts
import Recurrent

struct ClippedGradients {
  var tensors: [Matrix]

  var squares: Double { tensors.map(\.sumOfSquares).reduce(0, +) }
  var norms: [Double] { tensors.map { $0.sumOfSquares.squareRoot() } }
  var magnitudes: [Double] { tensors.flatMap(\.elements).map { abs($0) } }
}

/// Clipping with its decisions laid open: a misconception changes one of them.
struct OpenClipping: Sendable {
  // The defaults are the right ones.
  var norm: @Sendable (ClippedGradients) -> Double = { $0.squares.squareRoot() }
  /// What keeps the quotient finite.
  var guardTerm = 1e-6
  /// What all elements are multiplied by; `guarded` is the norm and the guard.
  var factor: @Sendable (_ limit: Double, _ norm: Double, _ guarded: Double) -> Double = {
    limit, _, guarded in min(1, limit / guarded)
  }
  var eachAlone = false
  /// Whether the norm is taken anew for every tensor, of all as they then are.
  var measuresAnew = false
  /// Whether the norm covers the tensors up to each one.
  var measuresSoFar = false
  /// Which tensors are scaled.
  var scales: @Sendable (_ k: Int, _ count: Int, Matrix) -> Bool = { _, _, _ in true }

  func callAsFunction(_ input: ClipInput) -> TensorList {
    let tensors = input.gradients.tensors
    func scaled(_ part: [Matrix]) -> [Matrix] {
      let norm = norm(ClippedGradients(tensors: part))
      let factor = factor(input.maximumNorm, norm, norm + guardTerm)
      return part.map { factor * $0 }
    }
    var result = eachAlone ? tensors.flatMap { scaled([$0]) } : scaled(tensors)
    if measuresSoFar {
      result = tensors.indices.map { scaled(Array(tensors.prefix($0 + 1)))[$0] }
    }
    if measuresAnew {
      result = tensors
      for k in tensors.indices { result[k] = scaled(result)[k] }
    }
    for k in tensors.indices where !scales(k, tensors.count, tensors[k]) { result[k] = tensors[k] }
    return TensorList(result)
  }
}
