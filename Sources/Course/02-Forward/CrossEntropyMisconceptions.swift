import Checking
import Contracts
import Recurrent
import Reference

/// Wrong losses that people really write.
let crossEntropyMisconceptions: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  reduced(
    "a mean over the vocabulary",
    "The sum is divided by the number of words, so `.mean` still grows with the number of steps.",
    "How many losses are there in a sequence of T steps?"
  ) { sum, _, size in CrossEntropyOutput(sum: sum, mean: sum / size) },
  reduced(
    "a mean over steps and vocabulary",
    "The mean is divided twice, by the steps and by the words, and comes out V times too small.",
    "How many losses are there in a sequence of T steps?"
  ) { CrossEntropyOutput(sum: $0, mean: $0 / ($1 * $2)) },
  reduced(
    "a sum divided by the vocabulary size",
    "Each step's loss is shared out among the words: sum and mean come out V times too small.",
    "Over what does `.sum` add?"
  ) {
    CrossEntropyOutput(sum: $0 / $2, mean: $0 / ($1 * $2))
  },
  reduced(
    "sum and mean exchanged", "`.sum` gives the mean and `.mean` the sum.",
    "Which of the two grows with the length of the sequence?"
  ) {
    sum, steps, _ in CrossEntropyOutput(sum: sum / steps, mean: sum)
  },
  reduced(
    "a sum where the mean should be",
    "`.mean` gives the sum, so long sequences seem to be worse than short ones.",
    "Where do you look at `reduction`?"
  ) {
    sum, _, _ in
    CrossEntropyOutput(sum: sum, mean: sum)
  },
  reduced(
    "a mean where the sum should be",
    "`.sum` gives the mean, so long sequences seem no worse than short ones.",
    "Where do you look at `reduction`?"
  ) {
    sum, steps, _ in
    CrossEntropyOutput(sum: sum / steps, mean: sum / steps)
  },
  summed(
    "a forgotten minus",
    "A perfect prediction has the largest loss, and training would make things worse.",
    "What sign has the logarithm of a probability?"
  ) {
    -$0.loss
  },
  summed(
    "a logarithm to base 2", "The loss is counted in bits, too large by the factor 1/ln 2.",
    "Is the loss asked for in bits or in nats?"
  ) {
    $0.loss / log(2)
  },
  summed(
    "a logarithm to base 10", "The loss is too small by the factor ln 10, about 2.3.",
    "Which logarithm undoes `exp`?"
  ) { $0.loss / log(10) },
  logged(
    "the logarithm of a softmax without a shift",
    "Large logits overflow to ∞, and the loss becomes NaN.",
    "What is exp(1000), and what is log(∞/∞)?"
  ) { log(exp($0.logits[$1]) / $0.logits.map { exp($0) }.sum) },
  logged(
    "the logarithm of a probability that is rounded to 0",
    "A probability too small for float64 is rounded to 0, and the loss becomes infinite.",
    "What is softmax([1000, -1000])[1] in float64, and what is its logarithm?"
  ) { log($0.probabilities[$1]) },
  logged(
    "a small number added inside the logarithm",
    "The loss can never exceed about 27.6, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { log($0.probabilities[$1] + 1e-12) },
  summed(
    "a maximum that is subtracted and not added back",
    "All losses are too small by the largest logit, and may even be negative.",
    "The sum of exponentials is shifted by m: is the target's logit too?"
  ) { $0.loss - ($0.logits.max() ?? 0) },
  summed(
    "the probability of the likeliest word instead of the target's",
    "The loss is −log of the largest probability, as when the target's shifted logit is left out: it "
      + "is the same whatever the target is.",
    "Where do you use `targets[t]`?"
  ) { -($0.logs.max() ?? 0) },
  summed(
    "a loss without logarithm, 1 − p", "A sure and wrong prediction never costs more than 1.",
    "What is the loss of a prediction with p = 0?"
  ) {
    1 - $0.probabilities[$0.target]
  },
  summed(
    "the target's logit taken for its probability",
    "The loss can be made as small as you like by raising all logits at once.",
    "Do the other logits matter?"
  ) {
    -$0.logits[$0.target]
  },
  summed(
    "a squared error against the one-hot target",
    "A sure and wrong prediction never costs more than 2.", "Where is the logarithm?"
  ) { step in
    step.probabilities.enumerated().reduce(0) {
      let error = $1.element - ($1.offset == step.target ? 1 : 0)
      return $0 + error * error
    }
  },
  wrongLoss(
    "the loss of the last step alone",
    "All steps but the last cost nothing, however wrong they are.",
    "What happens to the earlier losses?"
  ) { $0.judged = { Array(lossSteps($0).suffix(1)) } },
  wrongLoss(
    "a first step that is not judged", "What the network says at step 0 costs nothing.",
    "At which index does your loop begin?"
  ) { $0.judged = { Array(lossSteps($0).dropFirst()) } },
  wrongLoss(
    "a last step that is not judged", "What the network says at the last step costs nothing.",
    "At which index does your loop end?"
  ) { $0.judged = { Array(lossSteps($0).dropLast()) } },
  wrongLoss(
    "the target of the next step",
    "Each prediction is judged by the token after the one that it should name.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) {
    $0.judged = { input in
      lossSteps(
        CrossEntropyInput(
          logits: Array(input.logits.dropLast()), targets: Array(input.targets.dropFirst())))
    }
  },
  wrongLoss(
    "a softmax over the steps",
    "Steps compete with each other for each word, where words should compete at each step.",
    "Which numbers have to add up to 1: those of one step, or those of one word?"
  ) { $0.judged = { stepsOverTime($0) } },
  reduced(
    "the perplexity in place of the loss", "The loss grows exponentially, and is never 0.",
    "What is the loss of a perfect prediction?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: exp(sum), mean: exp(sum / steps)) },
  summed(
    "minus the probability, without a logarithm",
    "The loss is negative, and a sure and wrong prediction costs nothing.",
    "What is the loss of a perfect prediction?"
  ) { -$0.probabilities[$0.target] },
]

/// Each word's share over the steps, as a softmax along the wrong axis gives it.
private func stepsOverTime(_ input: CrossEntropyInput) -> [LossStep] {
  lossSteps(input).enumerated().map { t, step in
    var step = step
    step.logs = Vector(
      step.logits.indices.map { word in
        let overTime = input.logits.map { $0[word] }
        return overTime[t] - logSumExp(overTime)
      })
    step.probabilities = step.logs.map { exp($0) }
    return step
  }
}
