import Checking
import Contracts
import Recurrent
import Reference

let nearMissesExercise = Exercise<ReachInput, ReachOutput>(
  "08.5", "How far it counts", points: 4,
  hints: [
    """
    Suppose a recogniser accepts every string that there is. What would you say of it if you tried the \
    strings of the language alone, and what if you tried their neighbours, too?
    """,
    """
    Near misses: go through the letters, and for each change its own number by −1 and then by +1, the \
    others staying at n. For the reach two things are asked of every n from 1 to `longest`, and both \
    have to be right.
    """,
    """
    right(n) = accepts(string of n) and no near miss of n accepted. `firstRefused` = min {n : string \
    refused}, `firstNearMiss` = min {n : some near miss accepted}; `inside` = share of right n in 1 … m, \
    `beyond` = share in m + 1 … L.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "08.5")
    func tried(
      _ name: String, _ letters: Int, drift: Double, tolerance: Double, blind: [Int] = [],
      needsEnd: Bool = true, trained: Int = 8, longest: Int = 24
    ) -> Challenge<ReachInput> {
      Challenge(
        name,
        ReachInput(
          letters: letters, lengths: [1, random.integer(in: 2...4), random.integer(in: 5...9)],
          recogniser: DriftingCounter(
            letters: letters, drift: drift, tolerance: tolerance, blind: blind,
            needsEnd: needsEnd),
          trained: trained, longest: longest))
    }
    return [
      tried("a recogniser that counts", 2, drift: 0, tolerance: 0.5),
      tried("one whose count drifts", 2, drift: 0.0303, tolerance: 0.5),
      tried("one that is generous: near misses pass first", 3, drift: 0.0213, tolerance: 0.61),
      tried("one that is strict: its own strings fail first", 3, drift: 0.0413, tolerance: 0.41),
      tried(
        "one that fails at 5, 10 and 12, and nowhere else", 2, drift: 0, tolerance: 0.5,
        blind: [5, 10, 12]),
      tried("one that accepts any near miss", 3, drift: 0.001, tolerance: 1.5),
      tried("one that does not ask for EOS", 2, drift: 0, tolerance: 0.5, needsEnd: false),
      tried("one that accepts whatever is near", 2, drift: 0.001, tolerance: 1.5, needsEnd: false),
      tried(
        "random", random.integer(in: 2...4), drift: 0.02 + 0.03 * random.uniform(),
        tolerance: 0.4 + 0.2 * random.uniform(),
        blind: [random.integer(in: 2...6), random.integer(in: 9...12)],
        trained: random.integer(in: 6...9), longest: random.integer(in: 25...30)),
    ]
  },
  reference: { input in
    ReachOutput(
      nearMisses: try input.lengths.map { try nearMisses(of: $0, letters: input.letters) },
      reach: try reach(
        letters: input.letters, trained: input.trained, longest: input.longest,
        accepts: input.recogniser.accepts))
  },
  observations: { output in
    [
      Observation(
        "nearMisses", claim: "one fewer and one more of each letter in turn, then EOS missing",
        lists: output.nearMisses.flatMap(\.self)),
      Observation(
        "firstRefused", claim: "firstRefused is the smallest n whose own string is refused",
        [text(output.reach.firstRefused)]),
      Observation(
        "firstNearMiss", claim: "firstNearMiss is the smallest n with a near miss that is accepted",
        [text(output.reach.firstNearMiss)]),
      Observation(
        "inside", claim: "inside is the share of right n among 1 … trained", output.reach.inside),
      Observation(
        "beyond", claim: "beyond is the share of right n among trained + 1 … longest",
        output.reach.beyond),
    ]
  },
  misconceptions: [
    // The near misses.
    wrongReach(
      "too few alone, never too many", "A network that stops a token too late is never found out.",
      "What if a network stops one token late?"
    ) {
      $0.changes = [-1]
    },
    wrongReach(
      "too many before too few", "All near misses are there, in another order.",
      "In which order does the contract ask for them?"
    ) {
      $0.changes = [1, -1]
    },
    wrongReach(
      "all letters changed at once",
      "Some of the strings tried belong to the language, so a right recogniser is blamed.",
      "Is aⁿ⁻¹ bⁿ⁻¹ a string of the language?"
    ) { $0.changesAll = true },
    wrongReach(
      "the last letter changed alone",
      "A network that loses count of an earlier letter is never found out.",
      "What if a network loses count of the a?"
    ) {
      $0.letters = { [$0 - 1] }
    },
    wrongReach(
      "the first letter never changed",
      "A network that does not count the first letter is never found out.",
      "What if there is one a too many?"
    ) {
      $0.letters = { Array(1..<$0) }
    },
    wrongReach(
      "a missing EOS forgotten", "A network that does not care about the end is never found out.",
      "What if a network does not care whether a string ends?"
    ) {
      $0.tries = { misses, _ in misses.dropLast() }
    },
    wrongReach(
      "near misses without EOS",
      "Every near miss is refused for its missing end, so it tells nothing about counting.",
      "For which of two reasons is such a string refused?"
    ) { $0.tries = { misses, letters in misses.map { $0.filter { $0 != letters } } } },
    // The reach.
    wrongReach(
      "strings alone, no near misses", "A recogniser that accepts everything seems to be perfect.",
      "What of a recogniser that accepts everything?"
    ) {
      $0.triesMisses = false
    },
    wrongReach(
      "a near miss that counts only if all of them are accepted",
      "A recogniser that accepts some near misses and refuses one passes as right.",
      "How many near misses may a right recogniser accept?"
    ) { $0.needsAllMisses = true },
    wrongReach(
      "places counted from 0 in place of n", "Each n is reported as one less than it is.",
      "What is the smallest n?"
    ) { $0.shift = -1 },
    wrongReach(
      "everything wrong from the first failure on",
      "After its first failure a recogniser counts as wrong, even where it is right again.",
      "Can a recogniser fail at 5 and be right at 6?"
    ) { $0.stopsAtFailure = true },
    wrongReach(
      "both shares of all n", "Both shares are too small, since each is divided by all n together.",
      "How many n are there inside, and how many beyond?"
    ) { $0.dividesByAll = true },
    wrongReach(
      "beyond reckoned from the beginning",
      "What was inside of the training counts as beyond it, too.",
      "Does n = 1 lie beyond the training?"
    ) { $0.beyondFromOne = true },
    wrongReach(
      "the longest string of the training counted as beyond",
      "One length that was trained on counts as new.",
      "Was n = `trained` one of the lengths of the training?"
    ) { $0.edge = -1 },
    wrongReach(
      "near misses that do not lower the shares",
      "A recogniser that accepts its near misses has the same shares as one that does not.",
      "When is a recogniser right about an n?"
    ) { $0.sharesOfStrings = true },
    wrongReach(
      "`longest` itself left out", "The largest n is never tried.",
      "Up to which n does the contract ask?"
    ) {
      $0.leavesOutLongest = true
    },
  ] + nearMissMisconceptions + reachMisconceptions)

private func text(_ n: Int?) -> String { n.map { "\($0)" } ?? "none" }
