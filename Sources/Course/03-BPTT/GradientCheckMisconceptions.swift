import Checking
import Contracts
import Recurrent
import Reference

// MARK: - Misconceptions of numericalGradient

private typealias Loss = (TensorList) -> Double

let gradientMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  difference(
    "a forward difference",
    "The error shrinks only with ε and not with ε², so that half of the digits are lost.",
    "On how many sides of θ do you look, and how does the error shrink with ε?"
  ) { loss, step, element in
    (loss(element.moved(by: step)) - loss(element.point)) / step
  },
  difference(
    "a backward difference",
    "The slope is taken to the left of θ alone, and its error shrinks only with ε.",
    "On how many sides of θ do you look, and how does the error shrink with ε?"
  ) { loss, step, element in
    (loss(element.point) - loss(element.moved(by: -step))) / step
  },
  difference(
    "the right side alone, divided by 2ε",
    "The second point is θ itself, so every number is about half of the slope.",
    "Where is θ when the second loss is taken: how far back did you move it?"
  ) { loss, step, element in
    (loss(element.moved(by: step)) - loss(element.point)) / (2 * step)
  },
  difference(
    "a formula of four points",
    "The error shrinks with ε⁴, so it is not the difference that the contract asks for.",
    "How many losses does the formula of this exercise take?"
  ) { loss, step, element in
    let (near, far) = (element.rise(loss, step), element.rise(loss, 2 * step))
    return (8 * near - far) / (12 * step)
  },
  difference(
    "a relative move, divided by ε alone", "Every slope is multiplied by its own parameter.",
    "How far apart are θ (1 + ε) and θ (1 − ε)?"
  ) { loss, step, element in
    element.rise(loss, step * element.value) / (2 * step)
  },
  difference(
    "a division by ε instead of 2ε", "Every number comes out twice as large as the slope.",
    "How far apart are your two points?"
  ) {
    $2.rise($0, $1) / $1
  },
  difference(
    "a division that is forgotten",
    "You give the rise of the loss between two points, which shrinks with ε, and not its slope.",
    "What is the unit of dL/dθ?"
  ) { $2.rise($0, $1) },
  difference(
    "a division by 2 before a product with ε",
    "Swift works from left to right, so the rise is multiplied by ε and not divided by it.",
    "Which of `/ 2 * step` is done first?"
  ) {
    $2.rise($0, $1) / 2 * $1
  },
  difference(
    "two points that are ε apart, not 2ε",
    "Each point lies only ε/2 from θ, so the slope is taken over half the width asked for.",
    "How far is each of your two points from θ?"
  ) {
    $2.rise($0, $1 / 2) / $1
  },
  difference(
    "the opposite sign", "Where the loss rises, you say that it falls.",
    "From which loss is the other one subtracted?"
  ) {
    -$2.rise($0, $1) / (2 * $1)
  },
  difference(
    "a step of your own instead of `step`",
    "The width that the caller chose is ignored, and your answer never depends on it.",
    "Where do you use `step`?"
  ) {
    loss, _, element in
    element.rise(loss, 1e-5) / 2e-5
  },
  difference(
    "a step relative to the parameter",
    "Large parameters move far and small ones hardly, so each slope has a width of its own.",
    "How far does θ move if it is 0.01, and how far if it is 100?"
  ) { loss, step, element in
    let step = step * max(abs(element.value), 1e-8)
    return element.rise(loss, step) / (2 * step)
  },
  difference(
    "all parameters moved at once",
    "All elements get one and the same number, the sum of everybody's slopes.",
    "Which parameter's share in the loss do you see then?"
  ) { loss, step, element in
    func all(_ change: Double) -> TensorList {
      TensorList(element.point.tensors.map { $0.map { $0 + change } })
    }
    return (loss(all(step)) - loss(all(-step))) / (2 * step)
  },
  gradient(
    "a parameter that is not moved back",
    "From the second element on, the slope is taken at a point that has wandered off.",
    "What are the other parameters when you look at the second one?"
  ) { input in
    drifting(input, by: -input.step)
  },
  gradient(
    "a parameter that ends up ε too far",
    "From the second element on, the slope is taken at a point that has wandered off.",
    "What are the other parameters when you look at the second one?"
  ) { input in
    drifting(input, by: input.step)
  },
  gradient(
    "the first tensor alone", "All tensors but the first keep their zeros.",
    "How many tensors has `parameters.tensors`?"
  ) { input in
    elements(of: input.point).map {
      $0.k == 0 ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
  gradient(
    "the first column alone", "All columns but the first keep their zeros.",
    "Which elements of a tensor do your loops visit?"
  ) {
    input in
    elements(of: input.point).map {
      $0.j == 0 ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
]

/// Slopes at a point in which every parameter that was looked at stays moved.
@Sendable private func drifting(_ input: GradientCheckInput, by change: Double) -> [Double] {
  var point = input.point
  return elements(of: input.point).map { element in
    let here = Element(point: point, k: element.k, i: element.i, j: element.j)
    point.tensors[element.k][element.i, element.j] += change
    return here.rise({ input.function($0) }, input.step) / (2 * input.step)
  }
}

/// One parameter among all.
private struct Element {
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

  /// L(θ + ε) − L(θ − ε).
  func rise(_ loss: Loss, _ step: Double) -> Double {
    loss(moved(by: step)) - loss(moved(by: -step))
  }
}

private func elements(of point: TensorList) -> [Element] {
  point.tensors.indices.flatMap { k in
    (0..<point.tensors[k].rows).flatMap { i in
      (0..<point.tensors[k].columns).map { j in Element(point: point, k: k, i: i, j: j) }
    }
  }
}

/// Both functions with their decisions laid open; the defaults are the right ones.
private struct OpenCheck: Sendable {
  /// The elements in the order of the tensors.
  var gradient: @Sendable (GradientCheckInput) -> [Double] = { input in
    elements(of: input.point).map {
      $0.rise({ input.function($0) }, input.step) / (2 * input.step)
    }
  }
  var relativeError: @Sendable ([(Double, Double)]) -> Double = { pairs in
    largest(pairs.map { ratio($0, $1) })
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
        zip(input.analytic.tensors, input.numerical.tensors).flatMap {
          Array(zip($0.elements, $1.elements))
        }))
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenCheck) -> Void
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenCheck(), run: { $0($1) },
    change: change)
}

/// Another gradient, its elements in the order of the tensors.
private func gradient(
  _ name: String, _ explanation: String, _ question: String,
  _ values: @escaping @Sendable (GradientCheckInput) -> [Double]
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrong(name, explanation, question) { $0.gradient = values }
}

/// Another quotient, the same for every parameter.
private func difference(
  _ name: String, _ explanation: String, _ question: String,
  _ quotient: @escaping @Sendable (Loss, _ step: Double, Element) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  gradient(name, explanation, question) { input in
    elements(of: input.point).map { quotient({ input.function($0) }, input.step, $0) }
  }
}

// MARK: - Misconceptions of relativeError

let relativeErrorMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] =
  [
    worst(
      "a denominator |a| + |n|",
      "Your error can never exceed 1, and is about half of the one asked for.",
      "What is the largest value that your error can have?"
    ) {
      abs($0 - $1) / (abs($0) + abs($1))
    },
    worst(
      "a denominator |a| alone",
      "The error explodes where a is tiny, and changes when the two gradients change places.",
      "What is your error for a = 0 and n = 0.001?"
    ) {
      abs($0 - $1) / abs($0)
    },
    worst(
      "a denominator |n| alone",
      "The error explodes where n is tiny, and changes when the two gradients change places.",
      "Is your error the same when a and n change places?"
    ) {
      abs($0 - $1) / abs($1)
    },
    worst(
      "a mean of |a| and |n| in the denominator",
      "The denominator is too small wherever a and n differ, so your error is too large.",
      "Which of |a| and |n| should you divide by?"
    ) {
      abs($0 - $1) / ((abs($0) + abs($1)) / 2)
    },
    worst(
      "an absolute error",
      "Large gradients look wrong and tiny ones look right, whatever share of them is off.",
      "Is a difference of 0.001 much or little?"
    ) { abs($0 - $1) },
    worst(
      "a difference without its magnitude",
      "Where n is larger than a, the error is negative, and the maximum passes over it.",
      "What is your error if n is larger than a?"
    ) {
      ($0 - $1) / max(abs($0), abs($1))
    },
    worst(
      "a floor of 1e-8 in the denominator",
      "Elements below 1e-8 seem to agree, even where one is half as large again as the other.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) {
      abs($0 - $1) / max(abs($0), abs($1), 1e-8)
    },
    worst(
      "1e-8 added to the denominator",
      "Elements below 1e-8 seem to agree, even where one is half as large again as the other.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) {
      abs($0 - $1) / (max(abs($0), abs($1)) + 1e-8)
    },
    worst(
      "the denominator max(10⁻⁸, |a| + |n|) of a well-known course",
      "Your error can never exceed 1, and elements below 1e-8 seem to agree.",
      "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
    ) {
      abs($0 - $1) / max(1e-8, abs($0) + abs($1))
    },
    worst(
      "|a| + |n| + 10⁻⁸ in the denominator",
      "Your error can never exceed 1, and elements below 1e-8 seem to agree.",
      "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
    ) {
      abs($0 - $1) / (abs($0) + abs($1) + 1e-8)
    },
    worst(
      "pairs with a zero passed over",
      "An element that is missing in one of the gradients is never found.",
      "What should the error be for a = 0 and n = 0.001?"
    ) {
      $0 == 0 || $1 == 0 ? 0 : abs($0 - $1) / max(abs($0), abs($1))
    },
    worst(
      "magnitudes compared without their signs",
      "A gradient with the wrong sign passes as a right one.",
      "What is your error for a = 0.25 and n = −0.25?"
    ) {
      abs(abs($0) - abs($1)) / max(abs($0), abs($1))
    },
    error(
      "a NaN that gets lost in the maximum",
      "A gradient with a NaN in it gets a fine error, as if that element were not there.",
      "What is max(0.1, NaN) in Swift?"
    ) { pairs in
      // `max(worst, error)` gives `worst` where the error is NaN.
      pairs.map { ratio($0, $1) }.reduce(0) { $1 >= $0 ? $1 : $0 }
    },
    error(
      "0/0 where both elements are zero",
      "Two zeros, which agree perfectly, make the whole error NaN.",
      "What should the error be where a = n = 0?"
    ) {
      pairs in
      largest(pairs.map { abs($0 - $1) / max(abs($0), abs($1)) })
    },
    error(
      "a mean where the maximum should be",
      "One wrong element among many right ones is thinned out until it hardly shows.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in pairs.map { ratio($0, $1) }.reduce(0, +) / Double(pairs.count)
    },
    error(
      "a sum where the maximum should be",
      "Many small errors add up, so that large networks look wrong.",
      "Does your error grow with the number of parameters?"
    ) { pairs in
      pairs.map { ratio($0, $1) }.reduce(0, +)
    },
    error(
      "the smallest error", "One right element is enough to make any gradient look right.",
      "Which of all the errors should your result be?"
    ) { pairs in
      pairs.map { ratio($0, $1) }.reduce(.infinity) { $1.isNaN || $1 < $0 ? $1 : $0 }
    },
    error(
      "the last element's error",
      "All pairs before the last may be wrong, and your error does not show it.",
      "What do you keep from the earlier elements?"
    ) { pairs in
      pairs.last.map { ratio($0, $1) } ?? 0
    },
    error(
      "norms of whole gradients",
      "Large elements drown the small ones, which may be wrong without showing.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in
      let difference = Vector(pairs.map { $0 - $1 }).norm
      return difference == 0
        ? 0 : difference / max(Vector(pairs.map(\.0)).norm, Vector(pairs.map(\.1)).norm)
    },
    error(
      "norms, and their sum as the denominator",
      "Large elements drown the small ones, and even opposite gradients get no error above 1.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in
      let difference = Vector(pairs.map { $0 - $1 }).norm
      return difference == 0
        ? 0 : difference / (Vector(pairs.map(\.0)).norm + Vector(pairs.map(\.1)).norm)
    },
  ]

private func ratio(_ a: Double, _ n: Double) -> Double {
  a == n ? 0 : abs(a - n) / max(abs(a), abs(n))
}

/// The maximum, NaN if there is one.
private func largest(_ errors: [Double]) -> Double {
  errors.reduce(0) { $1.isNaN || $1 > $0 ? $1 : $0 }
}

/// Another error of all pairs of elements.
private func error(
  _ name: String, _ explanation: String, _ question: String,
  _ value: @escaping @Sendable ([(Double, Double)]) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrong(name, explanation, question) { $0.relativeError = value }
}

/// Another error of one pair, 0 for equal elements; the largest counts.
private func worst(
  _ name: String, _ explanation: String, _ question: String,
  _ value: @escaping @Sendable (Double, Double) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  error(name, explanation, question) { pairs in
    largest(pairs.map { $0 == $1 ? 0 : value($0, $1) })
  }
}
