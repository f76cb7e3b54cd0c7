import Checking
import Contracts
import Recurrent
import Reference

/// Wrong training loops that people really write.
let frameworkTrainingMisconceptions:
  [Misconception<FrameworkTrainingInput, FrameworkTrainingOutput>] = [
    wrongEpochs(
      "validation after the epoch's training",
      "The validation curve runs one epoch ahead: even its first point has been trained.",
      "With which weights is it first taken?"
    ) {
      $0.validatesAfter = true
    },
    wrongEpochs(
      "a validation that trains", "The network learns from the set that should judge it.",
      "May the network learn from `validation`?"
    ) {
      $0.validationTrains = true
    },
    wrongEpochs(
      "a sum over the sequences where their mean belongs",
      "The curve grows with the number of sequences, and two sets cannot be compared.",
      "By what do you divide in the end?"
    ) { $0.divides = [] },
    wrongEpochs(
      "a mean per token where the sum belongs",
      "Each sequence's loss is divided by its length, so the curve lies far too low.",
      "Which reduction does a sequence's loss take?"
    ) { $0.perToken = FrameworkEpochs.both },
    wrongEpochs(
      "the loss of the last sequence alone",
      "The curve shows one sequence of each epoch, whatever the others did.",
      "What happens to the losses before it?"
    ) {
      $0.lastOnly = FrameworkEpochs.both
    },
    wrongEpochs(
      "sequences in reverse order",
      "The updates come in another order, so that nearly all losses differ a little.",
      "Which sequence is met first?"
    ) { $0.chosen = { $0 == .training ? $1.reversed() : $1 } },
    wrongEpochs(
      "training and validation loss exchanged", "Each curve carries the other one's name.",
      "Which argument of `record` comes first?"
    ) {
      $0.exchanges = true
    },
    wrongEpochs(
      "one epoch too many",
      "Both curves hold one point more than asked for, and the weights have moved on.",
      "How many epochs does your range of epochs hold?"
    ) {
      $0.extraEpochs = 1
    },
    wrongEpochs(
      "one epoch too few", "Both curves lack a point, and the weights lack the steps of an epoch.",
      "How many epochs does your range of epochs hold?"
    ) {
      $0.extraEpochs = -1
    },
    wrongEpochs(
      "a new optimiser with every epoch",
      "What Adam has learnt about the gradients is lost when an epoch begins.",
      "How often is your optimiser made?"
    ) {
      $0.forgets = true
    },
    wrongEpochs(
      "a validation loss taken on the training set",
      "The validation curve tells how well the network knows what it has learnt.",
      "Which sequences does your second loop go through?"
    ) {
      $0.validatesOnTraining = true
    },
    wrongEpochs(
      "losses that pile up from epoch to epoch",
      "Each point of both curves holds all epochs before it as well.",
      "What do your sums hold when an epoch begins?"
    ) {
      $0.pilesUp = FrameworkEpochs.both
    },
    wrongEpochs(
      "gradients that are never cleared",
      "Each step goes along the sum of all gradients so far, not along its own sequence's.",
      "What does `backward` do with the gradient that is already there?"
    ) { $0.loop.order = .neverCleared },
    wrongEpochs(
      "gradients that are not clipped",
      "The optimiser sees gradients of their full length: they are clipped not at all, before the "
        + "backward pass or after the step.",
      "Where is `maximumNorm` used?"
    ) {
      $0.loop.clip = { gradients, _ in gradients }
    },
    wrongEpochs(
      "weights that never move",
      "The optimiser sees nothing but zeros, so the curve of SGD is flat.",
      "Which gradient does the optimiser see?"
    ) {
      $0.loop.order = .clearedBeforeStep
    },
  ]
