import Checking
import Contracts
import Recurrent
import Reference

/// Other shares than 80, 10 and 10 per cent, and other ways to round them.
let otherShares: [Misconception<[Int], PartitionOutput>] = [
  cut(
    "cuts at 0.8 n and 0.9 n, rounded to the nearest, with the rest to the test set",
    "The cuts are rounded and leave no element over, so some sets come out too large.",
    "How large is the test set for n = 19, and which elements belong to no set?"
  ) {
    let (first, second) = (rounded(8, of: $0), rounded(9, of: $0))
    return (0..<first, first..<second, second..<$0)
  },
  cut(
    "a training set rounded to the nearest, with the rest to the test set",
    "The training set is rounded, and the test set takes all that the two others leave.",
    "How large is ⌊0.1 n⌋ for n = 19, and which way do you round?"
  ) {
    let (training, tenth) = (rounded(8, of: $0), $0 / 10)
    return (0..<training, training..<min($0, training + tenth), min($0, training + tenth)..<$0)
  },
  cut(
    "tenths rounded to the nearest, with the rest to the training set",
    "The small sets are rounded, and training takes all that they leave.",
    "How large is ⌊0.8 n⌋ for n = 19, and which way do you round?"
  ) {
    let tenth = rounded(1, of: $0)
    let training = max(0, $0 - 2 * tenth)
    return (0..<training, training..<max(training, $0 - tenth), $0 - tenth..<$0)
  },
  cut(
    "eight, one and one whole tenth, one after the other",
    "Training has 8⌊n / 10⌋ elements, too few, and the other sets begin too early.",
    "How many are 80 % of 19, and from which end is the test set counted?"
  ) {
    let tenth = $0 / 10
    return (0..<8 * tenth, 8 * tenth..<9 * tenth, 9 * tenth..<10 * tenth)
  },
  cut(
    "eight whole tenths, one, and the rest to the test set",
    "Training has 8⌊n / 10⌋ elements, too few, and the test set takes what is left over.",
    "How many are 80 % of 19, and when do you round?"
  ) {
    let tenth = $0 / 10
    return (0..<8 * tenth, 8 * tenth..<9 * tenth, 9 * tenth..<$0)
  },
  cut(
    "a validation set of a tenth of what the test set leaves",
    "The tenth is taken of the rest, so that the validation set comes out too small.",
    "Of how many elements is the validation set a tenth?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + ($0 - tenth) / 10, $0 - tenth..<$0)
  },
  cut(
    "a fifth for the test set, and no validation set",
    "Nothing is left to decide by during training.", "How many sets does the contract name?"
  ) {
    let training = $0 * 8 / 10
    return (0..<training, training..<training, training..<$0)
  },
  cut(
    "60, 20 and 20 per cent", "The training set is too small, and the two others are too large.",
    "Which shares does the contract name?"
  ) {
    let (training, small) = ($0 * 6 / 10, $0 * 2 / 10)
    return (0..<training, training..<training + small, $0 - small..<$0)
  },
  cut(
    "80, 20 and 20 per cent", "The two small sets overlap: together the shares are more than all.",
    "Which shares does the contract name?"
  ) {
    let (training, small) = ($0 * 8 / 10, $0 * 2 / 10)
    return (0..<training, training..<min($0, training + small), $0 - small..<$0)
  },
  cut(
    "90, 5 and 5 per cent", "The training set is too large, and the two others are too small.",
    "Which shares does the contract name?"
  ) {
    let (training, small) = ($0 * 9 / 10, $0 / 20)
    return (0..<training, training..<training + small, $0 - small..<$0)
  },
  cut(
    "fewer than ten elements all in the training set",
    "A short list goes to training as a whole, where 8n/10 are asked for.",
    "What does the rule say for n = 9?"
  ) {
    let (training, tenth) = ($0 < 10 ? $0 : $0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + tenth, $0 - tenth..<$0)
  },
  cut(
    "fewer than ten elements in no set",
    "A short list is thrown away, where 8n/10 of it should be the training set.",
    "What does the rule say for n = 9?"
  ) {
    let (training, tenth) = ($0 < 10 ? 0 : $0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + tenth, $0 - tenth..<$0)
  },
]

/// The right sizes in other places, and ends that are off by one.
let otherPlaces: [Misconception<[Int], PartitionOutput>] = [
  cut(
    "a validation set right before the test set",
    "The validation set is counted from the end, so what is left over lies before it.",
    "From which end is the validation set counted, and when does that matter?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, $0 - 2 * tenth..<$0 - tenth, $0 - tenth..<$0)
  },
  cut(
    "a test set that is the validation set once more",
    "The same elements decide during training and judge at the end.",
    "May an element be in two sets?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + tenth, training..<training + tenth)
  },
  cut(
    "a validation set that is the test set once more",
    "The same elements decide during training and judge at the end.",
    "May an element be in two sets?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, $0 - tenth..<$0, $0 - tenth..<$0)
  },
  cut(
    "a closed range for the training set alone",
    "The first element of the validation set belongs to the training set as well.",
    "Does your range include its upper end?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<min($0, training + 1), training..<training + tenth, $0 - tenth..<$0)
  },
  cut(
    "a closed range for the validation set alone",
    "The validation set has one element too many.", "Does your range include its upper end?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, training..<min($0, training + tenth + 1), $0 - tenth..<$0)
  },
  cut(
    "a validation set that begins one place late",
    "The element right after the training set is passed over.",
    "At which index does the validation set begin?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, min($0, training + 1)..<min($0, training + 1 + tenth), $0 - tenth..<$0)
  },
  cut(
    "a test set that lacks the last element",
    "The range ends one place before the end of the list.",
    "At which index does the test set end?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + tenth, $0 - tenth..<max($0 - tenth, $0 - 1))
  },
  cut(
    "a test set of one element more", "The range begins one place too early.",
    "At which index does the test set begin?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<training, training..<training + tenth, max(0, $0 - tenth - 1)..<$0)
  },
  cut(
    "a training set that is the whole list",
    "The network is trained on what should judge it.", "May an element be in two sets?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (0..<$0, training..<training + tenth, $0 - tenth..<$0)
  },
  cut(
    "the test set first, then the validation set, then training",
    "The sets are cut in the reverse order, so the first elements are held out.",
    "Which set does the first element belong to?"
  ) {
    let (training, tenth) = ($0 * 8 / 10, $0 / 10)
    return (2 * tenth..<min($0, 2 * tenth + training), tenth..<2 * tenth, 0..<tenth)
  },
  cutRightly(
    "every tenth element dealt out, the first of ten to the test set",
    "The sets are mixed all through the list, where each should be one stretch of it.",
    "Are the sets neighbours in `elements`, or mixed?"
  ) { elements, output in
    func dealt(_ places: ClosedRange<Int>) -> [Int] {
      elements.indices.filter { places.contains($0 % 10) }.map { elements[$0] }
    }
    output = PartitionOutput(training: dealt(2...9), validation: dealt(1...1), test: dealt(0...0))
  },
  cutRightly(
    "a list reversed before it is cut", "The network learns from the last elements, backwards.",
    "Which set does the first element belong to?"
  ) { elements, output in
    let reversed = Array(elements.reversed())
    let n = reversed.count
    output.training = Array(reversed.prefix(n * 8 / 10))
    output.validation = Array(reversed[n * 8 / 10..<n * 8 / 10 + n / 10])
    output.test = reversed.suffix(n / 10)
  },
]

/// What is shuffled comes out differently in every run.
let partitionSymptoms: [Symptom<[Int], PartitionOutput>] = [
  Symptom(
    "elements that are shuffled before they are cut",
    explanation: "The three sizes are right, but the elements do not keep their order.",
    question: "In which order does the contract want the elements?"
  ) { elements, right, got in
    let (a, b) = (got.training, got.validation + got.test)
    let places = Dictionary(uniqueKeysWithValues: zip(elements, elements.indices))
    let order = a.compactMap { places[$0] }
    return a.count == right.training.count && got.validation.count == right.validation.count
      && got.test.count == right.test.count && Set(a + b).count == (a + b).count
      && Set(a + b).isSubset(of: elements)
      && (a.count < 5
        || order != order.sorted() && order != order.sorted().reversed())
  }
]
