import Checking
import Contracts
import Recurrent

/// What is written down of each epoch, in one of the two curves or in both.
func trainingLossMisconceptions<Network: TrainedNetwork>() -> [WrongTraining<Network>] {
  TrainingLoop<Network>.Part.allCases.flatMap(ofOneCurve) + [
    wrongTraining(
      "a validation loss that is taken only once",
      "Every epoch records the loss of the initial parameters: the validation curve is constant.",
      "With which parameters is the second validation loss taken?"
    ) { $0.validatesOnce = true },
    wrongTraining(
      "both losses divided by the number of all sequences",
      "Each sum is divided by N + M, training and validation sequences together.",
      "How many losses did you add up?"
    ) { $0.divisor = { _, input, _ in Double(input.training.count + input.validation.count) } },
    wrongTraining(
      "a validation loss over both sets",
      "The mean over validation holds the training sequences as well.",
      "Which sequences does your validation loop go through?"
    ) { $0.validatesOn = { $0.validation + $0.training } },
    wrongTraining(
      "a training loss over both sets",
      "The mean over training holds the validation losses as well.",
      "What does your sum hold when the training loop begins?"
    ) {
      $0.finish = { input, output in
        let (n, m) = (Double(input.training.count), Double(input.validation.count))
        output.trainingLoss = zip(output.trainingLoss, output.validationLoss)
          .map { (n * $0 + m * $1) / (n + m) }
      }
    },
    wrongTraining(
      "a training loss that begins with the validation loss",
      "The sum over training goes on from the sum over validation, which is not set back to zero.",
      "What does your sum hold when the training loop begins?"
    ) {
      $0.finish = { input, output in
        let (n, m) = (Double(input.training.count), Double(input.validation.count))
        output.trainingLoss = zip(output.trainingLoss, output.validationLoss)
          .map { $0 + m * $1 / n }
      }
    },
    wrongTraining(
      "a training loss that begins with the mean validation loss",
      "The sum over training goes on from the mean over validation, which should stand by itself.",
      "What does your sum hold when the training loop begins?"
    ) {
      $0.finish = { input, output in
        output.trainingLoss = zip(output.trainingLoss, output.validationLoss)
          .map { $0 + $1 / Double(input.training.count) }
      }
    },
    wrongTraining(
      "a first validation sequence that is passed over",
      "The validation loss never hears of the first sequence, and is divided by all.",
      "At which index does your loop over the validation sequences begin?"
    ) {
      $0.validatesOn = { Array($0.validation.dropFirst()) }
      $0.divisor = { examples, input, part in
        Double(part == .validation ? input.validation.count : examples.count)
      }
    },
    wrongTraining(
      "a last validation sequence that is passed over",
      "The validation loss never hears of the last sequence, and is divided by all.",
      "At which index does your loop over the validation sequences end?"
    ) {
      $0.validatesOn = { $0.validation.dropLast() }
      $0.divisor = { examples, input, part in
        Double(part == .validation ? input.validation.count : examples.count)
      }
    },
    wrongTraining(
      "one record for all epochs",
      "`record` is called once, when all epochs are over, so that only the last ones are kept.",
      "Does `record` stand inside of the loop over the epochs, or behind it?"
    ) {
      $0.finish = {
        $1.trainingLoss = $1.trainingLoss.suffix(1)
        $1.validationLoss = $1.validationLoss.suffix(1)
      }
    },
    wrongTraining(
      "one state carried through the validation sequences",
      "Each validation sequence begins from what was left of the one before; training does not.",
      "From which state does each validation sequence start?"
    ) { $0.carriesInValidation = true },
    wrongTraining(
      "losses recorded for zero epochs",
      "Without any epoch the losses of the network as it is are recorded once.",
      "How many losses are there after no epoch?"
    ) { $0.recordsWithoutEpochs = true },
    wrongTraining(
      "one state carried through all sequences, those of validation as well",
      "Validation and training sequences alike begin from what was left of the one before.",
      "From which state does each sequence start, in both sets?"
    ) {
      $0.nextState = { last, _ in last }
      $0.carry = .throughAll
    },
  ]
}

/// The same slip in the training curve alone, or in the validation curve alone.
private func ofOneCurve<Network: TrainedNetwork>(
  _ part: TrainingLoop<Network>.Part
) -> [WrongTraining<Network>] {
  let name = part == .training ? "training" : "validation"
  return [
    wrongTraining(
      "a mean per token where the sum belongs, in the \(name) loss",
      "Each \(name) sequence's loss is divided by its length; the other curve is right.",
      "Which reduction does a \(name) sequence's loss take?"
    ) {
      $0.loss = { sum, example, here in
        here == part ? sum / Double(example.inputs.count) : sum
      }
    },
    wrongTraining(
      "the loss of the last \(name) sequence alone",
      "The \(name) curve shows one sequence of each epoch, whatever the others did.",
      "What happens to the losses of the \(name) sequences before?"
    ) { $0.lastLossOnly = [part] },
    wrongTraining(
      "a mean over all tokens of the \(name) set",
      "The sum of the \(name) losses is divided by the number of tokens, not of sequences.",
      "By how many numbers do you divide: sequences or tokens?"
    ) {
      $0.divisor = { examples, _, here in
        Double(here == part ? examples.reduce(0) { $0 + $1.inputs.count } : examples.count)
      }
    },
  ]
}
