import Checking
import Contracts
import Recurrent
import Reference

let countingStringsExercise = Exercise<CountingLanguageInput, CountingLanguageOutput>(
  "08.1", "A language that counts", points: 3,
  hints: [
    """
    Write the string for n = 2 and `letters` = 3 down and cover it with your hand. Uncover it token by \
    token: what you see is `read`. At which places do you know what comes next, and where are there two possibilities?
    """,
    """
    While `read` holds the first letter alone, n is still open. From the first token of another kind on n \
    is known, and with it the whole string. What has been read is legal if that string begins with it.
    """,
    """
    next(∅) = {0}; next(0ⁿ) = {0, 1}; else let n be the number of leading 0s and s = 0ⁿ 1ⁿ … EOS: next(r) \
    = {s[|r|]} if |r| < |s| and s begins with r, and {} in every other case.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "08.1")
    func read(_ letters: Int) -> [[Int]] {
      (0..<8).map { _ in
        let string = written(random.integer(in: 2...9), letters)
        var prefix = Array(string.prefix(random.integer(in: 1...string.count)))
        // Every other one gets a token that is wrong more often than not.
        if random.integer(in: 0...1) == 0 {
          prefix[prefix.count - 1] = random.integer(in: 0...letters)
        }
        return prefix
      }
    }
    return [
      Challenge(
        "two letters, everything up to n = 2",
        CountingLanguageInput(
          letters: 2, lengths: [1, 2, 3],
          read: [
            [], [0], [0, 0], [0, 1], [0, 0, 1], [0, 0, 1, 1], [0, 1, 2], [0, 0, 1, 1, 2], [1],
            [0, 1, 1], [0, 0, 1, 0], [0, 0, 1, 2], [2], [0, 2],
          ])),
      Challenge(
        "three letters, the string of n = 2 and what goes wrong in it",
        CountingLanguageInput(
          letters: 3, lengths: [1, 2, 4],
          read: [
            [], [0, 0], [0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 1, 2], [0, 0, 1, 1, 2, 2],
            [0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 2], [0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 3],
            [0, 0, 1, 1, 2, 2, 2], [0, 0, 2], [0, 1, 2, 3, 0], [3],
          ])),
      Challenge(
        "random, two letters",
        CountingLanguageInput(
          letters: 2, lengths: [random.integer(in: 5...12)], read: read(2))),
      Challenge(
        "random, three letters",
        CountingLanguageInput(
          letters: 3, lengths: [random.integer(in: 5...12)], read: read(3))),
      Challenge(
        "random, four letters",
        CountingLanguageInput(
          letters: 4, lengths: [random.integer(in: 3...6)], read: read(4))),
    ]
  },
  reference: { try OpenCounting()($0) },
  observations: {
    [
      Observation(
        "countingString", claim: "n of each letter, block after block, and EOS behind them",
        lists: $0.strings),
      Observation(
        "mayFollow", claim: "exactly the tokens with which some string of the language goes on",
        lists: $0.next),
    ]
  },
  misconceptions: [
    wrongCounting(
      "a string without EOS", "The string does not say that it is over.",
      "How does a reader see that the string is over?"
    ) {
      $0.string = { try countingString($0, letters: $1).dropLast() }
    },
    wrongCounting(
      "the letters in turn: a b a b",
      "The letters come in turn, where all of one kind should come before the next.",
      "How many a stand in front of the first b?"
    ) {
      $0.string = { n, letters in
        (0..<n).flatMap { _ in Array(0..<letters) } + [letters]
      }
    },
    wrongCounting(
      "EOS with the id 2, whatever the letters",
      "With more than two letters the third one's id marks the end.",
      "Which id has the third letter?"
    ) {
      $0.string = { n, letters in try countingString(n, letters: letters).dropLast() + [2] }
    },
    wrongCounting(
      "two letters whatever is asked for",
      "Strings of three or more letters lose all letters behind the second.",
      "Where do you use `letters`?"
    ) {
      $0.string = { n, letters in
        try countingString(n, letters: 2).dropLast() + [letters]
      }
    },
    wrongCounting(
      "b alone after a",
      "The first b comes after one a at the latest, so n can never grow beyond 1.",
      "Could the string be one with more a than you have read?"
    ) {
      $0.afterFirst = [1]
    },
    wrongCounting(
      "a alone after a", "The first letter can be repeated but never be followed by another.",
      "Can the block of a end here?"
    ) { $0.afterFirst = [0] },
    wrongCounting(
      "no count: a letter may always be repeated",
      "A letter may be repeated as long as you like, so the numbers need not agree.",
      "How many b may there be after two a?"
    ) {
      $0.next = { read, letters in
        let right = try mayFollow(read, letters: letters)
        guard let last = read.last, last > 0, last < letters, !right.isEmpty else { return right }
        return [last, last + 1]
      }
    },
    wrongCounting(
      "a last letter that is not counted", "The last letter may be repeated as long as you like.",
      "Of how many letters is the number fixed by n?"
    ) {
      $0.next = { read, letters in
        let right = try mayFollow(read, letters: letters)
        guard read.last == letters - 1, !right.isEmpty else { return right }
        return [letters - 1, letters]
      }
    },
    wrongCounting(
      "a beginning that no string has, continued all the same",
      "A beginning that belongs to no string is continued as if it did.",
      "Which string of the language begins with b?"
    ) {
      $0.next = { read, letters in
        guard let last = read.last else { return [0] }
        if last == letters { return [] }
        let (n, k) = (read.count { $0 == 0 }, read.count { $0 == last })
        return last == 0 ? [0, 1] : k < n ? [last] : [last + 1]
      }
    },
    wrongCounting(
      "EOS that may never follow", "No string ever ends.",
      "What comes after the last letter of a whole string?"
    ) {
      $0.next = { read, letters in
        try mayFollow(read, letters: letters).filter { $0 != letters }
      }
    },
    wrongCounting(
      "a new string after EOS",
      "After EOS another string may begin, as if the first had not been the whole.",
      "Can a string go on behind its end?"
    ) {
      $0.next = { read, letters in
        let right = try mayFollow(read, letters: letters)
        guard read.last == letters else { return right }
        let before = try mayFollow(read.dropLast(), letters: letters)
        return before == [letters] ? [0] : right
      }
    },
    wrongCounting(
      "nothing that may come first", "No string can ever begin.",
      "Which token begins every string of the language?"
    ) {
      $0.next = { try $0.isEmpty ? [] : mayFollow($0, letters: $1) }
    },
    wrongCounting(
      "an empty string: EOS that may come first", "The empty string passes as one of the language.",
      "Is n = 0 one of the lengths?"
    ) {
      $0.next = { try $0.isEmpty ? [0, $1] : mayFollow($0, letters: $1) }
    },
    wrongCounting(
      "one too many of each letter but the first",
      "Every letter but the first must come once more than the first did.",
      "After how many b is it the turn of c?"
    ) {
      $0.next = { read, letters in
        let n = read.prefix { $0 == 0 }.count
        if n == read.count || n == 0 { return try mayFollow(read, letters: letters) }
        let later = (1..<letters).flatMap { Array(repeating: $0, count: n + 1) }
        let string = Array(repeating: 0, count: n) + later + [letters]
        guard read.count < string.count, string.starts(with: read) else { return [] }
        return [string[read.count]]
      }
    },
  ] + countingWordMisconceptions + countingNextMisconceptions)

extension Observation {
  /// Lists of unlike length, one word for each: "0 0 1".
  init(_ name: String, claim: String, lists: [[Int]]) {
    self.init(name, claim: claim, lists.map { $0.map(String.init).joined(separator: " ") })
  }
}

// MARK: - The language with its decisions laid open

struct OpenCounting: Sendable {
  // The defaults are the right ones.
  var string: @Sendable (_ n: Int, _ letters: Int) throws -> [Int] = {
    try countingString($0, letters: $1)
  }
  var next: @Sendable (_ read: [Int], _ letters: Int) throws -> [Int] = {
    try mayFollow($0, letters: $1)
  }
  /// While nothing but the first letter has been read.
  var afterFirst = [0, 1]
  var endsAfterFirst = false

  func callAsFunction(_ input: CountingLanguageInput) throws -> CountingLanguageOutput {
    CountingLanguageOutput(
      strings: try input.lengths.map { try string($0, input.letters) },
      next: try input.read.map { read in
        let isOpen = !read.isEmpty && read.allSatisfy { $0 == 0 }
        guard isOpen else { return try next(read, input.letters) }
        return endsAfterFirst ? afterFirst + [input.letters] : afterFirst
      })
  }
}

func written(_ n: Int, _ letters: Int) -> [Int] {
  (0..<letters).flatMap { Array(repeating: $0, count: n) } + [letters]
}

func wrongCounting(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenCounting) -> Void
) -> Misconception<CountingLanguageInput, CountingLanguageOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenCounting(), run: { try $0($1) },
    change: change)
}
