import Checking
import Contracts
import Recurrent
import Reference

/// Training steps that clip, judge or return something else.
let trainingStepSlips: [Misconception<TrainingStepsInput, TrainingStepsOutput>] = [
  wrongTrainingStep(
    "the mean differentiated, the sum returned",
    "The gradient is that of the mean over the steps, T times too small, and only the number "
      + "returned is scaled up to the sum.",
    "Which number do you send backward: the one that you return?"
  ) { $0.gradientScale = { 1 / Double($0.inputs.count) } },
  clipping(
    "the LSTM's gradients clipped alone",
    "The norm is taken of the LSTM's parameters only, and those of the output layer are left out and "
      + "keep their length.",
    0..<4),
  clipping(
    "the output layer's gradients clipped alone",
    "The norm is taken of the output layer's parameters only, and those of the LSTM are left out and "
      + "keep their length.",
    4..<6),
  clipping(
    "the weights' gradients clipped without the biases'",
    "The norm is taken of the weight matrices only, and the biases are left out and keep their "
      + "length.",
    [0, 1, 4]),
  uncleared(
    "the output layer's gradients never cleared",
    "The gradients of the LSTM are set back and those of the output layer pile up.", 4..<6),
  uncleared(
    "the LSTM's gradients never cleared",
    "The gradients of the output layer are set back and those of the LSTM pile up.", 0..<4),
  wrongTrainingStep(
    "LSTM and output layer clipped one by one",
    "Each layer's gradients are clipped by a norm of their own, where one norm is taken of all.",
    "How many norms has a gradient?"
  ) {
    $0.clip = { gradients, limit in
      var clipped = gradients
      for part in [0..<4, 4..<gradients.tensors.count] {
        clipped.tensors = try clippedPart(clipped.tensors, Array(part), limit)
      }
      return clipped
    }
  },
  wrongTrainingStep(
    "a limit of 1 whatever is given", "A limit other than 1 makes no difference to your step.",
    "Where is `maximumNorm` used?"
  ) { $0.clip = { gradients, _ in try clip(gradients, maximumNorm: 1) } },
  wrongTrainingStep(
    "gradients that are always scaled to the limit",
    "Short gradients are stretched to the norm `maximumNorm`, where they should stay as they are.",
    "What becomes of a gradient that is shorter than the limit?"
  ) {
    $0.clip = { gradients, limit in
      let norm = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
      var scaled = gradients
      scaled.tensors = gradients.tensors.map { limit / (norm + 1e-6) * $0 }
      return scaled
    }
  },
  wrongTrainingStep(
    "a softmax before the cross-entropy",
    "The loss is handed probabilities in place of logits and takes a softmax of them again.",
    "What does the cross-entropy expect: logits or probabilities?"
  ) { $0.softmaxTwice = true },
  wrongTrainingStep(
    "two optimiser steps for one sequence", "Each gradient moves the weights twice.",
    "How often is `step` called?"
  ) { $0.order = .steppedTwice },
  wrongTrainingStep(
    "a step along the gradient of the sequence before",
    "The optimiser steps before the backward pass, with what the last call has left behind.",
    "Which gradient does `step` see?"
  ) { $0.order = .stepBeforeBackward },
  wrongTrainingStep(
    "the gradient's norm returned in place of the loss",
    "What the clipping hands back is returned, which tells how long the gradient was.",
    "Which number does `clipGradientNorm` return?"
  ) { $0.returnsNorm = true },
  wrongTrainingStep(
    "targets shifted once more",
    "Each step's logits are judged by the target of the step after, and the last step is left out.",
    "Which row of the logits belongs to targets[t]?"
  ) {
    $0.judged = {
      [(Example(inputs: $0.inputs.dropLast(), targets: Array($0.targets.dropFirst())), 1)]
    }
  },
  wrongTrainingStep(
    "the loss of the last step alone",
    "Only the last row of the logits is judged, and all other steps cost nothing.",
    "How many predictions does a sequence of T steps hold?"
  ) { $0.judged = { [($0, 1), ($0.first($0.inputs.count - 1), -1)] } },
  wrongTrainingStep(
    "the loss of the first step alone",
    "Only the first row of the logits is judged, and all other steps cost nothing.",
    "How many predictions does a sequence of T steps hold?"
  ) { $0.judged = { [($0.first(1), 1)] } },
  wrongTrainingStep(
    "a first step that is not judged", "What the network says at step 0 costs nothing.",
    "At which row do your logits begin?"
  ) { $0.judged = { [($0, 1), ($0.first(1), -1)] } },
  wrongTrainingStep(
    "a last step that is not judged", "The last step, which should predict EOS, costs nothing.",
    "At which row do your logits end?"
  ) { $0.judged = { [($0.first($0.inputs.count - 1), 1)] } },
  wrongTrainingStep(
    "a mean over the vocabulary",
    "Loss and gradient are divided by V, the number of words, where nothing is to be divided.",
    "Over what does `.sum` add?"
  ) { $0.scale = { _ in 0.25 } },
]

/// The tensors at some places clipped by their own norm.
func clippedPart(_ tensors: [Matrix], _ places: [Int], _ limit: Double) throws -> [Matrix] {
  var result = tensors
  let places = places.filter(tensors.indices.contains)
  let part = try clip(TensorList(places.map { tensors[$0] }), maximumNorm: limit).tensors
  for (place, tensor) in zip(places, part) { result[place] = tensor }
  return result
}

private func clipping(
  _ name: String, _ explanation: String, _ places: some Sequence<Int>
) -> Misconception<TrainingStepsInput, TrainingStepsOutput> {
  let places = Array(places)
  return wrongTrainingStep(name, explanation, "Of which parameters is the norm taken?") {
    $0.clip = { gradients, limit in
      var clipped = gradients
      clipped.tensors = try clippedPart(gradients.tensors, places, limit)
      return clipped
    }
  }
}

private func uncleared(
  _ name: String, _ explanation: String, _ places: Range<Int>
) -> Misconception<TrainingStepsInput, TrainingStepsOutput> {
  wrongTrainingStep(name, explanation, "Of which parameters do you clear the gradients?") {
    $0.order = .neverCleared
    $0.uncleared = Array(places)
  }
}
