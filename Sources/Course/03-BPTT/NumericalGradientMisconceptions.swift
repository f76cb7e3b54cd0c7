import Checking
import Contracts
import Recurrent
import Reference

// Misconceptions of numericalGradient.

let gradientMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrongDifference(
    "a forward difference",
    "The error shrinks only with s and not with s², so that half of the digits are lost.",
    "On how many sides of p do you look, and how does the error shrink with s?"
  ) { loss, step, element in
    (loss(element.moved(by: step)) - loss(element.point)) / step
  },
  wrongDifference(
    "a backward difference",
    "The slope is taken to the left of p alone, and its error shrinks only with s.",
    "On how many sides of p do you look, and how does the error shrink with s?"
  ) { loss, step, element in
    (loss(element.point) - loss(element.moved(by: -step))) / step
  },
  wrongDifference(
    "the right side alone, divided by 2s",
    "The second point is p itself, so every number is about half of the slope.",
    "Where is p when the second loss is taken: how far back did you move it?"
  ) { loss, step, element in
    (loss(element.moved(by: step)) - loss(element.point)) / (2 * step)
  },
  wrongDifference(
    "a formula of four points",
    "The error shrinks with s⁴, so it is not the difference that the contract asks for.",
    "How many losses does the formula of this exercise take?"
  ) { loss, step, element in
    let (near, far) = (element.rise(loss, step), element.rise(loss, 2 * step))
    return (8 * near - far) / (12 * step)
  },
  wrongDifference(
    "a relative move, divided by 2s as if it were none",
    "Every slope is multiplied by its own parameter.",
    "How far apart are p (1 + s) and p (1 − s)?"
  ) { loss, step, element in
    element.rise(loss, step * element.value) / (2 * step)
  },
  wrongDifference(
    "a division by s instead of 2s", "Every number comes out twice as large as the slope.",
    "How far apart are your two points?"
  ) {
    $2.rise($0, $1) / $1
  },
  wrongDifference(
    "a division that is forgotten",
    "You give the rise of the loss between two points, which shrinks with s, and not its slope.",
    "What is the unit of dL/dp?"
  ) { $2.rise($0, $1) },
  wrongDifference(
    "a division by 2 before a product with s",
    "Swift works from left to right, so the rise is multiplied by s and not divided by it.",
    "Which of `/ 2 * step` is done first?"
  ) {
    $2.rise($0, $1) / 2 * $1
  },
  wrongDifference(
    "two points that are s apart, not 2s",
    "Each point lies only s/2 from p, so the slope is taken over half the width asked for.",
    "How far is each of your two points from p?"
  ) {
    $2.rise($0, $1 / 2) / $1
  },
  wrongDifference(
    "the opposite sign", "Where the loss rises, you say that it falls.",
    "From which loss is the other one subtracted?"
  ) {
    -$2.rise($0, $1) / (2 * $1)
  },
  wrongDifference(
    "a step of your own instead of `step`",
    "The width that the caller chose is ignored, and your answer never depends on it.",
    "Where do you use `step`?"
  ) {
    loss, _, element in
    element.rise(loss, 1e-5) / 2e-5
  },
  wrongDifference(
    "a step relative to the parameter",
    "Large parameters move far and small ones hardly, so each slope has a width of its own.",
    "How far does p move if it is 0.01, and how far if it is 100?"
  ) { loss, step, element in
    let step = step * max(abs(element.value), 1e-8)
    return element.rise(loss, step) / (2 * step)
  },
  wrongDifference(
    "all parameters moved at once",
    "All elements get one and the same number, the sum of everybody's slopes.",
    "Which parameter's share in the loss do you see then?"
  ) { loss, step, element in
    func all(_ change: Double) -> TensorList {
      TensorList(element.point.tensors.map { $0.map { $0 + change } })
    }
    return (loss(all(step)) - loss(all(-step))) / (2 * step)
  },
  wrongGradient(
    "a parameter that is not moved back",
    "From the second element on, the slope is taken at a point that has wandered off.",
    "What are the other parameters when you look at the second one?"
  ) { input in
    drifting(input, by: -input.step)
  },
  wrongGradient(
    "a parameter that ends up s too far",
    "From the second element on, the slope is taken at a point that has wandered off.",
    "What are the other parameters when you look at the second one?"
  ) { input in
    drifting(input, by: input.step)
  },
  wrongGradient(
    "the first tensor alone", "All tensors but the first keep their zeros.",
    "How many tensors has `parameters.tensors`?"
  ) { input in
    checkedElements(of: input.point).map {
      $0.k == 0 ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
  wrongGradient(
    "the last tensor left out", "The last tensor keeps its zeros.",
    "At which tensor does your loop end?"
  ) {
    input in
    let last = input.point.tensors.count - 1
    return checkedElements(of: input.point).map {
      $0.k < last ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
  wrongGradient(
    "the last row of each tensor left out", "The last row of each tensor keeps its zeros.",
    "At which row does your loop end?"
  ) {
    input in
    checkedElements(of: input.point).map {
      $0.i < input.point.tensors[$0.k].rows - 1
        ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
  wrongGradient(
    "the last column of each tensor left out", "The last column of each tensor keeps its zeros.",
    "At which column does your loop end?"
  ) {
    input in
    checkedElements(of: input.point).map {
      $0.j < input.point.tensors[$0.k].columns - 1
        ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
  wrongGradient(
    "the first column alone", "All columns but the first keep their zeros.",
    "Which elements of a tensor do your loops visit?"
  ) {
    input in
    checkedElements(of: input.point).map {
      $0.j == 0 ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  },
]

/// Slopes at a point in which every parameter that was looked at stays moved.
@Sendable private func drifting(_ input: GradientCheckInput, by change: Double) -> [Double] {
  var point = input.point
  return checkedElements(of: input.point).map { element in
    let here = CheckedElement(point: point, k: element.k, i: element.i, j: element.j)
    point.tensors[element.k][element.i, element.j] += change
    return here.rise({ input.function($0) }, input.step) / (2 * input.step)
  }
}

/// Another gradient, its elements in the order of the tensors.
func wrongGradient(
  _ name: String, _ explanation: String, _ question: String,
  _ values: @escaping @Sendable (GradientCheckInput) -> [Double]
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradientCheck(name, explanation, question) { $0.gradient = values }
}

/// Another quotient, the same for every parameter.
func wrongDifference(
  _ name: String, _ explanation: String, _ question: String,
  _ quotient: @escaping @Sendable (CheckedLoss, _ step: Double, CheckedElement) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradient(name, explanation, question) { input in
    checkedElements(of: input.point).map { quotient({ input.function($0) }, input.step, $0) }
  }
}
