import Checking
import Contracts
import Recurrent
import Reference

/// Wrong sizes and wrong places of the three sets.
let partitionMisconceptions: [Misconception<[Int], PartitionOutput>] =
  [
    cut(
      "sizes rounded to the nearest", "Some sets come out one element too large, and may overlap.",
      "How many are 80 % of 256, and which way do you round?"
    ) {
      let (training, tenth) = (rounded(8, of: $0), rounded(1, of: $0))
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "sizes rounded up",
      "Sets come out one element too large wherever the number does not divide, and may overlap.",
      "How many are 80 % of 256, and which way do you round?"
    ) {
      let (training, tenth) = (($0 * 8 + 9) / 10, ($0 + 9) / 10)
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "a test set right after the validation set",
      "The elements left over stand at the end, where the last of the test set belong.",
      "From which end is the test set counted, and when does that matter?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, $0 / 10)
      return (0..<training, training..<training + tenth, training + tenth..<training + 2 * tenth)
    },
    cut(
      "the rest added to the training set",
      "The training set takes the elements that should belong to no set.",
      "How large is ⌊0.8 n⌋ for n = 19?"
    ) {
      let training = $0 - 2 * ($0 / 10)
      return (0..<training, training..<training + $0 / 10, $0 - $0 / 10..<$0)
    },
    cut(
      "the rest added to the validation set",
      "The validation set takes the elements that should belong to no set.",
      "How large is ⌊0.1 n⌋ for n = 19?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, $0 / 10)
      return (0..<training, training..<$0 - tenth, $0 - tenth..<$0)
    },
    cut(
      "the rest added to the test set",
      "The test set takes the elements that should belong to no set.",
      "How large is ⌊0.1 n⌋ for n = 19?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, $0 / 10)
      return (0..<training, training..<training + tenth, training + tenth..<$0)
    },
    cut(
      "an index of −0 that takes the whole list as the test set",
      "With fewer than ten elements the test set holds everything, the training set, too.",
      "If the test set has no element, where does your slice begin?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, $0 / 10)
      return (0..<training, training..<training + tenth, (tenth == 0 ? 0 : $0 - tenth)..<$0)
    },
    cut(
      "half of the rest for each of the two small sets",
      "Validation and test set share all that the training set leaves.",
      "How large is ⌊0.1 n⌋ for n = 19?"
    ) {
      let training = $0 * 8 / 10
      let half = ($0 - training) / 2
      return (0..<training, training..<training + half, $0 - half..<$0)
    },
    cut(
      "what the training set leaves cut in two at 0.9 n, the second part with all that is left over",
      "No element is left over: the rest is halved, as by cuts at ⌊0.8 n⌋ and ⌊0.9 n⌋, and the test set "
        + "has an element too many where it does not divide by two.",
      "How large is ⌊0.1 n⌋ for n = 19?"
    ) {
      let training = $0 * 8 / 10
      let half = ($0 - training) / 2
      return (0..<training, training..<training + half, training + half..<$0)
    },
    cut(
      "a training set of eight whole tenths: 8⌊n / 10⌋",
      "The training set is too small, since the tenth was rounded down before it was multiplied.",
      "How many are 80 % of 19, and when do you round?"
    ) {
      let tenth = $0 / 10
      return (0..<8 * tenth, 8 * tenth..<9 * tenth, $0 - tenth..<$0)
    },
    cut(
      "at least one element in each small set",
      "A list of fewer than ten elements is shared out all the same.",
      "What does the rule say for n = 9?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, min($0, max(1, $0 / 10)))
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "closed ranges: the first element behind each set belongs to it as well",
      "Neighbouring sets share an element.", "Does your range include its upper end?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, $0 / 10)
      return (
        0..<min($0, training + 1), training..<min($0, training + tenth + 1), $0 - tenth..<$0
      )
    },
    cut(
      "a training set of nine tenths",
      "The training set takes what belongs to the validation set as well.",
      "Which share of the elements is the training set?"
    ) {
      let (training, tenth) = ($0 * 9 / 10, $0 / 10)
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "70, 15 and 15 per cent", "The training set is too small, and the two others are too large.",
      "Which shares does the contract name?"
    ) {
      let (training, small) = ($0 * 7 / 10, $0 * 15 / 100)
      return (0..<training, training..<training + small, $0 - small..<$0)
    },
    cut(
      "a fifth for validation, and no test set",
      "What should be kept for the very end is looked at all the time.",
      "How many sets does the contract name?"
    ) {
      let training = $0 * 8 / 10
      return (0..<training, training..<$0, $0..<$0)
    },
    cut(
      "the training set alone rounded up",
      "The training set takes an element that belongs to none.",
      "How many are 80 % of 19, and which way do you round?"
    ) {
      let (training, tenth) = (($0 * 8 + 9) / 10, $0 / 10)
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "the training set alone rounded to the nearest",
      "The training set takes an element that belongs to none wherever the rest is over a half.",
      "How many are 80 % of 19, and which way do you round?"
    ) {
      let (training, tenth) = (rounded(8, of: $0), $0 / 10)
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "the small sets alone rounded up",
      "Both small sets have an element too many, and may overlap.",
      "How many are 10 % of 19, and which way do you round?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, ($0 + 9) / 10)
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cut(
      "the small sets alone rounded to the nearest",
      "Both small sets may have an element too many, and may overlap.",
      "How many are 10 % of 19, and which way do you round?"
    ) {
      let (training, tenth) = ($0 * 8 / 10, rounded(1, of: $0))
      return (0..<training, training..<min($0, training + tenth), $0 - tenth..<$0)
    },
    cutRightly(
      "validation and test exchanged", "Each of the two sets carries the other one's name.",
      "Which of the two sets follows the training set?"
    ) {
      swap(&$1.validation, &$1.test)
    },
    cutRightly(
      "every tenth element dealt out",
      "The sets are mixed all through the list, where each should be one stretch of it.",
      "Are the sets neighbours in `elements`, or mixed?"
    ) {
      elements, output in
      func dealt(_ places: ClosedRange<Int>) -> [Int] {
        elements.indices.filter { places.contains($0 % 10) }.map { elements[$0] }
      }
      output = PartitionOutput(training: dealt(0...7), validation: dealt(8...8), test: dealt(9...9))
    },
    cutRightly(
      "a test set in reverse order",
      "The right elements are there, and the first of them stands last.",
      "Do the elements of the test set keep their order?"
    ) { $1.test.reverse() },
    cutRightly(
      "a validation set cut from the training set",
      "The network would be judged by sequences that it has been trained on.",
      "May an element be in two sets?"
    ) {
      $1.validation = $1.training.suffix($1.validation.count)
    },
    cutRightly(
      "the sets taken from the end",
      "The first elements are held out for the test, and the network learns from the last.",
      "Which set does the first element belong to?"
    ) {
      elements, output in
      let n = elements.count
      output.training = elements.suffix(n * 8 / 10)
      output.validation = Array(elements[n / 10..<n / 10 * 2])
      output.test = Array(elements.prefix(n / 10))
    },
  ] + otherShares + otherPlaces
