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
    wrong(
      "the gradient of the mean: 1/T",
      "All gradients are T times too small, so that long sequences count for less.",
      "Is the loss a sum over the steps or a mean?"
    ) {
      $0.finish = { $1.scale(by: 1 / Double(max(1, $0.targets.count))) }
    },
    wrong(
      "the gradient of a mean over the vocabulary: 1/V",
      "All gradients are V times too small, as if the loss were shared out among the words.",
      "Over what does the loss add?"
    ) {
      $0.finish = { $1.scale(by: 1 / Double($0.vocabularySize)) }
    },
    wrong(
      "the opposite sign",
      "Every gradient points downhill, so that a step against it makes the loss grow.",
      "If the target's probability is too small, which sign should its logit's gradient have?"
    ) { $0.finish = { $1.scale(by: -1) } },
    wrong(
      "the gradient of a loss in bits: 1/ln 2",
      "All gradients are too large by the factor 1/ln 2, about 1.44.",
      "Which logarithm does the loss take?"
    ) {
      $0.finish = { $1.scale(by: 1 / log(2)) }
    },
    wrong(
      "probabilities without − onehot",
      "All words are pushed down, the right one too, however good the prediction is.",
      "What is the logits' gradient if the prediction is perfect?"
    ) { $0.dLogits = { logits, _ in try softmax(logits) } },
    wrong(
      "logits instead of probabilities",
      "Raw logits take the place of probabilities, so the gradients no longer fit the loss.",
      "What becomes of the logits before they meet the target?"
    ) {
      $0.dLogits = { logits, target in
        var d = logits
        d[target] -= 1
        return d
      }
    },
    wrong(
      "the target's element alone: −1/p in place of p − 1",
      "What the loss says to all the other words' logits is left out.",
      "Does the loss depend on the logits of the other words?"
    ) {
      $0.dLogits = { logits, target in
        let probabilities = try softmax(logits)
        var d = Vector(zeros: logits.count)
        d[target] = -1 / probabilities[target]
        return d
      }
    },
    wrong(
      "inputs used as targets", "The network is taught to repeat the token that it has just read.",
      "Which token should step t predict?"
    ) {
      $0.target = { inputs, _, t in inputs[t] }
    },
    wrong(
      "the target of the next step",
      "Each prediction is judged by the token after the one that it should name.",
      "Which element of `targets` belongs to `logits[t]`?"
    ) { $0.target = { _, targets, t in targets[min(t + 1, targets.count - 1)] } },
    wrong(
      "the target of the step before",
      "Each prediction is judged by the token before the one that it should name.",
      "Which element of `targets` belongs to `logits[t]`?"
    ) { $0.target = { _, targets, t in targets[max(t - 1, 0)] } },
    wrong(
      "a softmax over the steps",
      "Steps compete with each other for each word, where words should compete at each step.",
      "Which numbers have to add up to 1: those of one step, or those of one word?"
    ) { $0.softmaxOverTime = true },
    wrong(
      "a softmax of the probabilities",
      "The probabilities go through softmax again, so that all of them come out nearly equal.",
      "How often do the logits go through softmax?"
    ) {
      $0.dLogits = { try rightLogitsGradient(softmax($0), $1) }
    },
    wrong(
      "softmax's derivative once more: (p − y) ⊙ p ⊙ (1 − p)",
      "Sure predictions get hardly any gradient, even where they are wrong.",
      "Which derivative has brought the 1/p of the logarithm down to p − y?"
    ) {
      $0.dLogits = { logits, target in
        let p = try softmax(logits)
        return try rightLogitsGradient(logits, target) * p * (1 - p)
      }
    },
    wrong(
      "1 − p at the target",
      "The target is pushed down like all other words, the more so the less likely it was.",
      "Should the target's logit grow or shrink when you step against the gradient?"
    ) {
      $0.dLogits = { logits, target in
        var d = try softmax(logits)
        d[target] = 1 - d[target]
        return d
      }
    },
    wrong(
      "+ onehot in place of − onehot",
      "The target is pushed down like all other words, and twice as hard.",
      "Should the target's logit grow or shrink when you step against the gradient?"
    ) {
      $0.dLogits = { logits, target in
        var d = try softmax(logits)
        d[target] += 1
        return d
      }
    },
    wrong(
      "the target's element alone: p − 1, and zeros for all other words",
      "What the loss says to all the other words' logits is left out.",
      "Does the loss depend on the logits of the other words?"
    ) {
      $0.dLogits = { logits, target in
        var d = Vector(zeros: logits.count)
        d[target] = try softmax(logits)[target] - 1
        return d
      }
    },
    wrong(
      "a sigmoid in place of the softmax",
      "Each word is judged for itself, as in a binary cross-entropy; the words do not compete.",
      "Which function makes probabilities of the logits, all of them together?"
    ) {
      $0.dLogits = { logits, target in
        var d = try sigmoid(logits)
        d[target] -= 1
        return d
      }
    },
    wrong(
      "the likeliest word in place of the probabilities: onehot(argmax) − onehot",
      "Where the likeliest word is the right one there is no gradient, however unsure it was.",
      "Does the loss ask only which word is the likeliest?"
    ) {
      $0.dLogits = { logits, target in
        var d = Vector(zeros: logits.count)
        d[logits.indexOfMaximum ?? 0] = 1
        d[target] -= 1
        return d
      }
    },
    wrong(
      "logarithms of the probabilities in place of the probabilities: log p − onehot",
      "The gradient is made of log-probabilities, none of which is above 0, and pushes all words up.",
      "What is the logits' gradient if the prediction is perfect?"
    ) {
      $0.dLogits = { logits, target in
        var d = logSoftmax(logits)
        d[target] -= 1
        return d
      }
    },
    wrong(
      "the gradient of a squared error of the probabilities",
      "p − y goes through the softmax's derivative, as for ½ Σ (p − y)², not for a cross-entropy.",
      "Of which loss is p − y the gradient by the logits?"
    ) {
      $0.dLogits = { logits, target in
        let p = try softmax(logits)
        let error = try rightLogitsGradient(logits, target)
        return p * (error - p.dot(error))
      }
    },
    wrong(
      "targets counted from the end",
      "Step t is judged by the target at the same distance from the other end of the sequence.",
      "If your loop counts upwards while time runs backwards, which target is step t's?"
    ) { $0.target = { _, targets, t in targets[targets.count - 1 - t] } },
    wrong(
      "the target of the next step, and at the end the first one",
      "The targets are rolled round by a step, so the last prediction is judged by the first one.",
      "Which element of `targets` belongs to `logits[t]`?"
    ) { $0.target = { _, targets, t in targets[(t + 1) % targets.count] } },
    wrong(
      "the loss of the last step alone",
      "Only the last prediction is judged; all earlier ones leave no gradient.",
      "Which logits does the summed loss depend on?"
    ) {
      $0.lastLossOnly = true
    },
    // Sums over time.
    wrong(
      "gradients that are assigned at each step instead of added up",
      "Each step overwrites what later steps had added, so only step 0 is left in the end.",
      "\(weight) is used at every step: what does `gradients.\(weight)` hold after two of them?"
    ) { $0.counts = { $0 == 0 } },
    wrong(
      "gradients that lack the first step",
      "What step 0 has to add is missing in every sum over time.",
      "Does your loop add to the gradients at t = 0?"
    ) {
      $0.counts = { $0 > 0 }
    },
    wrong(
      "a loop that stops before t = 0",
      "Step 0 adds nothing to any sum, and the carry never passes through it.",
      "At which t does your loop end: does `to:` include it?"
    ) { $0.order = { (0..<$0).reversed().dropLast() } },
    wrong(
      "a loop that begins one step too early",
      "The last step adds nothing to any sum, and its loss reaches no state.",
      "At which t does your loop begin?"
    ) { $0.order = { (0..<$0).reversed().suffix(max(0, $0 - 1)) } },
    wrong(
      "a loop that runs forwards in time",
      "The carry arrives from the past, so no step hears of the losses that come after it.",
      "Which step's gradient can be known first?"
    ) { $0.order = { Array(0..<$0) } },
    // What belongs elsewhere.
    wrong(
      "clipping inside the backward pass",
      "Long gradients come out shortened, and no finite difference can agree with them.",
      "Is a clipped gradient still the gradient of the loss?"
    ) { $0.finish = { $1.gradients = try clip($1.gradients, maximumNorm: 0.25) } },
  ]
}
