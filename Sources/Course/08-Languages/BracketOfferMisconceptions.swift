import Checking
import Contracts

/// What may follow, misjudged after a right reading.
let bracketOfferMisconceptions: [Misconception<BracketsInput, [[Int]]>] = [
  wrongBrackets(
    "closing brackets of every open kind, not of the innermost alone",
    "Each kind that is open somewhere is offered to be closed, though only one has its turn.",
    "Which of the open brackets has to close first?"
  ) { $0.offersOpenKinds = true },
  wrongBrackets(
    "nothing but EOS once all is closed",
    "A string of one outer bracket is never followed by another one beside it.",
    "Can a balanced string go on behind ( )?"
  ) { $0.endsWhenClosed = true },
  wrongBrackets(
    "opening brackets of another kind than the innermost alone",
    "A bracket can never stand directly inside of one of its own kind.",
    "May there be a round bracket inside of a round one?"
  ) { $0.openings = { kinds, top in (0..<kinds).filter { $0 != top } } },
  wrongBrackets(
    "no opening bracket at all but at the beginning",
    "After the first token only closing brackets and EOS are offered.",
    "What may follow besides what closes?"
  ) { $0.opensAtStartOnly = true },
  wrongBrackets(
    "opening brackets of the first kind alone", "All other kinds are never offered to be opened.",
    "How many kinds are there?"
  ) { $0.openings = { _, _ in [0] } },
  wrongBrackets(
    "closing brackets offered where none is open",
    "Where every bracket is closed, closing ones are offered all the same.",
    "What should a closing bracket close where nothing is open?"
  ) { $0.offersClosingsWhenEmpty = true },
  wrongBrackets(
    "nothing that may come first", "No string can ever begin.",
    "Which tokens begin the strings of the language?"
  ) { $0.offersAtStart = false },
  wrongBrackets(
    "a closing bracket behind all opening ones: not in rising order",
    "All tokens are there, but the closing bracket stands behind larger ids.",
    "In which order does the contract ask for the tokens?"
  ) { $0.order = { $0 + $1 + $2 } },
  wrongBrackets(
    "a closing bracket before all opening ones: not in rising order",
    "All tokens are there, but the closing bracket stands before smaller ids.",
    "In which order does the contract ask for the tokens?"
  ) { $0.order = { $1 + $0 + $2 } },
  wrongBrackets(
    "EOS before the brackets: not in rising order",
    "All tokens are there, but EOS, the largest id, stands first.",
    "In which order does the contract ask for the tokens?"
  ) { $0.order = { $2 + ($0 + $1).sorted() } },
  wrongBrackets(
    "tokens in falling order", "All tokens are there, in the opposite order.",
    "In which order does the contract ask for the tokens?"
  ) { $0.order = { ($0 + $1 + $2).sorted(by: >) } },
  wrongBrackets(
    "EOS with the id 2K + 1", "In place of EOS an id is offered that no token has.",
    "Which id has EOS, if the brackets have 0 … 2K − 1?"
  ) { $0.endId = { 2 * $0 + 1 } },
  wrongBrackets(
    "EOS with the id K", "In place of EOS the id of a bracket is offered.",
    "Which id has EOS, if the brackets have 0 … 2K − 1?"
  ) { $0.endId = { $0 } },
  wrongBrackets(
    "EOS with the id 2K − 1", "In place of EOS the last closing bracket is offered.",
    "Which id has EOS, if the brackets have 0 … 2K − 1?"
  ) { $0.endId = { 2 * $0 - 1 } },
  wrongBrackets(
    "EOS with the id 4, whatever the kinds",
    "With another number of kinds than two an id is offered that is not EOS's.",
    "Where do you use `kinds`?"
  ) { $0.endId = { _ in 4 } },
]
