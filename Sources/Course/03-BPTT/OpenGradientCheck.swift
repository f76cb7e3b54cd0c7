import Checking
import Contracts
import Recurrent
import Reference

typealias CheckedLoss = (TensorList) -> Double

/// One parameter among all.
struct CheckedElement {
  var point: TensorList
  var k: Int
  var i: Int
  var j: Int

  var value: Double { point.tensors[k][i, j] }

  func moved(by change: Double) -> TensorList {
    var moved = point
    moved.tensors[k][i, j] += change
    return moved
  }

  /// L(p + s) − L(p − s).
  func rise(_ loss: CheckedLoss, _ step: Double) -> Double {
    loss(moved(by: step)) - loss(moved(by: -step))
  }
}

func checkedElements(of point: TensorList) -> [CheckedElement] {
  point.tensors.indices.flatMap { k in
    (0..<point.tensors[k].rows).flatMap { i in
      (0..<point.tensors[k].columns).map { j in CheckedElement(point: point, k: k, i: i, j: j) }
    }
  }
}

/// Both functions with their decisions laid open; the defaults are the right ones.
struct OpenGradientCheck: Sendable {
  /// The elements in the order of the tensors.
  var gradient: @Sendable (GradientCheckInput) -> [Double] = { input in
    checkedElements(of: input.point).map {
      $0.rise({ input.function($0) }, input.step) / (2 * input.step)
    }
  }
  /// From the pairs of each tensor.
  var relativeError: @Sendable ([[(Double, Double)]]) -> Double = { tensors in
    largestError(tensors.joined().map { errorRatio($0, $1) })
  }

  func callAsFunction(_ input: GradientCheckInput) -> GradientCheckOutput {
    var rest = gradient(input)[...]
    let tensors = input.point.tensors.map { tensor in
      let count = tensor.rows * tensor.columns
      defer { rest = rest.dropFirst(count) }
      return Matrix(tensor.rows, tensor.columns, Array(rest.prefix(count)))
    }
    return GradientCheckOutput(
      gradient: TensorList(tensors),
      relativeError: relativeError(
        zip(input.analytic.tensors, input.numerical.tensors).map {
          Array(zip($0.elements, $1.elements))
        }))
  }
}

func wrongGradientCheck(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenGradientCheck) -> Void
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenGradientCheck(), run: { $0($1) },
    change: change)
}

func errorRatio(_ a: Double, _ n: Double) -> Double {
  a == n ? 0 : abs(a - n) / max(abs(a), abs(n))
}

/// The maximum, NaN if there is one.
func largestError(_ errors: [Double]) -> Double {
  errors.reduce(0) { $1.isNaN || $1 > $0 ? $1 : $0 }
}
