import Checking
import Contracts
import Recurrent

/// Which numbers are looked at, where the two losses are taken, and what their difference is divided by.
let gradientPointMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] =
  partlyVisited + otherPoints + misplacedSlopes

/// Slopes that are right, in places that are not theirs.
private let misplacedSlopes: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  placed(
    "slopes taken column by column and put into the tensor row by row",
    "The numbers are right, but they stand in the places of others: rows and columns are mixed up.",
    "In which order does a matrix keep its elements?"
  ) { rows, columns in
    (0..<columns).flatMap { j in (0..<rows).map { i in i * columns + j } }
  },
  placed(
    "slopes taken row by row and put into the tensor column by column",
    "The numbers are right, but they stand in the places of others: rows and columns are mixed up.",
    "In which order does a matrix keep its elements?"
  ) { rows, columns in
    (0..<rows).flatMap { i in (0..<columns).map { j in j * rows + i } }
  },
  placed(
    "slopes in reverse order within each tensor",
    "The numbers are right, but the first of a tensor stands in its last place.",
    "Where does the slope of element [0, 0] stand in your result?"
  ) { rows, columns in (0..<rows * columns).reversed() },
  wrongGradient(
    "slopes that are added up within a tensor",
    "Each number holds the slopes of all elements before it as well.",
    "What does your variable hold when the second element is looked at?"
  ) { input in
    var (tensor, sum) = (-1, 0.0)
    return checkedElements(of: input.point).map { element in
      if element.k != tensor { (tensor, sum) = (element.k, 0) }
      sum += element.rise({ input.function($0) }, input.step) / (2 * input.step)
      return sum
    }
  },
]

/// - Parameter source: from each place of a tensor to the element whose slope stands there.
private func placed(
  _ name: String, _ explanation: String, _ question: String,
  _ source: @escaping @Sendable (_ rows: Int, _ columns: Int) -> [Int]
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradient(name, explanation, question) { input in
    let slopes = checkedElements(of: input.point).map {
      $0.rise({ input.function($0) }, input.step) / (2 * input.step)
    }
    var start = 0
    return input.point.tensors.flatMap { tensor in
      defer { start += tensor.rows * tensor.columns }
      return source(tensor.rows, tensor.columns).map { slopes[start + $0] }
    }
  }
}

/// Loops that do not come to every number: what they miss keeps its zeros.
private let partlyVisited: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  visiting(
    "the first tensor left out", "The first tensor keeps its zeros.",
    "At which tensor does your loop begin?"
  ) { element, _ in element.k > 0 },
  visiting(
    "the last tensor alone", "All tensors but the last keep their zeros.",
    "Where are the slopes of the first tensor when your loop comes to the second?"
  ) { element, tensors in element.k == tensors - 1 },
  visiting(
    "the first row alone", "All rows but the first keep their zeros.",
    "Which elements of a tensor do your loops visit?"
  ) { element, _ in element.i == 0 },
  visiting(
    "the first element of each tensor alone", "All elements but the first keep their zeros.",
    "Which elements of a tensor do your loops visit?"
  ) { element, _ in element.i == 0 && element.j == 0 },
  visiting(
    "the first row of each tensor left out", "The first row of each tensor keeps its zeros.",
    "At which row does your loop begin?"
  ) { element, _ in element.i > 0 },
  visiting(
    "the first column of each tensor left out", "The first column of each tensor keeps its zeros.",
    "At which column does your loop begin?"
  ) { element, _ in element.j > 0 },
  visiting(
    "the diagonal of each tensor alone", "Only elements [i, i] get a slope, all others keep zeros.",
    "How many loops go over a tensor of rows and columns?"
  ) { element, _ in element.i == element.j },
]

private let otherPoints: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrongDifference(
    "the left side alone, divided by 2s",
    "The second point is p itself, so every number is about half of the slope.",
    "Where is p when the first loss is taken: how far did you move it?"
  ) { loss, step, element in
    (loss(element.point) - loss(element.moved(by: -step))) / (2 * step)
  },
  wrongDifference(
    "L(p + 2s) − L(p) over 2s: both points on the right",
    "The two points are 2s apart, but not on both sides of p, so the error shrinks only with s.",
    "Which two points does a central difference take?"
  ) { loss, step, element in
    (loss(element.moved(by: 2 * step)) - loss(element.point)) / (2 * step)
  },
  wrongDifference(
    "two points that are 4s apart, divided by 2s",
    "Each point lies 2s from p, so every number comes out about twice as large as the slope.",
    "How far is each of your two points from p?"
  ) { loss, step, element in element.rise(loss, 2 * step) / (2 * step) },
  wrongDifference(
    "two points that are 4s apart, not 2s",
    "Each point lies 2s from p, so the slope is taken over twice the width asked for.",
    "How far is each of your two points from p?"
  ) { loss, step, element in element.rise(loss, 2 * step) / (4 * step) },
  wrongDifference(
    "a division by 2 alone", "The rise of the loss is halved and never divided by s.",
    "What is the unit of dL/dp?"
  ) { loss, step, element in element.rise(loss, step) / 2 },
  wrongDifference(
    "a division by s²", "The rise of the loss is divided by s once too often.",
    "What is the unit of dL/dp?"
  ) { loss, step, element in element.rise(loss, step) / (2 * step * step) },
  wrongDifference(
    "the second derivative: L(p + s) − 2 L(p) + L(p − s) over s²",
    "You measure how the loss bends, and not how it rises.",
    "Which derivative is 0 at a minimum?"
  ) { loss, step, element in
    (loss(element.moved(by: step)) - 2 * loss(element.point) + loss(element.moved(by: -step)))
      / (step * step)
  },
  wrongDifference(
    "a step of s max(1, |p|)",
    "Parameters beyond ±1 move farther than asked for, each by a width of its own.",
    "How far does p move if it is 2?"
  ) { loss, step, element in
    let step = step * max(1, abs(element.value))
    return element.rise(loss, step) / (2 * step)
  },
  wrongDifference(
    "a step of s (1 + |p|)", "Large parameters move farther than small ones, and none moves by s.",
    "How far does p move if it is 2?"
  ) { loss, step, element in
    let step = step * (1 + abs(element.value))
    return element.rise(loss, step) / (2 * step)
  },
  wrongDifference(
    "all numbers of a tensor moved at once",
    "All elements of a tensor get one and the same number, the sum of their slopes.",
    "Which parameter's share in the loss do you see then?"
  ) { loss, step, element in
    func all(_ change: Double) -> TensorList {
      var moved = element.point
      moved.tensors[element.k] = moved.tensors[element.k].map { $0 + change }
      return moved
    }
    return (loss(all(step)) - loss(all(-step))) / (2 * step)
  },
  wrongDifference(
    "the number moved in all tensors at once",
    "The number at the same place of every tensor is moved, too, where there is one.",
    "How many numbers are moved when one slope is taken?"
  ) { loss, step, element in
    func all(_ change: Double) -> TensorList {
      var moved = element.point
      for k in moved.tensors.indices
      where element.i < moved.tensors[k].rows && element.j < moved.tensors[k].columns {
        moved.tensors[k][element.i, element.j] += change
      }
      return moved
    }
    return (loss(all(step)) - loss(all(-step))) / (2 * step)
  },
  wrongDifference(
    "a number set to ±s instead of moved by it",
    "The losses are taken at +s and −s, whatever the parameter was: the slope is that near zero.",
    "Where is p when the first loss is taken, if it was 0.7?"
  ) { loss, step, element in
    element.rise(loss, from: -element.value, step) / (2 * step)
  },
]

extension CheckedElement {
  /// L(p + shift + s) − L(p + shift − s).
  fileprivate func rise(_ loss: CheckedLoss, from shift: Double, _ step: Double) -> Double {
    loss(moved(by: shift + step)) - loss(moved(by: shift - step))
  }
}

private func visiting(
  _ name: String, _ explanation: String, _ question: String,
  _ comesTo: @escaping @Sendable (CheckedElement, _ tensors: Int) -> Bool
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradient(name, explanation, question) { input in
    let tensors = input.point.tensors.count
    return checkedElements(of: input.point).map {
      comesTo($0, tensors) ? $0.rise({ input.function($0) }, input.step) / (2 * input.step) : 0
    }
  }
}
