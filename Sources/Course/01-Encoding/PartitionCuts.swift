import Checking
import Contracts
import Reference

// What the catalogue of 01.5 is written with.

/// `tenths` tenths of `count`, to the nearest whole number.
func rounded(_ tenths: Int, of count: Int) -> Int { (count * tenths + 5) / 10 }

/// Other ranges for training, validation and test, from the number of elements.
func cut(
  _ name: String, _ explanation: String, _ question: String,
  _ ranges: @escaping @Sendable (Int) -> (Range<Int>, Range<Int>, Range<Int>)
) -> Misconception<[Int], PartitionOutput> {
  Misconception(name, explanation: explanation, question: question) { elements in
    let (training, validation, test) = ranges(elements.count)
    return PartitionOutput(
      training: Array(elements[training]), validation: Array(elements[validation]),
      test: Array(elements[test]))
  }
}

/// The right result, edited.
func cutRightly(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable ([Int], inout PartitionOutput) -> Void
) -> Misconception<[Int], PartitionOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try rightPartition($0) }, change)
}
