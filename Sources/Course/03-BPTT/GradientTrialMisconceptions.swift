import Checking
import Contracts
import Recurrent
import Reference

/// Checks that people really write, each blind in one way or too strict in one.
let gradientTrialMisconceptions: [Misconception<GradientOnTrial, [String]>] = [
  // Verdicts without a look.
  wrong(
    "a check that accepts everything", "It names no tensor, whatever it is given.",
    "When did your check last find something?"
  ) { $0.verdict = { _, _ in [] } },
  wrong(
    "a check that refuses everything", "It names every tensor, whatever it is given.",
    "Which gradient would your check be content with?"
  ) { $0.verdict = { _, names in names } },
  wrong(
    "all tensors accused where one is wrong", "It says that something is wrong and not what.",
    "Which of the tensors would you look at first, by what your check says?"
  ) { $0.verdict = { wrong, names in wrong.isEmpty ? [] : names } },
  wrong(
    "the first wrong tensor alone", "It stops at the first tensor that is wrong.",
    "What can be seen from *which* tensors are wrong together?"
  ) { $0.verdict = { wrong, _ in Array(wrong.prefix(1)) } },
  wrong(
    "the right tensors named in place of the wrong ones",
    "The comparison is turned round: it names what agrees.",
    "What should your list hold for a right gradient?"
  ) { $0.verdict = { wrong, names in names.filter { !wrong.contains($0) } } },
  // Which tensors and which elements.
  wrong(
    "the first tensor alone", "It looks at one tensor and believes the others.",
    "How many tensors has `gradient.tensors`?"
  ) { $0.looksAt = { k, _ in k == 0 } },
  wrong(
    "biases left out", "It looks at the matrices and never at the biases.",
    "Which parameters are trained besides the matrices?"
  ) { $0.looksAt = { _, shape in shape.columns > 1 } },
  wrong(
    "the last tensor left out", "Its loop ends one tensor too early.",
    "At which index does your loop over the tensors end?"
  ) { $0.leavesLastOut = true },
  wrong(
    "the first number of each tensor alone", "It takes one number as a sample of the rest.",
    "Which numbers of a tensor could be wrong while the first one is right?"
  ) { $0.pairs = { Array($0.prefix(1)) } },
  wrong(
    "sums compared in place of numbers",
    "It compares the sum of a tensor with the sum of the other.",
    "Which different tensors have the same sum?"
  ) { $0.pairs = { [Pair($0.map(\.a).reduce(0, +), $0.map(\.n).reduce(0, +))] } },
  wrong(
    "norms compared in place of numbers",
    "It compares the length of a gradient with the length of the other.",
    "Which different tensors have the same norm?"
  ) { $0.pairs = { [Pair(norm($0.map(\.a)), norm($0.map(\.n)))] } },
  wrong(
    "a mean of the relative errors in place of the worst",
    "One wrong number is diluted by all the right ones of its tensor.",
    "Can one wrong number hide among many right ones?"
  ) {
    $0.accepts = { pairs, _ in
      pairs.map { $0.distance / max($0.size, 1e-2) }.reduce(0, +) / Double(pairs.count) <= 1e-3
    }
  },
  wrong(
    "shapes that are not compared", "It pairs numbers as long as there are some on both sides.",
    "What does `zip` do with the longer of two lists?"
  ) { $0.comparesShapes = false },
  // How near is near enough.
  wrong(
    "an absolute tolerance alone, 1e-4",
    "Small gradients pass however wrong they are, and large ones are refused for their rounding.",
    "Is a difference of 1e-6 much or little?"
  ) {
    $0.slopes = .measured
    $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-4 } }
  },
  wrong(
    "an absolute tolerance alone, 1e-8", "Large gradients are refused for their rounding.",
    "How large is the rounding of a loss of a hundred million?"
  ) {
    $0.slopes = .measured
    $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-8 } }
  },
  wrong(
    "a tolerance of one per cent", "What is off by less than a hundredth passes.",
    "How wrong may a gradient be before your check notices?"
  ) { $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-2 * abs($0.n) + 1e-8 } } },
  wrong(
    "a floor of 1e-5 beside the relative tolerance",
    "Numbers of a millionth may be anything at all.",
    "Which gradients are smaller than what your check lets pass?"
  ) { $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-5 * abs($0.n) + 1e-5 } } },
  wrong(
    "a relative error without a floor, 1e-7",
    "A number so small that rounding makes all of it is refused.",
    "How many digits of a slope of 1e-9 can a numerical gradient know?"
  ) {
    $0.slopes = .measured
    $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-7 * $0.size } }
  },
  wrong(
    "an error relative to the whole gradient",
    "A small tensor hides behind the size of a large one.",
    "Against the size of what do you hold a difference?"
  ) { $0.accepts = { pairs, whole in norm(pairs.map(\.distance)) <= 1e-5 * whole + 1e-8 } },
  wrong(
    "magnitudes compared without their signs", "A gradient that points uphill for downhill passes.",
    "What does your check say of a = 0.25 beside n = −0.25?"
  ) {
    $0.accepts = { pairs, _ in
      pairs.allSatisfy { abs(abs($0.a) - abs($0.n)) <= 1e-5 * abs($0.n) + 1e-8 }
    }
  },
  wrong(
    "a difference without its magnitude", "Whatever is too small passes.",
    "What does your check say if a is far below n?"
  ) { $0.accepts = { pairs, _ in pairs.allSatisfy { $0.a - $0.n <= 1e-5 * abs($0.n) + 1e-8 } } },
  wrong(
    "a NaN that passes, since no comparison with it is true",
    "It asks whether the error is too large, and NaN is not larger than anything.",
    "What is NaN > 0.001?"
  ) {
    $0.accepts = { pairs, _ in !pairs.contains { $0.distance > 1e-5 * abs($0.n) + 1e-8 } }
  },
  wrong(
    "an infinity that passes, since its share is infinite, too",
    "The tolerance is a share of the larger of the two, and grows with what is wrong.",
    "How large is your tolerance if a is infinite?"
  ) {
    $0.accepts = { pairs, _ in pairs.allSatisfy { $0.distance <= 1e-5 * $0.size + 1e-8 } }
  },
  wrong(
    "0/0 taken for an error", "Two zeros agree, and their relative error is NaN.",
    "What is your relative error for a = 0 and n = 0?"
  ) {
    $0.accepts = { pairs, _ in
      pairs.allSatisfy { $0.distance / $0.size <= 1e-5 || $0.distance <= 1e-8 && $0.size > 0 }
    }
  },
  // The numerical gradient.
  wrong(
    "a forward difference", "Its error grows with the bend of the loss and drowns small slopes.",
    "On how many sides of a parameter do you look?"
  ) {
    $0.slopes = .measured
    $0.quotient = { loss, s in (try loss(s) - loss(0)) / s }
  },
  wrong(
    "a division by the step in place of twice the step",
    "Every numerical slope comes out twice as large as the slope is.",
    "How far apart are your two points?"
  ) {
    $0.slopes = .measured
    $0.quotient = { loss, s in (try loss(s) - loss(-s)) / s }
  },
  wrong(
    "a step of 1e-12", "The difference of the two losses is nothing but rounding.",
    "How many digits of two losses agree if the step is 1e-12?"
  ) {
    $0.slopes = .measured
    $0.step = 1e-12
  },
  wrong(
    "a step of 0.1", "The loss bends between the two points.",
    "How does the error of a central difference shrink with the step?"
  ) {
    $0.slopes = .measured
    $0.step = 0.1
  },
  wrong(
    "a parameter that is not moved back",
    "From the second number on, the slopes are those of another point.",
    "What are the other parameters when you move the second one?"
  ) {
    $0.slopes = .measured
    $0.movesBack = false
  },
]

private typealias Pair = OpenCheck.Pair

private func norm(_ numbers: [Double]) -> Double {
  numbers.map { $0 * $0 }.reduce(0, +).squareRoot()
}

// MARK: - A check with its decisions laid open

private struct OpenCheck: Sendable {
  /// Analytic and numerical.
  struct Pair {
    var a: Double
    var n: Double

    init(_ a: Double, _ n: Double) {
      self.a = a
      self.n = n
    }

    var distance: Double { abs(a - n) }
    var size: Double { max(abs(a), abs(n)) }
  }

  enum Slopes {
    /// From the derivation: as good as measured where no decision hangs on rounding, and a hundred
    /// times as quick.
    case exact
    case measured
  }

  // The defaults are the right ones.
  var slopes = Slopes.exact
  var step = 1e-5
  /// From the loss by the distance along one parameter, and the step.
  var quotient: @Sendable (_ loss: (Double) throws -> Double, _ step: Double) throws -> Double = {
    loss, s in (try loss(s) - loss(-s)) / (2 * s)
  }
  var movesBack = true
  var looksAt: @Sendable (_ k: Int, _ shape: Matrix) -> Bool = { _, _ in true }
  var leavesLastOut = false
  var comparesShapes = true
  /// What of a tensor is compared.
  var pairs: @Sendable ([Pair]) -> [Pair] = { $0 }
  /// From one tensor's pairs and the norm of all numerical gradients.
  ///
  /// Infinity is no share of n.
  var accepts: @Sendable ([Pair], _ whole: Double) -> Bool = { pairs, _ in
    pairs.allSatisfy { $0.distance <= 1e-5 * abs($0.n) + 1e-8 }
  }
  /// From the wrong names and all names.
  var verdict: @Sendable (_ wrong: [String], _ names: [String]) -> [String] = { wrong, _ in wrong }

  func callAsFunction(_ input: GradientOnTrial) throws -> [String] {
    switch input {
    case .network(let trial):
      var numerical = try trial.rightGradient().tensors
      if slopes == .measured {
        numerical = try measured(at: TensorList(trial.parameters.tensors)) { point in
          var parameters = trial.parameters
          parameters.tensors = point.tensors
          return try trial.loss(parameters)
        }
      }
      return names(in: trial.gradient, numerical)
    case .function(let trial):
      let numerical =
        slopes == .measured
        ? try measured(at: trial.point) { trial.function($0) }
        : trial.point.filled(with: trial.function.derivatives(at: trial.point)).tensors
      return names(in: trial.gradient, numerical)
    }
  }

  private func names(in gradient: some ParameterSet, _ numerical: [Matrix]) -> [String] {
    let whole = norm(numerical.flatMap(\.elements))
    var wrong: [String] = []
    for (k, (a, n)) in zip(gradient.tensors, numerical).enumerated() {
      guard looksAt(k, n), !(leavesLastOut && k == numerical.count - 1) else { continue }
      let hasShape = a.rows == n.rows && a.columns == n.columns
      let all = zip(a.elements, n.elements).map { Pair($0, $1) }
      if comparesShapes && !hasShape || !accepts(pairs(all), whole) {
        wrong.append(gradient.names[k])
      }
    }
    return verdict(wrong, gradient.names)
  }

  private func measured(
    at point: TensorList, loss: (TensorList) throws -> Double
  ) throws -> [Matrix] {
    var point = point
    return try point.tensors.indices.map { k in
      var result = point.tensors[k]
      for i in 0..<result.rows {
        for j in 0..<result.columns {
          result[i, j] = try quotient(
            { change in
              var moved = point
              moved.tensors[k][i, j] += change
              return try loss(moved)
            }, step)
          if !movesBack { point.tensors[k][i, j] -= step }
        }
      }
      return result
    }
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenCheck) -> Void
) -> Misconception<GradientOnTrial, [String]> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenCheck(), run: { try $0($1) },
    change: change)
}
