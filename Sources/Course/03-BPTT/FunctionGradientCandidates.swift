import Checking
import Contracts
import Recurrent
import Reference

/// Right gradients of plain functions, whose losses and slopes are of any size.
func rightFunctionGradients(
  using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>] {
  [
    FunctionCase(slopes: [(2, 3, 1e8), (2, 1, 1e8)], bend: 1e8, using: &random)
      .right("a loss of a hundred million, with slopes to match"),
    FunctionCase(slopes: [(2, 2, 1), (3, 1, 1)], bend: 0, using: &random)
      .right("a loss without any bend, whose slopes every step finds"),
    FunctionCase(slopes: [(2, 2, 1), (3, 1, 1e-6), (2, 1, 1e-9)], bend: 1, using: &random)
      .right("near a minimum: slopes of 1e-6 and 1e-9, and the loss bends"),
  ]
}

/// Gradients of plain functions that are off in one tensor.
func wrongFunctionGradients(
  using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>] {
  let tiny = FunctionCase(slopes: [(2, 2, 1), (3, 1, 1e-6)], bend: 1, using: &random)
  let beside = FunctionCase(slopes: [(3, 3, 100), (2, 1, 1e-3)], bend: 1, using: &random)
  return [
    tiny.wrong(
      "slopes of 1e-6, twice as large as they are", "Is a difference of 1e-6 much or little?",
      tensor: 1, factor: 2),
    beside.wrong(
      "a small tensor off by a tenth, beside a large one that is right",
      "Against the size of what do you hold a difference?", tensor: 1, factor: 1.1),
  ]
}

/// A function whose slopes have chosen sizes where they are taken.
private struct FunctionCase {
  var function: TestFunction
  var point: TensorList
  var gradient: TensorList

  /// - Parameters:
  ///   - slopes: rows, columns and the size of the derivatives of each tensor.
  ///   - bend: the size of the second and third derivatives.
  init(
    slopes: [(rows: Int, columns: Int, size: Double)], bend: Double,
    using random: inout SeededRandom
  ) {
    let count = slopes.reduce(0) { $0 + $1.rows * $1.columns }
    let wanted = slopes.flatMap { slope in
      (0..<slope.rows * slope.columns).map { _ in
        slope.size * (0.5 + random.uniform()) * (random.uniform() < 0.5 ? -1 : 1)
      }
    }
    point = TensorList(
      slopes.map { slope in
        Matrix(
          slope.rows, slope.columns,
          (0..<slope.rows * slope.columns).map { _ in 0.4 + random.uniform() })
      })
    // All of one sign: no bend cancels another.
    function = TestFunction(
      linear: Array(repeating: 0, count: count),
      cubic: (0..<count).map { _ in bend * (0.2 + 0.3 * random.uniform()) },
      sine: (0..<count).map { _ in -bend * (0.2 + 0.3 * random.uniform()) }, coupling: bend * 0.1)
    let without = function.derivatives(at: point)
    function.linear = zip(wanted, without).map { $0 - $1 }
    gradient = point.filled(with: function.derivatives(at: point))
  }

  func right(_ name: String) -> Candidate<GradientOnTrial> {
    Candidate(name: name, question: nil, input: onTrial(gradient), truth: .right)
  }

  func wrong(
    _ name: String, _ question: String, tensor k: Int, factor: Double
  ) -> Candidate<GradientOnTrial> {
    var wrong = gradient
    wrong.tensors[k] = factor * wrong.tensors[k]
    return Candidate(
      name: name, question: question, input: onTrial(wrong), truth: .wrong([wrong.names[k]]))
  }

  private func onTrial(_ gradient: TensorList) -> GradientOnTrial {
    .function(.init(function: function, point: point, gradient: gradient))
  }
}

extension TestFunction {
  /// By each element, in the order of the tensors.
  func derivatives(at point: TensorList) -> [Double] {
    let x = point.tensors.flatMap(\.elements)
    return x.indices.map { i in
      let before = i > 0 ? x[i - 1] : 0
      let after = i < x.count - 1 ? x[i + 1] : 0
      return linear[i] + 3 * cubic[i] * x[i] * x[i] + sine[i] * cos(x[i])
        + coupling * (before + after)
    }
  }
}

extension TensorList {
  /// The same shapes with other elements, in the order of the tensors.
  func filled(with elements: [Double]) -> TensorList {
    var rest = elements[...]
    return TensorList(
      tensors.map { tensor in
        let count = tensor.rows * tensor.columns
        defer { rest = rest.dropFirst(count) }
        return Matrix(tensor.rows, tensor.columns, Array(rest.prefix(count)))
      })
  }
}
