import Checking
import Contracts
import Recurrent

/// Losses that leave steps out, with means of their own.
let unjudgedSteps =
  ignored("0") { _ in 0 } + ignored("V − 1, the last word,") { $0 - 1 }
  + ownMeans(
    "the target of the next step",
    "The targets are shifted once more: each prediction is judged by the token after the one that it "
      + "should name."
  ) { lossSteps($0) { targets, t in t + 1 < targets.count ? targets[t + 1] : nil } }
  + ownMeans(
    "the target of the step before",
    "The targets are shifted: each prediction is judged by the token before the one that it should "
      + "name."
  ) { lossSteps($0) { targets, t in t > 0 ? targets[t - 1] : nil } }
  + ownMeans("a first step that is not judged", "What the network says at step 0 costs nothing.") {
    Array(lossSteps($0).dropFirst())
  }
  + ownMeans(
    "a last step that is not judged", "What the network says at the last step costs nothing."
  ) { Array(lossSteps($0).dropLast()) }

/// A word that is taken for padding.
private func ignored(
  _ name: String, _ word: @escaping @Sendable (_ size: Int) -> Int
) -> [Misconception<CrossEntropyInput, CrossEntropyOutput>] {
  let explanation =
    "Steps whose target is token \(name) are ignored as if they were padding, so this word costs "
    + "nothing and is never learnt."
  let question = "Is any token of the vocabulary padding here?"
  let judged: @Sendable (CrossEntropyInput) -> [LossStep] = { input in
    lossSteps(input).filter { $0.target != word($0.logits.count) }
  }
  return [
    wrongLoss("a target of token \(name) left out of the loss", explanation, question) {
      $0.judged = judged
    },
    wrongLoss(
      "a target of token \(name) left out of the loss and of the number of steps", explanation,
      question
    ) {
      $0.judged = judged
      $0.leastJudged = 1
    },
  ]
}

/// Steps that a shift or a slice loses, where the mean is taken over what is left.
private func ownMeans(
  _ name: String, _ explanation: String,
  _ judged: @escaping @Sendable (CrossEntropyInput) -> [LossStep]
) -> [Misconception<CrossEntropyInput, CrossEntropyOutput>] {
  [(1, "a mean over T − 1 steps"), (0, "a mean over T − 1 steps, 0/0 for a single one")].map {
    least, mean in
    wrongLoss(
      "\(name), and \(mean)", explanation, "Which element of `targets` belongs to `logits[t]`?"
    ) {
      $0.judged = judged
      $0.leastJudged = least
    }
  }
}
