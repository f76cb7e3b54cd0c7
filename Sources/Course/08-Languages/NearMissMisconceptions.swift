import Checking
import Contracts

/// Which strings are tried, and in which order.
let nearMissMisconceptions: [Misconception<ReachInput, ReachOutput>] = [
  wrongReach(
    "too many alone, never too few", "A network that stops a token early is never found out.",
    "What if a network stops one token early?"
  ) { $0.changes = [1] },
  wrongReach(
    "all with one fewer first, then all with one more",
    "All near misses are there, sorted by the change and not by the letter.",
    "Which two strings stand next to each other: those of one letter, or those of one change?"
  ) { $0.goesByChange = true },
  wrongReach(
    "the last letter first", "All near misses are there, from the last letter to the first.",
    "With which letter does the list begin?"
  ) { $0.letters = { (0..<$0).reversed() } },
  wrongReach(
    "the last letter never changed",
    "A network that does not count the last letter is never found out.",
    "What if there is one of the last letter too many?"
  ) { $0.letters = { Array(0..<$0 - 1) } },
  wrongReach(
    "the first letter changed alone",
    "A network that loses count of a later letter is never found out.",
    "What if a network loses count of the b?"
  ) { $0.letters = { _ in [0] } },
  wrongReach(
    "no near miss with zero of a letter",
    "At n = 1 the strings that lack a letter altogether are left out.",
    "How many near misses has n = 1?"
  ) { $0.leavesOutEmptyBlocks = true },
  wrongReach(
    "the string itself among its near misses",
    "A recogniser that accepts what it should is blamed for it.",
    "Is a change by 0 a near miss?"
  ) { $0.changes = [-1, 0, 1] },
  wrongReach(
    "a change by two", "The strings tried are further from the language than they should be.",
    "By how many letters does a near miss differ?"
  ) { $0.changes = [-2, 2] },
  wrongReach(
    "the missing EOS first", "All near misses are there, but the one without EOS stands first.",
    "Where in the list does the string without EOS stand?"
  ) { $0.tries = { misses, _ in misses.suffix(1) + misses.dropLast() } },
  wrongReach(
    "a string with EOS where it should be missing",
    "The last near miss is the right string itself, so a right recogniser is blamed.",
    "What is missing in the last near miss?"
  ) {
    $0.tries = { misses, letters in misses.dropLast() + [misses[misses.count - 1] + [letters]] }
  },
  wrongReach(
    "EOS twice where it should be missing",
    "The last near miss has one EOS too many in place of one too few.",
    "What is missing in the last near miss?"
  ) {
    $0.tries = { misses, letters in
      misses.dropLast() + [misses[misses.count - 1] + [letters, letters]]
    }
  },
  wrongReach(
    "a last letter missing beside EOS",
    "The last near miss lacks two tokens, the last letter and EOS.",
    "What is missing in the last near miss?"
  ) { $0.tries = { misses, _ in misses.dropLast() + [misses[misses.count - 1].dropLast()] } },
  wrongReach(
    "a missing EOS behind each near miss, too",
    "Each near miss comes a second time without its end.",
    "How many near misses are there for K letters?"
  ) {
    $0.tries = { misses, letters in
      misses.dropLast().flatMap { [$0, $0.filter { $0 != letters }] } + misses.suffix(1)
    }
  },
]
