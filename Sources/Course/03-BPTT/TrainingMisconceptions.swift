import Checking
import Contracts
import Recurrent
import Reference

/// Wrong training loops that people really write, whatever the network.
func trainingMisconceptions<Network: TrainedNetwork>() -> [WrongTraining<Network>] {
  func wrong(
    _ name: String, _ explanation: String, _ question: String,
    _ change: @escaping @Sendable (inout TrainingLoop<Network>) -> Void
  ) -> WrongTraining<Network> { wrongTraining(name, explanation, question, change) }
  let others: [WrongTraining<Network>] =
    trainingLossMisconceptions() + trainingSequenceMisconceptions() + trainingStepMisconceptions()
  return others + [
    // What is recorded.
    wrong(
      "a mean per token where the sum belongs",
      "Each sequence's loss is divided by its length, so the curve lies far too low.",
      "Which reduction does a sequence's loss take?"
    ) {
      $0.loss = { sum, example, _ in sum / Double(example.inputs.count) }
    },
    wrong(
      "a sum over the sequences where their mean belongs",
      "The curve grows with the number of sequences, and two sets cannot be compared.",
      "By what do you divide in the end?"
    ) {
      $0.divisor = { _, _, _ in 1 }
    },
    wrong(
      "the number of training sequences in the mean over validation",
      "The validation loss comes out too small wherever that set is the smaller one.",
      "How many losses did you add up?"
    ) {
      $0.divisor = { examples, input, _ in Double(max(examples.count, input.training.count)) }
    },
    wrong(
      "the number of validation sequences in the mean over training",
      "The training loss comes out too large wherever the validation set is the smaller one.",
      "How many losses did you add up?"
    ) {
      $0.divisor = { examples, input, _ in Double(min(examples.count, input.validation.count)) }
    },
    wrong(
      "a mean over all tokens of a set",
      "The sum is divided by the number of tokens, so the curve lies far too low.",
      "By how many numbers do you divide: sequences or tokens?"
    ) {
      $0.divisor = { examples, _, _ in Double(examples.reduce(0) { $0 + $1.inputs.count }) }
    },
    wrong(
      "losses that pile up from epoch to epoch",
      "Each point of both curves holds all epochs before it as well.",
      "What do your sums hold when an epoch begins?"
    ) {
      $0.finish = {
        $1.trainingLoss = piledUp($1.trainingLoss)
        $1.validationLoss = piledUp($1.validationLoss)
      }
    },
    wrong(
      "training losses that pile up from epoch to epoch",
      "Each point of the training curve holds all epochs before it as well.",
      "What does your sum over training hold when an epoch begins?"
    ) {
      $0.finish = { $1.trainingLoss = piledUp($1.trainingLoss) }
    },
    wrong(
      "validation losses that pile up from epoch to epoch",
      "Each point of the validation curve holds all epochs before it as well.",
      "What does your sum over validation hold when an epoch begins?"
    ) {
      $0.finish = { $1.validationLoss = piledUp($1.validationLoss) }
    },
    wrong(
      "the loss of the last sequence alone",
      "The curve shows one sequence of each epoch, whatever the others did.",
      "What happens to the losses of the sequences before?"
    ) {
      $0.lastLossOnly = [.training, .validation]
    },
    wrong(
      "training and validation loss exchanged", "Each curve carries the other one's name.",
      "Which argument of `record` comes first?"
    ) {
      $0.finish = { ($1.trainingLoss, $1.validationLoss) = ($1.validationLoss, $1.trainingLoss) }
    },
    wrong(
      "validation after the epoch's training",
      "The validation curve runs one epoch ahead: even its first point has been trained.",
      "With which parameters is the first validation loss taken?"
    ) { $0.validatesAfter = true },
    wrong(
      "a loss taken after the update",
      """
      Each loss comes from parameters that have just learnt this very sequence, so it is too \
      small.
      """,
      "Which loss belongs to a gradient: the one before or after the step?"
    ) { $0.measures = .afterUpdate },
    wrong(
      "a training loss taken when the epoch is over",
      "All losses come from the epoch's last parameters, not from those that met each sequence.",
      "With which parameters did the network meet the first sequence?"
    ) { $0.measures = .afterEpoch },
    wrong(
      "a training loss taken before the epoch's first update",
      "All losses come from the epoch's first parameters, as if nothing had moved in between.",
      "With which parameters did the network meet the last sequence?"
    ) { $0.measures = .beforeEpoch },
    // Which sequences.
    wrong(
      "sequences in reverse order",
      "The updates come in another order, so that nearly all losses differ a little.",
      "Which sequence is met first?"
    ) { $0.visits = { $0.reversed() } },
    wrong(
      "a training that goes over the validation set too",
      "The network learns from the set that should judge it.",
      "May the network learn from `validation`?"
    ) {
      $0.trainsOnValidation = true
    },
    wrong(
      "a validation loss taken on the training set",
      "The validation curve tells how well the network knows what it has learnt.",
      "Which sequences does your second loop go through?"
    ) { $0.validatesOn = { $0.training } },
    wrong(
      "a first sequence that is passed over", "The network never learns from the first sequence.",
      "At which index does your loop over the sequences begin?"
    ) { $0.visits = { Array($0.dropFirst()) } },
    wrong(
      "a last sequence that is passed over", "The network never learns from the last sequence.",
      "At which index does your loop over the sequences end?"
    ) { $0.visits = { $0.dropLast() } },
    wrong(
      "one epoch too many",
      "Both curves hold one point more than asked for, and the parameters have moved on.",
      "How many epochs does your range of epochs hold?"
    ) {
      $0.extraEpochs = 1
    },
    wrong(
      "one epoch too few",
      "Both curves lack a point, and the parameters lack the steps of an epoch.",
      "How many epochs does your range of epochs hold?"
    ) { $0.extraEpochs = -1 },
    // The update.
    wrong(
      "gradients that are not clipped", "Long gradients make leaps where short steps were meant.",
      "Where is `maximumNorm` used?"
    ) {
      $0.clip = { g, _ in g }
    },
    wrong(
      "a limit of 0.25 whatever is given",
      "A limit other than 0.25 makes no difference to your loop.", "Where is `maximumNorm` used?"
    ) {
      $0.clip = { g, _ in try Reference.clip(g, maximumNorm: 0.25) }
    },
    wrong(
      "each tensor clipped by its own norm",
      "Each tensor shrinks by another factor, so the steps go in another direction.",
      "How many norms has a gradient?"
    ) {
      $0.clip = { g, input in
        var clipped = g
        clipped.tensors = try g.tensors.map {
          try Reference.clip(TensorList([$0]), maximumNorm: input.maximumNorm).tensors[0]
        }
        return clipped
      }
    },
    wrong(
      "each element of the gradient clipped",
      "Large elements are cut and small ones are not, so the steps turn another way.",
      "Does your gradient keep its direction?"
    ) {
      $0.clip = { g, input in
        let limit = input.maximumNorm
        var clipped = g
        clipped.tensors = g.tensors.map { $0.map { min(limit, max(-limit, $0)) } }
        return clipped
      }
    },
    wrong(
      "parameters clipped in place of gradients",
      "The parameters are held near zero, while the steps may be of any length.",
      "What does `clip` get from you: the gradient or the parameters?"
    ) { $0.clipsParameters = true },
    wrong(
      "a step up the gradient", "Each update makes the loss grow.",
      "Does your training loss fall or rise?"
    ) {
      $0.rate = { -$0.learningRate }
    },
    wrong(
      "the gradient of the mean per token",
      "Long sequences move the parameters less than their summed loss asks for.",
      "Is the loss whose gradient you take a sum or a mean?"
    ) {
      $0.meanGradient = true
    },
    wrong(
      "one update per epoch",
      "All sequences of an epoch are met with the same parameters, which then move once.",
      "After how many sequences do the parameters move?"
    ) {
      $0.updates = .oncePerEpoch
    },
    wrong(
      "one update per epoch, by the mean of all gradients",
      "All sequences of an epoch share a single step, no longer than that of one sequence.",
      "After how many sequences do the parameters move?"
    ) { $0.updates = .oncePerEpochByTheMean },
    wrong(
      "one update per epoch, by the sum of clipped gradients",
      "All sequences of an epoch are met with the same parameters, which then leap once.",
      "After how many sequences do the parameters move?"
    ) { $0.updates = .oncePerEpochOfClipped },
    wrong(
      "one update per epoch, by the mean of clipped gradients",
      "All sequences of an epoch share a single step, shorter than the limit allows for one.",
      "After how many sequences do the parameters move?"
    ) { $0.updates = .oncePerEpochByTheMeanOfClipped },
    wrong(
      "one update per epoch, by the last sequence's gradient",
      "All sequences but the last of an epoch leave no mark on the parameters.",
      "Does your step stand inside of the loop over the sequences, or behind it?"
    ) { $0.updates = .oncePerEpochByTheLast },
    wrong(
      "gradients that pile up from sequence to sequence",
      "Each step goes along the sum of the epoch's gradients so far, not along its own sequence's.",
      "What is in the gradient when a sequence begins?"
    ) { $0.updates = .withPiledUpGradients(clipped: false, throughTraining: false) },
    wrong(
      "gradients that pile up from sequence to sequence and from epoch to epoch",
      "Each step goes along the sum of all gradients so far, which are never cleared.",
      "What is in the gradient when a sequence begins?"
    ) { $0.updates = .withPiledUpGradients(clipped: false, throughTraining: true) },
    wrong(
      "clipped gradients that pile up from sequence to sequence",
      "The next gradient is added to the clipped one, which is not cleared within the epoch.",
      "What is in the gradient when a sequence begins?"
    ) { $0.updates = .withPiledUpGradients(clipped: true, throughTraining: false) },
    wrong(
      "clipped gradients that pile up from sequence to sequence and from epoch to epoch",
      "The next gradient is added to the clipped one, which is never cleared.",
      "What is in the gradient when a sequence begins?"
    ) { $0.updates = .withPiledUpGradients(clipped: true, throughTraining: true) },
    wrong(
      "parameters that never move",
      "The curve is flat: every epoch meets the parameters that the first one met.",
      "Does the step change `parameters` or a copy?"
    ) {
      $0.updates = .never
    },
    wrong(
      "parameters that start again with every epoch",
      "Every epoch repeats the first one, and what it learnt is lost.",
      "With which parameters does the second epoch begin?"
    ) {
      $0.startsAgain = true
    },
    wrong(
      "trained parameters that are not handed back",
      "Both curves are right, but the caller keeps the parameters that it had before.",
      "What does the caller find in `parameters`?"
    ) {
      $0.finish = { $1.parameters = $0.parameters }
    },
  ]
}

/// A sum that is not set back to zero.
@Sendable private func piledUp(_ curve: [Double]) -> [Double] {
  var sum = 0.0
  return curve.map { loss in
    sum += loss
    return sum
  }
}

/// A training loop with one decision changed.
func wrongTraining<Network: TrainedNetwork>(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout TrainingLoop<Network>) -> Void
) -> WrongTraining<Network> {
  Misconception(
    name, explanation: explanation, question: question, in: TrainingLoop<Network>(),
    run: { try $0($1) },
    change: change)
}

typealias WrongTraining<Network: TrainedNetwork> = Misconception<
  TrainingInput<Network>, TrainingOutput<Network>
>
