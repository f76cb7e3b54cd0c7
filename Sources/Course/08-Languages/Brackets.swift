import Checking
import Contracts
import Recurrent
import Reference

let bracketsExercise = Exercise<BracketsInput, [[Int]]>(
  "08.2", "Brackets and a stack", points: 4,
  hints: [
    """
    Take `read` = ( [ and lay a finger on the bracket that has to close first. Then take ( [ ] and look \
    where your finger is now. What did you have to remember, and in which order?
    """,
    """
    Keep the kinds of the open brackets, the innermost last. An opening bracket adds to them, a closing \
    one takes the last away, and only if it is of the same kind. Where there is none to take, or another \
    kind, no string of the language begins like this.
    """,
    """
    Stack S: 2k pushes k; 2k + 1 needs top(S) = k and pops it. After a legal beginning: {0, 2, …, 2(K − 1)} \
    ∪ {2 top(S) + 1} if S is not empty, ∪ {2K} if it is and something has been read. Else {}.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "08.2")
    func read(_ kinds: Int) -> [[Int]] {
      (0..<12).map { k in
        let string = random.brackets(kinds, atLeast: 6)
        var prefix = Array(string.prefix(random.integer(in: 2...string.count)))
        if k % 3 == 0 {
          prefix[random.integer(in: 0...prefix.count - 1)] = random.integer(in: 0...2 * kinds - 1)
        }
        return prefix
      }
    }
    return [
      Challenge(
        "two kinds: ( is 0, ) is 1, [ is 2, ] is 3, EOS is 4",
        BracketsInput(
          kinds: 2,
          read: [
            [], [0], [2], [0, 2], [0, 2, 3], [0, 2, 3, 1], [0, 1, 2], [2, 2, 0], [0, 1, 4],
            [0, 0, 1], [2, 0, 1, 0],
          ])),
      Challenge(
        "what no string begins with",
        BracketsInput(
          kinds: 2,
          read: [
            [1], [4], [0, 3], [0, 2, 1], [0, 2, 1, 3], [0, 2, 1, 3, 0], [0, 1, 1], [0, 1, 1, 0],
            [0, 4], [0, 1, 4, 0], [0, 3, 0], [5], [0, 2, 1, 3, 0, 1],
          ])),
      Challenge(
        "one kind",
        BracketsInput(
          kinds: 1, read: [[], [0], [0, 0], [0, 0, 1], [0, 1], [0, 1, 1], [0, 1, 2], [1, 0]])),
      Challenge("random, two kinds", BracketsInput(kinds: 2, read: read(2))),
      Challenge("random, three kinds", BracketsInput(kinds: 3, read: read(3))),
    ]
  },
  reference: { input in
    try input.read.map { try bracketsMayFollow($0, kinds: input.kinds) }
  },
  observations: {
    [
      Observation(
        "bracketsMayFollow",
        claim: "exactly the tokens with which some balanced string goes on", lists: $0)
    ]
  },
  misconceptions: [
    wrongBrackets(
      "kinds that are counted apart, without an order",
      "Brackets that cross each other, as in ( [ ) ], pass as balanced.",
      "Which of two open brackets of different kinds has to close first?"
    ) { $0.countsApart = true },
    wrongBrackets(
      "one count for all kinds", "Any closing bracket may close any opening one.",
      "Does it matter of which kind the open bracket is?"
    ) { $0.countsAll = true },
    wrongBrackets(
      "the outermost bracket closes first: a queue in place of a stack",
      "Brackets close in the order in which they opened, so that nesting is refused.",
      "Which of the open brackets was opened last?"
    ) { $0.closesFirst = true },
    wrongBrackets(
      "a closing bracket of the wrong kind that closes all the same",
      "After ( ] the string goes on as if nothing had happened.",
      "What does your program do when it has read ( and then ]?"
    ) { $0.afterMismatch = .goesOn },
    wrongBrackets(
      "a closing bracket with nothing to close, passed over",
      "A string that begins with ) goes on as if nothing had happened.",
      "What does your program do when ) is the first token?"
    ) { $0.afterEmpty = .goesOn },
    wrongBrackets(
      "a fresh start after a mistake",
      "After a mistake what was open is forgotten, and a new string begins.",
      "Can anything that follows mend what has been read?"
    ) {
      $0.afterMismatch = .startsAnew
      $0.afterEmpty = .startsAnew
    },
    wrongBrackets(
      "EOS that may always follow", "A string may end with brackets that are still open.",
      "May a string end while a bracket is open?"
    ) {
      $0.endings = .always
    },
    wrongBrackets(
      "EOS that may never follow", "No string ever ends.",
      "What may follow when every bracket is closed?"
    ) {
      $0.endings = .never
    },
    wrongBrackets(
      "EOS that may come first", "The empty string passes as one of the language.",
      "Is the empty string one of the language?"
    ) {
      $0.hasEmptyString = true
    },
    wrongBrackets(
      "a new string after EOS",
      "After EOS another string may begin, as if the first had not been the whole.",
      "Can a string go on behind its end?"
    ) {
      $0.goesOnAfterEnd = true
    },
    wrongBrackets(
      "no new bracket while one is open",
      "Strings have no depth: each bracket must close before the next one opens.",
      "Can a bracket be opened inside of another?"
    ) { $0.openings = { kinds, top in top == nil ? Array(0..<kinds) : [] } },
    wrongBrackets(
      "inside of a bracket only its own kind",
      "Brackets of different kinds can never stand inside of one another.",
      "May there be a square bracket inside of a round one?"
    ) { $0.openings = { kinds, top in top.map { [$0] } ?? Array(0..<kinds) } },
    wrongBrackets(
      "closing brackets of all kinds while one is open",
      "While a bracket is open any kind may close, though only one would be right.",
      "Of which kind is the bracket that has to close next?"
    ) { $0.offersAllClosings = true },
    wrongBrackets(
      "nothing that ever closes",
      "Neither a closing bracket nor EOS is offered, so no string can end.",
      "What may follow besides another opening bracket?"
    ) {
      $0.closing = { 2 * $0 }
      $0.endings = .never
    },
    wrongBrackets(
      "nothing but the closing bracket of the wrong neighbour: 2k in place of 2k + 1",
      "What should close a bracket opens another one.",
      "Which id closes the kind that 2k opens?"
    ) { $0.closing = { 2 * $0 } },
  ] + bracketReadingMisconceptions + bracketOfferMisconceptions)

extension SeededRandom {
  /// A balanced string with EOS, of at least so many brackets, each step open or close by a coin.
  mutating func brackets(_ kinds: Int, atLeast least: Int) -> [Int] {
    var (string, open): ([Int], [Int]) = ([], [])
    while string.count < least || !open.isEmpty {
      if string.count < least, open.isEmpty || integer(in: 0...1) == 0 {
        let kind = integer(in: 0...kinds - 1)
        open.append(kind)
        string.append(2 * kind)
      } else if let kind = open.popLast() {
        string.append(2 * kind + 1)
      }
    }
    return string + [2 * kinds]
  }
}
