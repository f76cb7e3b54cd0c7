import Checking
import Contracts
import Recurrent
import Reference

/// Losses with a term, a step or a target that is another one.
let crossEntropySlips: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  summed(
    "a softmax taken twice: probabilities in place of logits",
    "The logits are turned into probabilities first and the softmax is taken of these again, so no "
      + "prediction can be sure.",
    "What does the log-sum-exp take: logits or probabilities?"
  ) { logSumExp(Array($0.probabilities)) - $0.probabilities[$0.target] },
  summed(
    "a maximum that is subtracted from the target's logit alone",
    "The log-sum-exp has its maximum back and the target's logit has not, so all losses are too "
      + "large by the largest logit.",
    "The target's logit is shifted by m: is the sum of exponentials too?"
  ) { $0.loss + ($0.logits.max() ?? 0) },
  summed(
    "a log-sum-exp without a shift",
    "The sum of exponentials overflows to ∞ or is rounded to 0, and its logarithm is infinite.",
    "What is exp(1000), and log of what follows?"
  ) { log($0.logits.map { exp($0) }.sum) - $0.logits[$0.target] },
  summed(
    "the target's logit left out of the loss",
    "What remains is the log-sum-exp, which grows with every logit, the target's too.",
    "Where do you use `targets[t]`?"
  ) { logSumExp(Array($0.logits)) },
  summed(
    "the target's logit added where it should be subtracted",
    "The loss grows with the logit of the right word.",
    "Which sign has the target's logit in the loss?"
  ) { step in
    let maximum = step.logits.max() ?? 0
    return log(step.logits.map { exp($0 - maximum) }.sum) + (step.logits[step.target] - maximum)
  },
  summed(
    "a sum of exponentials without its logarithm",
    "The sum itself stands where its logarithm belongs, so a perfect prediction costs 1.",
    "What is the loss of a perfect prediction?"
  ) { step in
    let maximum = step.logits.max() ?? 0
    return step.logits.map { exp($0 - maximum) }.sum - (step.logits[step.target] - maximum)
  },
  summed(
    "a mean of the exponentials in place of their sum",
    "Each loss is too small by log V, and may be negative.",
    "What is the loss when all logits are equal?"
  ) { $0.loss - log(Double($0.logits.count)) },
  summed(
    "a sum of exponentials that leaves the target out",
    "The target is compared with the other words alone, so the loss may be negative.",
    "Over which words does the softmax's denominator run?"
  ) { step in logSumExp(step.others.map { step.logits[$0] }) - step.logits[step.target] },
  summed(
    "the largest logit in place of the log-sum-exp",
    "The loss is 0 wherever the target's logit is the largest, however narrowly.",
    "What is the loss when all logits are equal?"
  ) { ($0.logits.max() ?? 0) - $0.logits[$0.target] },
  summed(
    "a hinge loss with a margin of 1",
    "Each other word costs something only where its logit comes within 1 of the target's.",
    "Where is the logarithm?"
  ) { step in
    step.others.reduce(0) { $0 + max(0, 1 + step.logits[$1] - step.logits[step.target]) }
  },
  summed(
    "a count of wrong predictions",
    "The loss tells whether the likeliest word is right, not how "
      + "likely the right word is.",
    "Where is the logarithm?"
  ) { $0.logits.indexOfMaximum == $0.target ? 0 : 1 },
  summed(
    "the entropy of the prediction",
    "The loss tells how sure the prediction is, not whether it is "
      + "right.",
    "Where do you use `targets[t]`?"
  ) { step in
    -step.logits.indices.reduce(0) {
      step.probabilities[$1] == 0 ? $0 : $0 + step.probabilities[$1] * step.logs[$1]
    }
  },
  summed(
    "−p log p of the target",
    "The loss is weighed with the probability, so a sure and wrong "
      + "prediction costs nothing.",
    "What is the loss of a prediction with p = 0?"
  ) { $0.probabilities[$0.target] == 0 ? 0 : $0.probabilities[$0.target] * $0.loss },
  summed(
    "losses of all words added up", "Every word is treated as the target, whatever the target is.",
    "Where do you use `targets[t]`?"
  ) { -$0.logs.sum },
  summed(
    "a squared loss", "The logarithm of the probability is squared, so small losses vanish.",
    "How large is the loss of a prediction with p = 1/e?"
  ) { $0.loss * $0.loss },
  reduced(
    "a mean over T − 1 steps", "The mean divides by one step too few.",
    "How many losses are there in a sequence of T steps?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: sum, mean: sum / (steps - 1)) },
  reduced(
    "a mean over T + 1 steps", "The mean divides by one step too many.",
    "How many losses are there in a sequence of T steps?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: sum, mean: sum / (steps + 1)) },
  reduced(
    "a mean that is divided by T twice", "The mean is a mean of the mean, T times too small.",
    "How often is the sum divided by T?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: sum, mean: sum / (steps * steps)) },
  reduced(
    "the perplexity in place of the mean loss", "The mean is raised to an exponential.",
    "Is the mean asked for in nats or as a perplexity?"
  ) { sum, steps, _ in CrossEntropyOutput(sum: sum, mean: exp(sum / steps)) },
  judging(
    "one maximum for several steps",
    "The logits are shifted by the largest logit of another step, so a step of far smaller logits "
      + "has all its exponentials rounded to 0, and the loss is infinite.",
    "Of which numbers is m the maximum, and when is it taken anew?"
  ) { input in
    let maximum = input.logits.map { $0.max() ?? 0 }.max() ?? 0
    return lossSteps(input).map { step in
      var step = step
      let shifted = step.logits - maximum
      step.logs = shifted - log(shifted.map { exp($0) }.sum)
      return step
    }
  },
  judging(
    "a sum of exponentials that is not cleared between steps",
    "Each step's sum holds the exponentials of all steps before it as well, so the loss is too large.",
    "What does your sum hold when a step begins?"
  ) { input in
    var sum = 0.0
    return lossSteps(input).map { step in
      var step = step
      let shifted = step.logits - (step.logits.max() ?? 0)
      sum += shifted.map { exp($0) }.sum
      step.logs = shifted - log(sum)
      return step
    }
  },
  judging(
    "the loss of the first step alone",
    "All steps but the first cost nothing, as when a loop "
      + "returns in its first round.",
    "Where does your function return?"
  ) { Array(lossSteps($0).prefix(1)) },
  judging(
    "the target of the step before",
    "Each prediction is judged by the token before the one that it should name.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) { lossSteps($0) { targets, t in t > 0 ? targets[t - 1] : nil } },
  judging(
    "targets rolled by one step, the first one last",
    "Each prediction is judged by the token after the one that it should name, and the last by the "
      + "first.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) { lossSteps($0) { targets, t in targets[(t + 1) % targets.count] } },
  judging(
    "targets rolled by one step, the last one first",
    "Each prediction is judged by the token before the one that it should name, and the first by "
      + "the last.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) { lossSteps($0) { targets, t in targets[(t + targets.count - 1) % targets.count] } },
  judging(
    "the first target at every step", "All predictions are judged by one and the same token.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) { lossSteps($0) { targets, _ in targets[0] } },
  judging(
    "targets in reverse order", "The first prediction is judged by the last token, and so on back.",
    "Which element of `targets` belongs to `logits[t]`?"
  ) { lossSteps($0) { targets, t in targets[targets.count - 1 - t] } },
]
