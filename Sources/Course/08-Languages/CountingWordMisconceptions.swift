import Checking
import Contracts
import Reference

/// Strings that do not belong to the language that counts.
let countingWordMisconceptions: [Misconception<CountingLanguageInput, CountingLanguageOutput>] = [
  wrongCounting(
    "one of each letter too many: n + 1",
    "Every block is one letter longer than it was asked to be.",
    "How often does your loop run for n = 1?"
  ) { $0.string = { n, letters in written(n + 1, letters) } },
  wrongCounting(
    "one of each letter too few: n − 1",
    "Every block is one letter shorter than it was asked to be.",
    "How often does your loop run for n = 1?"
  ) { $0.string = { n, letters in written(n - 1, letters) } },
  wrongCounting(
    "n and letters exchanged: n blocks of K letters each",
    "There are as many blocks as there should be letters in one.",
    "How long is one block, and how many are there?"
  ) {
    $0.string = { n, letters in
      (0..<n).flatMap { Array(repeating: $0, count: letters) } + [letters]
    }
  },
  wrongCounting(
    "the last letter first", "The blocks come in falling order of their letters.",
    "Which letter does the string begin with?"
  ) {
    $0.string = { n, letters in
      (0..<letters).reversed().flatMap { Array(repeating: $0, count: n) } + [letters]
    }
  },
  wrongCounting(
    "letters numbered from 1, EOS with the id K",
    "Every letter has the id of the next one, and the last one's is that of EOS.",
    "Which id has the first letter?"
  ) {
    $0.string = { n, letters in
      (1...letters).flatMap { Array(repeating: $0, count: n) } + [letters]
    }
  },
  wrongCounting(
    "letters numbered from 1, EOS with the id K + 1",
    "Every token has the id of the next one.", "Which id has the first letter?"
  ) {
    $0.string = { n, letters in
      (1...letters).flatMap { Array(repeating: $0, count: n) } + [letters + 1]
    }
  },
  endingWith("K + 1", "an id that is no token's") { $0 + 1 },
  endingWith("K − 1, the last letter's", "the id of the last letter") { $0 - 1 },
  endingWith("0, the first letter's", "the id of the first letter") { _ in 0 },
  endingWith("−1", "an id that is no token's") { _ in -1 },
  wrongCounting(
    "EOS behind every block", "The string ends as often as it has letters.",
    "How often does a string end?"
  ) {
    $0.string = { n, letters in
      (0..<letters).flatMap { Array(repeating: $0, count: n) + [letters] }
    }
  },
  wrongCounting(
    "EOS twice", "The string ends a second time behind its end.", "How often does a string end?"
  ) { $0.string = { n, letters in written(n, letters) + [letters] } },
  wrongCounting(
    "EOS in front of the string", "The string is over before its first letter.",
    "Where in the string does EOS stand?"
  ) { $0.string = { n, letters in [letters] + written(n, letters).dropLast() } },
  wrongCounting(
    "a last letter without its block", "The string ends one block early, without the last letter.",
    "How many kinds of letters has the string?"
  ) {
    $0.string = { n, letters in
      (0..<letters - 1).flatMap { Array(repeating: $0, count: n) } + [letters]
    }
  },
  wrongCounting(
    "blocks that grow: n of the first letter, one more of each next",
    "Only the first block has n letters.", "Does the length of a block depend on its letter?"
  ) {
    $0.string = { n, letters in
      (0..<letters).flatMap { Array(repeating: $0, count: n + $0) } + [letters]
    }
  },
  wrongCounting(
    "n of the first letter and one of each other",
    "Only the first letter is repeated.", "How many of the second letter has the string?"
  ) {
    $0.string = { n, letters in Array(repeating: 0, count: n) + Array(1..<letters) + [letters] }
  },
]

private func endingWith(
  _ name: String, _ meaning: String, _ id: @escaping @Sendable (Int) -> Int
) -> Misconception<CountingLanguageInput, CountingLanguageOutput> {
  wrongCounting(
    "EOS with the id \(name)", "The string ends with \(meaning) in place of EOS, which is K.",
    "Which id has EOS, if the letters have 0 … K − 1?"
  ) { $0.string = { n, letters in written(n, letters).dropLast() + [id(letters)] } }
}
