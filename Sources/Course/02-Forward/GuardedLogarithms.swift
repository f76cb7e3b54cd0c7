import Checking
import Contracts
import Recurrent
import Reference

/// The commonest guards against log 0; 1e-12 inside the logarithm stands in the catalogue's main part.
///
/// Below 1e-20 a number that is added and one that is the least give the same.
let guardedLogarithms = addedGuards + leastProbabilities + halfShifted + binaryLosses

/// Shifts that guard against overflow and not against underflow.
private let halfShifted = [
  logged(
    "a log-sum-exp that is shifted only by a maximum above 0",
    "Large logits are borne, but where all are far below 0 every exponential is 0, and its logarithm "
      + "infinite.",
    "What becomes of your log-sum-exp if all logits are −1000?"
  ) { step, word in
    let shift = max(0, step.logits.max() ?? 0)
    return step.logits[word] - (shift + log(step.logits.map { exp($0 - shift) }.sum))
  }
]

private let addedGuards: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-15, 1e-16, 1e-20,
].map { guardTerm in
  logged(
    "a small number, \(guardTerm), added inside the logarithm",
    "The loss can never exceed a bound, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { log($0.probabilities[$1] + guardTerm) }
}

private let leastProbabilities: [Misconception<CrossEntropyInput, CrossEntropyOutput>] = [
  1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-100, 1e-300,
].map { least in
  logged(
    "a probability that is kept above \(least)",
    "The loss can never exceed a bound, however wrong the prediction is.",
    "How large can your loss become at most, and how large should it be for logits 1000 and −1000?"
  ) { log(max(least, $0.probabilities[$1])) }
}

// MARK: - A binary cross-entropy for every word

private let binaryLosses: [Misconception<CrossEntropyInput, CrossEntropyOutput>] =
  [
    binary("") { _ in },
    binary(", the others' logarithms infinite where p is rounded to 1") {
      $0.complement = { log(1 - $0.probabilities[$1]) }
    },
    binary(", its logarithms infinite where p is rounded to 0 or 1") {
      $0.logarithm = { log($0.probabilities[$1]) }
      $0.complement = { log(1 - $0.probabilities[$1]) }
    },
    binary(", its logarithms kept above −100") {
      $0.logarithm = { max(-100, log($0.probabilities[$1])) }
      $0.complement = { max(-100, log(1 - $0.probabilities[$1])) }
    },
    binary(", the others' 1 − p kept above 1e-300") {
      $0.complement = { log(max(1e-300, 1 - $0.probabilities[$1])) }
    },
    binary(", p and 1 − p kept above 1e-300") {
      $0.logarithm = { log(max(1e-300, $0.probabilities[$1])) }
      $0.complement = { log(max(1e-300, 1 - $0.probabilities[$1])) }
    },
    // Kept above 1e-12 or 1e-9 this is the same as 1 − p.
    binary(", the others' sum of probabilities kept above 1e-16") {
      $0.complement = { step, word in log(max(1e-16, others(step, word))) }
    },
    binary(", the others' sum of probabilities rounded to 0") {
      $0.complement = { step, word in log(others(step, word)) }
    },
    binary(", the others' sum of exponentials kept above 1e-300") {
      $0.complement = { step, word in
        let whole = logSumExp(Array(step.logits)) - (step.logits.max() ?? 0)
        return log(max(1e-300, others(step, word) * exp(whole))) - whole
      }
    },
    summed(
      "a sigmoid and a binary cross-entropy for every word",
      "Each word is judged on its own, with 1 as the target's label and 0 as the others', so the "
        + "probabilities do not compete.",
      "Do the probabilities of a step add up to 1 in your loss?"
    ) { step in
      softplus(-step.logits[step.target]) + step.others.reduce(0) { $0 + softplus(step.logits[$1]) }
    },
    summed(
      "a sigmoid of the target's logit in place of the softmax",
      "The target is judged on its own, so the other logits do not matter.",
      "Do the other logits matter?"
    ) { softplus(-$0.logits[$0.target]) },
  ]
  + [1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7].flatMap { least in
    [
      binary(", the others' 1 − p kept above \(least)") {
        $0.complement = { log(max(least, 1 - $0.probabilities[$1])) }
      },
      binary(", p and 1 − p kept above \(least)") {
        $0.logarithm = { log(max(least, $0.probabilities[$1])) }
        $0.complement = { log(max(least, 1 - $0.probabilities[$1])) }
      },
      binary(", with \(least) added to p and 1 − p") {
        $0.logarithm = { log($0.probabilities[$1] + least) }
        $0.complement = { log(1 - $0.probabilities[$1] + least) }
      },
    ]
  }

/// What all words but one have together.
private func others(_ step: LossStep, _ word: Int) -> Double {
  step.logits.indices.reduce(0) { $1 == word ? $0 : $0 + step.probabilities[$1] }
}

private func softplus(_ x: Double) -> Double { max(0, x) + log(1 + exp(-abs(x))) }

private func binary(
  _ way: String, _ change: @escaping @Sendable (inout OpenLoss) -> Void
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrongLoss(
    "a loss for every word that is not the target as well" + way,
    "It is a binary cross-entropy of every word: −log(1 − p) is added for each word that is not the "
      + "target, so the loss is too large.",
    "Which probabilities does −log p of the target depend on directly?"
  ) {
    $0.loss = { step in step.loss - step.others.reduce(0) { $0 + step.complements[$1] } }
    change(&$0)
  }
}
