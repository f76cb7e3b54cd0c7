import Checking
import Contracts

/// What has been read, misjudged.
let bracketReadingMisconceptions: [Misconception<BracketsInput, [[Int]]>] = [
  wrongBrackets(
    "closing brackets that are not checked at all",
    "Each closing bracket takes the innermost open one away, whatever its kind, or nothing.",
    "What does your program do when it has read ( and then ], or ) alone?"
  ) {
    $0.afterMismatch = .goesOn
    $0.afterEmpty = .goesOn
  },
  wrongBrackets(
    "a closing bracket of the wrong kind, passed over",
    "After ( ] the bracket ( is still open, as if ] had not come.",
    "What does your program do when it has read ( and then ]?"
  ) { $0.afterMismatch = .isPassedOver },
  wrongBrackets(
    "closing brackets that do not fit, passed over",
    "What closes nothing, or the wrong kind, is taken as if it had not come.",
    "Can anything that follows mend what has been read?"
  ) {
    $0.afterMismatch = .isPassedOver
    $0.afterEmpty = .isPassedOver
  },
  wrongBrackets(
    "a fresh start after a closing bracket of the wrong kind",
    "After ( ] what was open is forgotten, and the string goes on.",
    "Can anything that follows mend what has been read?"
  ) { $0.afterMismatch = .startsAnew },
  wrongBrackets(
    "EOS in what was read, passed over",
    "A string goes on behind its end, and may even end within a bracket.",
    "What may follow behind EOS?"
  ) { $0.afterEnd = .isPassedOver },
  wrongBrackets(
    "EOS taken for an opening bracket",
    "The id of EOS is even, so it is pushed on the stack, and a string goes on behind its end.",
    "Which even id opens no bracket?"
  ) { $0.afterEnd = .isOpened },
  wrongBrackets(
    "a token that there is not, passed over",
    "An id beyond EOS is taken as if it had not come.", "Which ids are tokens?"
  ) { $0.afterUnknown = .isPassedOver },
  wrongBrackets(
    "EOS and tokens that there are not, passed over",
    "Whatever is no bracket is taken as if it had not come.",
    "What may follow behind EOS, and behind a token that there is not?"
  ) {
    $0.afterEnd = .isPassedOver
    $0.afterUnknown = .isPassedOver
  },
  wrongBrackets(
    "EOS for what no string begins with",
    "Where a bracket was closed wrongly, the string is allowed to end.",
    "Does any balanced string begin with what has been read?"
  ) {
    $0.afterMismatch = .allowsTheEnd
    $0.afterEmpty = .allowsTheEnd
  },
  wrongBrackets(
    "EOS where nothing can follow, behind EOS, too",
    "Where nothing can follow, the answer is EOS, where it should be nothing.",
    "What does an empty list say?"
  ) {
    $0.afterMismatch = .allowsTheEnd
    $0.afterEmpty = .allowsTheEnd
    $0.afterEnd = .allowsTheEnd
    $0.afterUnknown = .allowsTheEnd
  },
  wrongBrackets(
    "EOS again behind EOS", "After the end the end may come once more.",
    "What may follow behind EOS?"
  ) { $0.afterEnd = .allowsTheEnd },
  wrongBrackets(
    "every token for what no string begins with",
    "Where a bracket was closed wrongly, the string may go on with anything.",
    "Does any balanced string begin with what has been read?"
  ) {
    $0.afterMismatch = .allowsAll
    $0.afterEmpty = .allowsAll
  },
  wrongBrackets(
    "ids in two blocks: k opens, K + k closes",
    "Opening and closing brackets are told by the halves of the ids, not by even and odd.",
    "Which id closes the kind that 2k opens?"
  ) {
    $0.opens = { token, kinds in token < kinds ? token : nil }
    $0.closes = { token, kinds in token - kinds }
    $0.openingId = { kind, _ in kind }
    $0.closesInSecondHalf = true
  },
  wrongBrackets(
    "odd and even exchanged: 2k closes what 2k + 1 opens",
    "Opening brackets are read as closing ones, and the other way round.",
    "Which of 2k and 2k + 1 opens?"
  ) {
    $0.opens = { token, _ in token % 2 == 1 ? token / 2 : nil }
    $0.openingId = { kind, _ in 2 * kind + 1 }
    $0.closing = { 2 * $0 }
  },
]
