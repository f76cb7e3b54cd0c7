import Checking
import Recurrent

/// An order that nobody chose, such as that of a dictionary, is another one in every run.
let vocabularySymptoms: [Symptom<[[String]], Vocabulary>] = [
  Symptom(
    "ties that do not stand in the order of first occurrence",
    explanation: "The counts fall as they should, but equally frequent words stand in some other "
      + "order, such as the arbitrary one of a dictionary.",
    question: "Which order has a dictionary, and which order do two words with equal counts need?"
  ) { sequences, right, got in
    let counts = Dictionary(sequences.joined().map { ($0, 1) }, uniquingKeysWith: +)
    let numbers = got.words.dropLast().map { counts[$0] ?? 0 }
    return got.words.last == Vocabulary.unknown && got.words.sorted() == right.words.sorted()
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 >= $1 }
  },
  Symptom(
    "words in an arbitrary order",
    explanation: "Every word is there once and UNK is last, but the words do not stand by falling "
      + "frequency.",
    question: "Which order has a set or a dictionary, and which order is asked for?"
  ) { sequences, right, got in
    let counts = Dictionary(sequences.joined().map { ($0, 1) }, uniquingKeysWith: +)
    let numbers = got.words.dropLast().map { counts[$0] ?? 0 }
    return got.words.last == Vocabulary.unknown && got.words.sorted() == right.words.sorted()
      && !(numbers.count > 3 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 >= $1 })
  },
]
