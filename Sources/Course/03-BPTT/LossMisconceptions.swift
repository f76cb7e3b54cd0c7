import Checking
import Recurrent
import Reference

/// What goes wrong at the two ends of any backward pass: in the loss, and in the sums over time.
///
/// - Parameter weight: one that is used at every step, as the lesson writes it: "U".
func lossMisconceptions<Pass: OpenBackward>(
  of _: Pass.Type, weight: String
) -> [Misconception<Pass.Input, Pass.Output>] {
  func wrong(
    _ name: String, _ explanation: String, _ question: String,
    _ change: @escaping @Sendable (inout Pass) -> Void
  ) -> Misconception<Pass.Input, Pass.Output> { wrongPass(name, explanation, question, change) }
  return [
    // The loss.
    wrong("the gradient of the mean: 1/T", "", "Is the loss a sum over the steps or a mean?") {
      $0.finish = { $1.scale(by: 1 / Double(max(1, $0.targets.count))) }
    },
    wrong("the gradient of a mean over the vocabulary: 1/V", "", "Over what does the loss add?") {
      $0.finish = { $1.scale(by: 1 / Double($0.vocabularySize)) }
    },
    wrong(
      "the opposite sign", "",
      "If the target's probability is too small, which sign has its gradient do?"
    ) { $0.finish = { $1.scale(by: -1) } },
    wrong("the gradient of a loss in bits: 1/ln 2", "", "Which logarithm does the loss take?") {
      $0.finish = { $1.scale(by: 1 / log(2)) }
    },
    wrong(
      "probabilities without − onehot", "",
      "What is the logits' gradient if the prediction is perfect?"
    ) { $0.dLogits = { logits, _ in try softmax(logits) } },
    wrong(
      "logits instead of probabilities", "",
      "What becomes of the logits before they meet the target?"
    ) {
      $0.dLogits = { logits, target in
        var d = logits
        d[target] -= 1
        return d
      }
    },
    wrong(
      "the target's element alone: −1/p in place of p − 1", "",
      "Does the loss depend on the logits of the other words?"
    ) {
      $0.dLogits = { logits, target in
        let probabilities = try softmax(logits)
        var d = Vector(zeros: logits.count)
        d[target] = -1 / probabilities[target]
        return d
      }
    },
    wrong("inputs used as targets", "", "Which token should step t predict?") {
      $0.usesInputsAsTargets = true
    },
    wrong("the loss of the last step alone", "", "Which logits does the summed loss depend on?") {
      $0.lastLossOnly = true
    },
    // Sums over time.
    wrong(
      "gradients that are assigned at each step instead of added up", "",
      "\(weight) is used at every step: what does `gradients.\(weight)` hold after two of them?"
    ) { $0.counts = { $0 == 0 } },
    wrong("gradients that lack the first step", "", "Does your loop reach t = 0?") {
      $0.counts = { $0 > 0 }
    },
    wrong("a loop that runs forwards in time", "", "Which step's gradient can be known first?") {
      $0.runsForwards = true
    },
    // What belongs elsewhere.
    wrong(
      "clipping inside the backward pass", "",
      "Is a clipped gradient still the gradient of the loss?"
    ) { $0.finish = { $1.gradients = try clip($1.gradients, maximumNorm: 0.25) } },
  ]
}
