import Checking
import Contracts
import Recurrent
import Reference

/// Training loops that measure one curve otherwise, or leave a sequence out.
let frameworkTrainingSlips: [Misconception<FrameworkTrainingInput, FrameworkTrainingOutput>] =
  curve(.training, "training") + curve(.validation, "validation") + [
    wrongEpochs(
      "a validation loss that is taken once, before the first epoch",
      "The validation curve is flat, since the loss is never taken again.",
      "With which weights is each epoch's validation loss taken?"
    ) { $0.validatesOnce = true },
    wrongEpochs(
      "a training loss measured after the epoch's updates",
      "The training loss is taken once more when all sequences have been learnt, so it is too small.",
      "Which losses does the training curve hold: those that the steps return?"
    ) { $0.measured = .afterEpoch },
    wrongEpochs(
      "a training loss measured before the epoch's first step",
      "The training loss is taken by itself with the weights from before the epoch.",
      "Which losses does the training curve hold: those that the steps return?"
    ) { $0.measured = .beforeEpoch },
    wrongEpochs(
      "a training loss from after each step",
      "Each loss comes from weights that have just learnt this very sequence.",
      "When is the loss taken that a step returns?"
    ) { $0.loop.returned = { _, after in try after() } },
    wrongEpochs(
      "a network that is trained on the validation set",
      "The steps go through `validation`, and `training` is never learnt.",
      "Which sequences does your second loop go through?"
    ) { $0.trainsOnValidation = true },
    wrongEpochs(
      "both means divided by the number of training sequences",
      "The validation loss is divided by a number that is not its own.",
      "How many sequences does each sum go over?"
    ) { $0.divisor = { $1.training.count } },
    wrongEpochs(
      "both means divided by the number of validation sequences",
      "The training loss is divided by a number that is not its own.",
      "How many sequences does each sum go over?"
    ) { $0.divisor = { $1.validation.count } },
    wrongEpochs(
      "the two numbers of sequences exchanged", "Each sum is divided by the other set's number.",
      "How many sequences does each sum go over?"
    ) { $0.divisor = { $0 == .training ? $1.validation.count : $1.training.count } },
    wrongEpochs(
      "both losses divided by the number of epochs",
      "The sums are divided by the number of epochs, which has nothing to do with them.",
      "Over what is a mean taken?"
    ) { $0.divisor = { $1.epochs } },
    wrongEpochs(
      "two steps for each sequence",
      "Each sequence moves the weights twice in an epoch, as when a step is taken for its loss and "
        + "another for its update.",
      "How often is `trainingStep` called for a sequence?"
    ) { $0.stepsTwice = true },
    wrongEpochs(
      "a new optimiser with every sequence",
      "What Adam has learnt about the gradients is lost with every sequence.",
      "How often is your optimiser made?"
    ) { $0.forgetsAlways = true },
    wrongEpochs(
      "a record for every sequence",
      "The curves hold a point for each step, where one for each epoch is asked for.",
      "How often is `log.record` called in an epoch?"
    ) { $0.recordsEachStep = true },
    wrongEpochs(
      "a first training sequence that is left out",
      "The first sequence of each epoch is neither learnt nor counted.",
      "At which index does your loop begin?"
    ) {
      $0.chosen = { $0 == .training ? Array($1.dropFirst()) : $1 }
    },
    wrongEpochs(
      "a last training sequence that is left out",
      "The last sequence of each epoch is neither learnt nor counted.",
      "At which index does your loop end?"
    ) { $0.chosen = { $0 == .training ? Array($1.dropLast()) : $1 } },
    wrongEpochs(
      "training sequences sorted by length, the shortest first",
      "The updates do not come in the given order, so that nearly all losses differ a little.",
      "Which order have the sequences of `training`, and may it be changed?"
    ) { $0.chosen = { $0 == .training ? byLength($1, <) : $1 } },
    wrongEpochs(
      "training sequences sorted by length, the longest first",
      "The updates do not come in the given order, so that nearly all losses differ a little.",
      "Which order have the sequences of `training`, and may it be changed?"
    ) { $0.chosen = { $0 == .training ? byLength($1, >) : $1 } },
    wrongEpochs(
      "the first training sequence alone", "One and the same sequence is learnt in every epoch.",
      "Which sequences does your loop go through?"
    ) {
      $0.chosen = { $0 == .training ? Array($1.prefix(1)) : $1 }
      $0.divisor = { $0 == .training ? 1 : $1.validation.count }
    },
    wrongEpochs(
      "the first validation sequence alone", "One sequence stands for the whole validation set.",
      "Which sequences does your validation go through?"
    ) {
      $0.chosen = { $0 == .validation ? Array($1.prefix(1)) : $1 }
      $0.divisor = { $0 == .validation ? 1 : $1.training.count }
    },
    wrongEpochs(
      "inputs used as targets", "The network is taught to repeat the token that it has just read.",
      "Which token should step t predict?"
    ) {
      $0.chosen = { $1.map { Example(inputs: $0.inputs, targets: $0.inputs) } }
    },
    wrongEpochs(
      "inputs used as targets in training alone",
      "The network is taught to repeat what it reads and judged by what should come next.",
      "Which token should step t predict?"
    ) { $0.loop.target = { $0.inputs } },
    wrongEpochs(
      "inputs and targets exchanged", "The network reads the future and has to name the past.",
      "Which of the two goes into `oneHot`?"
    ) {
      $0.chosen = { $1.map { Example(inputs: $0.targets, targets: $0.inputs) } }
    },
    wrongEpochs(
      "a limit of 0.25 whatever is given",
      "A limit other than 0.25 makes no difference to your training.",
      "Where is `maximumNorm` used?"
    ) { $0.loop.clip = { gradients, _ in try clip(gradients, maximumNorm: 0.25) } },
    wrongEpochs(
      "a limit of 1 whatever is given",
      "A limit other than 1 makes no difference to your training.", "Where is `maximumNorm` used?"
    ) { $0.loop.clip = { gradients, _ in try clip(gradients, maximumNorm: 1) } },
    wrongEpochs(
      "the mean over the steps, in the loss and in the gradient of training",
      "Long sequences move the weights less than their summed loss asks for.",
      "Which reduction does `crossEntropy` take if you name none?"
    ) { $0.loop.scale = { 1 / Double($0.inputs.count) } },
    wrongEpochs(
      "the mean over the steps, in training and in validation",
      "Losses and gradients are divided by T, so long sequences move the weights too little.",
      "Which reduction does `crossEntropy` take if you name none?"
    ) {
      $0.loop.scale = { 1 / Double($0.inputs.count) }
      $0.perToken = [.validation]
    },
  ]

/// What may be done to one of the curves alone.
private func curve(
  _ curve: FrameworkEpochs.Curve, _ name: String
) -> [Misconception<FrameworkTrainingInput, FrameworkTrainingOutput>] {
  [
    wrongEpochs(
      "a \(name) loss per token where the sum belongs",
      "The \(name) loss takes the mean over a sequence's steps, the framework's default, and is "
        + "divided by T.",
      "Which reduction does a sequence's loss take if you name none?"
    ) { $0.perToken = [curve] },
    wrongEpochs(
      "a \(name) loss that is not divided by the number of sequences",
      "The \(name) loss is a sum over the sequences where their mean belongs.",
      "By what do you divide in the end?"
    ) { $0.divides.remove(curve) },
    wrongEpochs(
      "a \(name) loss over all tokens together",
      "The \(name) loss is divided by the number of all tokens, where it is that of the sequences.",
      "By what do you divide in the end?"
    ) { $0.perTokenOfAll = [curve] },
    wrongEpochs(
      "the \(name) loss of the last sequence alone",
      "The \(name) curve shows one sequence of each epoch, whatever the others did.",
      "What happens to the losses before it?"
    ) { $0.lastOnly = [curve] },
    wrongEpochs(
      "a \(name) loss that piles up from epoch to epoch",
      "Each point of the \(name) curve holds all epochs before it as well.",
      "What does your sum hold when an epoch begins?"
    ) { $0.pilesUp = [curve] },
  ]
}

private func byLength(
  _ examples: [Example], _ precedes: (Int, Int) -> Bool
) -> [Example] {
  examples.sorted { precedes($0.inputs.count, $1.inputs.count) }
}
