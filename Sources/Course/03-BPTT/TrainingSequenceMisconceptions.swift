import Checking
import Contracts
import Recurrent
import Reference

/// What each sequence begins with, and what of it is read and predicted.
func trainingSequenceMisconceptions<Network: TrainedNetwork>() -> [WrongTraining<Network>] {
  [
    wrongTraining(
      "a state carried from sequence to sequence, and from epoch to epoch",
      "Only the very first sequence begins from zeros, each other one from what was left before it.",
      "From which state does each sequence start, and the first one of the second epoch?"
    ) {
      $0.nextState = { last, _ in last }
      $0.carry = .throughTraining
    },
    wrongTraining(
      "inputs used as targets, in loss and gradient",
      "The network is taught to repeat the token that it has just read, and judged by that.",
      "Which of an example's two lists should be predicted?"
    ) { $0.reads = { Example(inputs: $0.inputs, targets: $0.inputs) } },
    wrongTraining(
      "inputs and targets exchanged",
      "The network reads what it should predict, and predicts what it should read.",
      "Which of an example's two lists does the forward pass take?"
    ) { $0.reads = { Example(inputs: $0.targets, targets: $0.inputs) } },
    wrongTraining(
      "inputs used as targets in the gradient",
      "The losses are right at first, but every step teaches the network to repeat its input.",
      "Which list does the backward pass take besides the trace?"
    ) { $0.gradientTargets = { $0.inputs } },
    wrongTraining(
      "sequences read from their ends",
      "Inputs and targets are reversed, so the network learns the sequences backwards.",
      "Which token of a sequence is read first?"
    ) { $0.reads = { Example(inputs: $0.inputs.reversed(), targets: $0.targets.reversed()) } },
    wrongTraining(
      "the first sequence again and again",
      "All updates of an epoch learn one and the same sequence.",
      "Which sequence does your loop take in its second turn?"
    ) { $0.visits = { examples in examples.map { _ in examples[0] } } },
    wrongTraining(
      "every other sequence in turn: the first of the set in the last place",
      "The sequences are rolled round by one, so that nearly all losses differ a little.",
      "Which sequence is met first?"
    ) { $0.visits = { Array($0.dropFirst() + $0.prefix(1)) } },
    wrongTraining(
      "sequences sorted by their lengths, the shortest first",
      "The updates come in another order than that of `training`.",
      "Which sequence is met first?"
    ) { $0.visits = { $0.sorted { $0.inputs.count < $1.inputs.count } } },
    wrongTraining(
      "sequences sorted by their lengths, the longest first",
      "The updates come in another order than that of `training`.",
      "Which sequence is met first?"
    ) { $0.visits = { $0.sorted { $0.inputs.count > $1.inputs.count } } },
  ]
}

/// How the parameters are moved.
func trainingStepMisconceptions<Network: TrainedNetwork>() -> [WrongTraining<Network>] {
  [
    wrongTraining(
      "the learning rate as the limit",
      "The gradient is clipped to the length of the learning rate.",
      "Which of the two numbers does `clip` take?"
    ) { $0.clip = { try clip($0, maximumNorm: $1.learningRate) } },
    wrongTraining(
      "a step that is clipped after its multiplication with the rate",
      "The limit holds for r g, not for g, so nearly no gradient is ever shortened.",
      "Which comes first: the clipping or the learning rate?"
    ) {
      $0.clip = { g, input in
        var scaled = g
        scaled.tensors = scaled.tensors.map { input.learningRate * $0 }
        return try clip(scaled, maximumNorm: input.maximumNorm)
      }
      $0.rate = { _ in 1 }
    },
    wrongTraining(
      "every step of one length: the learning rate times the limit",
      """
      Gradients are scaled to the limit even where they are short, as also when limit and learning \
      rate are exchanged in the two calls.
      """,
      "Which number does `clip` take, which the step, and what becomes of a short gradient?"
    ) {
      $0.clip = { g, input in
        let norm = g.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
        var scaled = g
        scaled.tensors = g.tensors.map { input.maximumNorm / (norm + 1e-6) * $0 }
        return scaled
      }
    },
    wrongTraining(
      "a learning rate of 0.1 whatever is given",
      "A rate other than 0.1 makes no difference to your loop.",
      "Where is `learningRate` used?"
    ) { $0.rate = { _ in 0.1 } },
    wrongTraining(
      "a learning rate of 0.01 whatever is given",
      "A rate other than 0.01 makes no difference to your loop.",
      "Where is `learningRate` used?"
    ) { $0.rate = { _ in 0.01 } },
    wrongTraining(
      "a learning rate of 1: the clipped gradient is the step",
      "The learning rate is forgotten, so each step is as long as the clipped gradient.",
      "Where is `learningRate` used?"
    ) { $0.rate = { _ in 1 } },
    wrongTraining(
      "a learning rate divided by the number of sequences",
      "Each sequence's step is N times too short, as if all N shared one.",
      "Does the number of sequences occur in a step?"
    ) { $0.rate = { $0.learningRate / Double(max(1, $0.training.count)) } },
    wrongTraining(
      "the parameters of the best validation loss handed back",
      "The last updates are lost: you return the parameters that began the epoch of the best "
        + "validation loss.",
      "Which parameters does the caller want: the last ones, or those of the best epoch?"
    ) {
      $0.handsBackEpoch = { losses in losses.indices.min { losses[$0] < losses[$1] } }
    },
    wrongTraining(
      "a learning rate that falls as 1 / (1 + epoch)",
      "The steps become shorter from epoch to epoch, where r stays what the caller chose.",
      "How large is your learning rate in the second epoch?"
    ) { $0.rateFactor = { 1 / Double($0 + 1) } },
    wrongTraining(
      "a learning rate that is halved after each epoch",
      "The steps become shorter from epoch to epoch, where r stays what the caller chose.",
      "How large is your learning rate in the second epoch?"
    ) { $0.rateFactor = { 1 / Double(1 << $0) } },
    wrongTraining(
      "a learning rate that falls by a tenth after each epoch",
      "The steps become shorter from epoch to epoch, where r stays what the caller chose.",
      "How large is your learning rate in the second epoch?"
    ) { $0.rateFactor = { (0..<$0).reduce(1) { factor, _ in 0.9 * factor } } },
    wrongTraining(
      "two steps per sequence", "Every gradient is subtracted twice.",
      "How often is `sgdStep` called for one sequence?"
    ) { $0.stepsPerSequence = 2 },
    wrongTraining(
      "gradients and losses of the parameters that training began with",
      "A copy taken before the first epoch is what learns: the training loss never changes.",
      "Which parameters does the second sequence's forward pass take?"
    ) { $0.stale = .training },
    wrongTraining(
      "everything computed with the parameters that training began with",
      "Parameters move, but both curves are flat: a copy taken at the start makes all losses.",
      "Which parameters does the second epoch's forward pass take?"
    ) { $0.stale = .all },
    wrongTraining(
      "one update per epoch, by the mean of all gradients, unclipped",
      "All sequences of an epoch share a single step, whose length has no limit.",
      "After how many sequences do the parameters move, and where is the clipping?"
    ) {
      $0.updates = .oncePerEpochByTheMean
      $0.clip = { g, _ in g }
    },
  ]
}
