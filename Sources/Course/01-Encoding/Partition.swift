import Checking
import Contracts
import Recurrent
import Reference

let partitionExercise = Exercise<[Int], PartitionOutput>(
  "01.5", "The partition", points: 2,
  hints: [
    """
    Take `elements.count` = 19 and write the three sets down by hand before you write code. Some \
    elements belong to none of them, and the rule says which.
    """,
    """
    You need two sizes, both rounded down: that of the training set, and that of the validation set, \
    which the test set shares. Training is counted from the front, the test set from the end.
    """,
    """
    With n elements: training is [0, ⌊0.8 n⌋), validation the next ⌊0.1 n⌋, the test set is \
    [n − ⌊0.1 n⌋, n). For n < 10 the last two are empty.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.5")
    let sizes = [
      ("10 elements", 10), ("19 elements: three belong to no set", 19),
      ("15 elements: one belongs to no set", 15),
      ("9 elements: too few for validation and test", 9), ("one element", 1), ("no element", 0),
      ("256 elements", 256), ("a random number", random.integer(in: 25...29)),
      ("a small remainder", random.integer(in: 1...9) * 10 + random.integer(in: 2...4)),
      ("a larger random number", random.integer(in: 10...99) * 10 + random.integer(in: 5...9)),
    ]
    return sizes.map { name, count in
      // Numbers that are not their own places.
      Challenge(name, (0..<count).map { 3 * $0 + 100 }.shuffled(using: &random))
    }
  },
  reference: { try rightPartition($0) },
  observations: {
    [
      Observation("training", claim: "training is the first ⌊0.8 n⌋ elements", $0.training),
      Observation("validation", claim: "validation is the next ⌊0.1 n⌋ elements", $0.validation),
      Observation("test", claim: "test is the last ⌊0.1 n⌋ elements", $0.test),
    ]
  },
  misconceptions: partitionMisconceptions, symptoms: partitionSymptoms)

func rightPartition(_ elements: [Int]) throws -> PartitionOutput {
  let (training, validation, test) = try partition(elements)
  return PartitionOutput(training: training, validation: validation, test: test)
}
