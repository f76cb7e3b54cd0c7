import Checking
import Contracts
import Recurrent
import Reference

/// Where the mask acts: on the logits, on one of two terms, or from the wrong place.
let batchLossMaskMisconceptions:
  [Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>] = [
    wrongBatchLoss(
      "a mask on the logits instead of the losses",
      "Logits of zero at padding still cost ln V each, and still have a gradient.",
      "What does a place cost whose logits are all zero?"
    ) {
      $0.counts = { _, _, _ in true }
      $0.keeps = $0.counts
      $0.loss = { input, t, b, target in
        let column = input.batch.mask[t, b] * input.logits[t].column(b)
        return try crossEntropy([column], targets: [target], reduction: .sum)
      }
      $0.probabilities = { input, t, b in
        try softmax(input.batch.mask[t, b] * input.logits[t].column(b))
      }
    },
    wrongBatchLoss(
      "a mask on the logits in the loss",
      "The gradient is right, but logits of zero at padding cost ln V each.",
      "What does a place cost whose logits are all zero?"
    ) {
      $0.counts = { _, _, _ in true }
      $0.loss = { input, t, b, target in
        let column = input.batch.mask[t, b] * input.logits[t].column(b)
        return try crossEntropy([column], targets: [target], reduction: .sum)
      }
    },
    wrongBatchLoss(
      "a mask on onehot alone: probabilities left at padding",
      "At padding the gradient still holds softmax / N, which pushes all words down.",
      "Which of the two terms does the mask multiply?"
    ) { $0.atPadding = { probabilities, _ in probabilities } },
    wrongBatchLoss(
      "a mask on the probabilities alone: −1/N left at padding",
      "At padding the gradient still holds −onehot / N, which pushes the padding's id up.",
      "Which of the two terms does the mask multiply?"
    ) { $0.atPadding = { probabilities, target in -1 * hot(target, probabilities.count) } },
    wrongBatchLoss(
      "dLogits of the padding alone",
      "The loss is right, but its gradient stands where there is no token.",
      "What does a 1 in the mask stand for?"
    ) { $0.keeps = { $0.batch.mask[$1, $2] == 0 } },
    wrongBatchLoss(
      "a mask of inputs that are not 0",
      "Where word 0 is read, the network is never judged.",
      "Is an input with the id 0 always padding?"
    ) {
      $0.counts = { $0.batch.inputs[$1][$2] != 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "a mask of inputs that are not 0, and a mean over their number",
      "Where word 0 is read, the network is never judged, and the token is not counted.",
      "Is an input with the id 0 always padding?"
    ) {
      $0.counts = { $0.batch.inputs[$1][$2] != 0 }
      $0.keeps = $0.counts
      $0.count = { Double($0.batch.inputs.joined().count { $0 != 0 }) }
    },
    wrongBatchLoss(
      "a mask of targets that are not 0, and a mean over their number",
      "Where word 0 is the right answer, the network is never judged, and the token is not counted.",
      "Is a target with the id 0 always padding?"
    ) {
      $0.counts = { $0.batch.targets[$1][$2] != 0 }
      $0.keeps = $0.counts
      $0.count = { Double($0.batch.targets.joined().count { $0 != 0 }) }
    },
    wrongBatchLoss(
      "the mask of the step before",
      "At each sequence's end a place of padding is judged like a token.",
      "Which row of the mask belongs to `logits[t]`?"
    ) {
      $0.counts = { $0.batch.mask[max($1 - 1, 0), $2] > 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "the mask of the next step",
      "The last token of each sequence is never judged.",
      "Which row of the mask belongs to `logits[t]`?"
    ) {
      $0.counts = { $1 + 1 < $0.batch.steps && $0.batch.mask[$1 + 1, $2] > 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "the first sequence's mask for all",
      "All sequences are judged for as long as the first one lasts.",
      "Which column of the mask belongs to sequence b?"
    ) {
      $0.counts = { input, t, _ in input.batch.mask[t, 0] > 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "steps that count only where no sequence has ended",
      "From the first end on nothing is judged any more.",
      "What of a step at which some sequences have a token and others have ended?"
    ) {
      $0.counts = { input, t, _ in !input.batch.mask.row(t).contains(0) }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "the last step alone",
      "Only the last row of the batch is judged, which short sequences never reach.",
      "At how many steps is there a prediction to judge?"
    ) {
      $0.counts = { $1 == $0.batch.steps - 1 && $0.batch.mask[$1, $2] > 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "each sequence's last token alone",
      "Only one prediction of each sequence is judged; all earlier ones leave no gradient.",
      "At how many steps is there a prediction to judge?"
    ) {
      $0.counts = { Double($1) == length(of: $2, in: $0.batch) - 1 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "the first step left out",
      "What is predicted after the first token is never judged.",
      "With which t does your loop begin?"
    ) {
      $0.counts = { $1 > 0 && $0.batch.mask[$1, $2] > 0 }
      $0.keeps = $0.counts
    },
    wrongBatchLoss(
      "the first sequence alone",
      "The other sequences of the batch are never judged.",
      "How many columns has the mask?"
    ) {
      $0.counts = { $2 == 0 && $0.batch.mask[$1, $2] > 0 }
      $0.keeps = $0.counts
    },
  ]
