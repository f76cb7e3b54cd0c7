import Checking
import Contracts
import Recurrent
import Reference

let bracketSamplingExercise = Exercise<SamplingInput, SamplingOutput>(
  "08.3", "Drawing balanced strings", points: 3,
  hints: [
    """
    Draw a string by hand with a coin, which is `opening` = ½: heads opens, tails closes, and tails with \
    nothing open ends it. Which strings come out often, which rarely, and what becomes of one that is \
    longer than `longest`?
    """,
    """
    One number decides one token. Below `opening`, its share of that range tells the \
    kind; from there on the innermost bracket closes, or the string ends. The length counts brackets, \
    not EOS.
    """,
    """
    u < q: open kind ⌊u / q · K⌋; u ≥ q: pop k and write 2k + 1, or end where the stack is empty. Throw \
    the string away if it is empty or as soon as it has L + 1 brackets, and begin anew with the next u.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "08.3")
    func drawn(
      _ name: String, _ kinds: Int, _ opening: Double, longest: Int, _ count: Int = 25
    ) -> Challenge<SamplingInput> {
      Challenge(
        name,
        SamplingInput(
          kinds: kinds, opening: opening, longest: longest, seed: random.nextBits(), count: count))
    }
    // With q times the kinds below 1 even the worst of mistakes comes to an end.
    return [
      drawn("one string, one kind", 1, 0.4, longest: 40, 1),
      drawn("one kind, most strings empty", 1, 0.3, longest: 40),
      drawn("two kinds, room enough", 2, 0.45, longest: 100),
      drawn("two kinds, at most 8 brackets", 2, 0.4, longest: 8),
      drawn("one kind, at most 6", 1, 0.48, longest: 6),
      drawn("three kinds, at most 12", 3, 0.3, longest: 12),
      drawn("an odd limit of 5", 2, 0.42, longest: 5),
    ]
  },
  reference: { try OpenSampler()($0) },
  observations: {
    [
      Observation(
        "strings", claim: "each draw becomes the token that its place between 0 and 1 says",
        lists: $0.strings),
      Observation(
        "next draw", claim: "a string takes one draw for each token, and no more", $0.next),
    ]
  },
  misconceptions: [
    wrongSampling(
      "each kind with the whole probability of opening",
      "Brackets open K times as often as they should, so strings grow without an end.",
      "With which probability does any bracket open, and with which one of a given kind?"
    ) { $0.kind = { u, q, kinds in u < q * Double(kinds) ? Int(u / q) : nil } },
    wrongSampling(
      "a second draw for the kind",
      "Each opening bracket takes two draws, so all that follows comes from other numbers.",
      "How many draws does the contract allow for one token?"
    ) { $0.drawsKind = true },
    wrongSampling(
      "a kind from u itself: ⌊u K⌋ where u is below q",
      """
      u never comes near 1 where a bracket opens, so the last kinds come out too rarely or \
      never.
      """,
      "Between which two numbers does u lie when a bracket opens?"
    ) {
      $0.kind = { u, q, kinds in u < q ? Int(u * Double(kinds)) : nil }
    },
    wrongSampling(
      "opening with 1 − q",
      "Brackets open where they should close, so long strings become short and short ones long.",
      "What does u < q have the probability of?"
    ) {
      $0.kind = { u, q, kinds in
        u >= q ? min(kinds - 1, Int((u - q) / (1 - q) * Double(kinds))) : nil
      }
    },
    wrongSampling(
      "kinds in falling order",
      "Each draw gives another kind, though every kind is as likely as before.",
      "Which kind belongs to the smallest u?"
    ) {
      $0.kind = { u, q, kinds in
        u < q ? kinds - 1 - min(kinds - 1, Int(u / q * Double(kinds))) : nil
      }
    },
    wrongSampling(
      "brackets that are closed by force where the room ends",
      "Strings of the full length come out far too often, with all closings at their end.",
      "Are strings of the full length more frequent now than the grammar says?"
    ) { $0.forces = true },
    wrongSampling(
      "a string that is cut off at the limit", "The string ends while brackets are still open.",
      "Is what you return balanced?"
    ) {
      $0.cuts = true
    },
    wrongSampling(
      "a limit on the depth in place of the length",
      "Long and shallow strings pass, however many brackets they have.",
      "What does `longest` count?"
    ) { $0.isTooLong = { _, open, longest in open.count > longest } },
    wrongSampling(
      "a limit that counts pairs", "Strings come out twice as long as they may.",
      "How many brackets has a pair?"
    ) {
      $0.isTooLong = { string, _, longest in string.count > 2 * longest }
    },
    wrongSampling(
      "a limit that counts EOS", "Strings of exactly the full length are thrown away.",
      "Does `longest` count brackets or tokens?"
    ) {
      $0.isTooLong = { string, _, longest in string.count + 1 > longest }
    },
    wrongSampling(
      "a string drawn to its end before it is thrown away",
      "A string that is too long costs many more draws, so the next one comes from other numbers.",
      "When do you know that a string is too long?"
    ) { $0.waits = true },
    wrongSampling(
      "empty strings kept", "Empty strings come out, and most often so where q is small.",
      "What should come of a first draw that does not open?"
    ) {
      $0.keepsEmpty = true
    },
    wrongSampling(
      "a string without EOS", "The string does not say that it is over.",
      "How does a reader see that the string is over?"
    ) {
      $0.writesEnd = false
    },
    wrongSampling(
      "the outermost bracket closed first",
      "Brackets close in the order in which they opened, so that kinds cross each other.",
      "Which of the open brackets was opened last?"
    ) { $0.closesFirst = true },
    wrongSampling(
      "no draw at the end of a string",
      """
      The string ends at the first moment at which it might, so that ( ) ( ) is never \
      drawn.
      """, "How many draws tell that a string ends?"
    ) {
      $0.endsAtOnce = true
    },
  ] + samplingDrawMisconceptions + samplingLimitMisconceptions)
