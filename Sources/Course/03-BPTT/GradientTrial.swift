import Checking
import Contracts
import Recurrent
import Reference

private let exercise = Exercise<GradientOnTrial, [String]>(
  "03.7", "Your check on trial", points: 4,
  hints: [
    """
    Look at the table of the report, row by row. Where a right gradient is refused, is your tolerance \
    narrower than the rounding of the numerical gradient? Where a wrong one is missed, is it wider than \
    the mistake, or is a tensor, an element or a NaN not looked at?
    """,
    """
    One numerical gradient of `loss` answers for all tensors. Then ask each tensor of `gradient` by \
    itself: has it the shape of its parameter? And each pair of elements: is the distance within a small share of the element's \
    size, or within what rounding alone can do? What does your comparison say if one is NaN or infinite?
    """,
    """
    With s = 1e-5 the numerical gradient n is right to about 1e-10, for a loss around 1. A pair agrees \
    if |a − n| ≤ r |n| + d, with r around 1e-5 and d around 1e-8; a tensor is wrong if a pair does \
    *not* agree. Asked in this way, NaN and infinity are wrong.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.7 order")
    return random.shuffled(gradientCandidates(seed)).map { Challenge($0.name, $0.input) }
  },
  reference: { input in
    switch input {
    case .network(let trial):
      return try wrongTensors(in: trial.gradient, of: trial.loss, at: trial.parameters)
    case .function(let trial):
      return try wrongTensors(in: trial.gradient, of: { trial.function($0) }, at: trial.point)
    }
  },
  observations: {
    [
      Observation(
        "the wrong tensors", claim: "your check names the wrong tensors and no others",
        [accusation($0)])
    ]
  },
  misconceptions: gradientTrialMisconceptions)

/// 03.7: the student writes the gradient check.
let gradientTrialExercise = AnyExercise(
  CheckOnTrial(
    exercise: exercise, candidates: gradientCandidates,
    opinion: { names in
      Opinion(accepts: names.isEmpty, accused: Array(Set(names)).sorted(), words: accusation(names))
    },
    noun: "gradient"))

/// "wrong in U, V"; whoever names a tensor twice has named it.
private func accusation(_ names: [String]) -> String {
  var seen = Set<String>()
  let once = names.filter { seen.insert($0).inserted }.sorted()
  return once.isEmpty ? "right" : "wrong in \(once.prefix(12).joined(separator: ", ").onOneLine)"
}

extension GradientOnTrial.Network {
  /// The summed cross-entropy at any parameters.
  func loss(_ parameters: RNNParameters) throws -> Double {
    let trace = try rnnForward(inputs, initialHidden: initialHidden, parameters: parameters)
    return try crossEntropy(trace.logits, targets: targets, reduction: .sum)
  }

  /// The gradient that belongs to the loss.
  func rightGradient() throws -> RNNParameters {
    let trace = try rnnForward(inputs, initialHidden: initialHidden, parameters: parameters)
    return try rnnBackward(trace, targets: targets, parameters: parameters).gradients
  }
}
