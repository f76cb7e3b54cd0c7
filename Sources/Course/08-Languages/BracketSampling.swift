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
    wrong(
      "each kind with the whole probability of opening",
      "Brackets open K times as often as they should, so strings grow without an end.",
      "With which probability does any bracket open, and with which one of a given kind?"
    ) { $0.kind = { u, q, kinds in u < q * Double(kinds) ? Int(u / q) : nil } },
    wrong(
      "a second draw for the kind",
      "Each opening bracket takes two draws, so all that follows comes from other numbers.",
      "How many draws does the contract allow for one token?"
    ) { $0.drawsKind = true },
    wrong(
      "a kind from u itself: ⌊u K⌋ where u is below q",
      """
      u never comes near 1 where a bracket opens, so the last kinds come out too rarely or \
      never.
      """,
      "Between which two numbers does u lie when a bracket opens?"
    ) {
      $0.kind = { u, q, kinds in u < q ? Int(u * Double(kinds)) : nil }
    },
    wrong(
      "opening with 1 − q",
      "Brackets open where they should close, so long strings become short and short ones long.",
      "What does u < q have the probability of?"
    ) {
      $0.kind = { u, q, kinds in
        u >= q ? min(kinds - 1, Int((u - q) / (1 - q) * Double(kinds))) : nil
      }
    },
    wrong(
      "kinds in falling order",
      "Each draw gives another kind, though every kind is as likely as before.",
      "Which kind belongs to the smallest u?"
    ) {
      $0.kind = { u, q, kinds in
        u < q ? kinds - 1 - min(kinds - 1, Int(u / q * Double(kinds))) : nil
      }
    },
    wrong(
      "brackets that are closed by force where the room ends",
      "Strings of the full length come out far too often, with all closings at their end.",
      "Are strings of the full length more frequent now than the grammar says?"
    ) { $0.forces = true },
    wrong(
      "a string that is cut off at the limit", "The string ends while brackets are still open.",
      "Is what you return balanced?"
    ) {
      $0.cuts = true
    },
    wrong(
      "a limit on the depth in place of the length",
      "Long and shallow strings pass, however many brackets they have.",
      "What does `longest` count?"
    ) { $0.isTooLong = { _, open, longest in open.count > longest } },
    wrong(
      "a limit that counts pairs", "Strings come out twice as long as they may.",
      "How many brackets has a pair?"
    ) {
      $0.isTooLong = { string, _, longest in string.count > 2 * longest }
    },
    wrong(
      "a limit that counts EOS", "Strings of exactly the full length are thrown away.",
      "Does `longest` count brackets or tokens?"
    ) {
      $0.isTooLong = { string, _, longest in string.count + 1 > longest }
    },
    wrong(
      "a string drawn to its end before it is thrown away",
      "A string that is too long costs many more draws, so the next one comes from other numbers.",
      "When do you know that a string is too long?"
    ) { $0.waits = true },
    wrong(
      "empty strings kept", "Empty strings come out, and most often so where q is small.",
      "What should come of a first draw that does not open?"
    ) {
      $0.keepsEmpty = true
    },
    wrong(
      "a string without EOS", "The string does not say that it is over.",
      "How does a reader see that the string is over?"
    ) {
      $0.writesEnd = false
    },
    wrong(
      "the outermost bracket closed first",
      "Brackets close in the order in which they opened, so that kinds cross each other.",
      "Which of the open brackets was opened last?"
    ) { $0.closesFirst = true },
    wrong(
      "no draw at the end of a string",
      """
      The string ends at the first moment at which it might, so that ( ) ( ) is never \
      drawn.
      """, "How many draws tell that a string ends?"
    ) {
      $0.endsAtOnce = true
    },
  ])

// MARK: - Drawing with its decisions laid open

private struct OpenSampler: Sendable {
  // The defaults are the right ones.
  /// The kind that opens; `nil` to close.
  var kind: @Sendable (_ draw: Double, _ opening: Double, _ kinds: Int) -> Int? = { u, q, kinds in
    u < q ? min(kinds - 1, Int(u / q * Double(kinds))) : nil
  }
  var isTooLong: @Sendable (_ string: [Int], _ open: [Int], _ longest: Int) -> Bool = {
    string, _, longest in string.count > longest
  }
  var drawsKind = false
  var forces = false
  var cuts = false
  var waits = false
  var keepsEmpty = false
  var writesEnd = true
  var closesFirst = false
  var endsAtOnce = false

  func callAsFunction(_ input: SamplingInput) throws -> SamplingOutput {
    var random = SeededRandom(seed: input.seed)
    let strings = (0..<input.count).map { _ in
      string(input, &random) + (writesEnd ? [2 * input.kinds] : [])
    }
    return SamplingOutput(strings: strings, next: random.uniform())
  }

  private func string(_ input: SamplingInput, _ random: inout SeededRandom) -> [Int] {
    while true {
      if let string = attempt(input, &random), keepsEmpty || !string.isEmpty { return string }
    }
  }

  /// - Returns: `nil` for a string that is thrown away.
  private func attempt(_ input: SamplingInput, _ random: inout SeededRandom) -> [Int]? {
    var (string, open): ([Int], [Int]) = ([], [])
    // An end to what waits for the end of a string that may never come.
    while string.count < 2000 {
      if endsAtOnce, !string.isEmpty, open.isEmpty { return string }
      let draw = random.uniform()
      var kind = kind(draw, input.opening, input.kinds)
      if forces, string.count + open.count >= input.longest { kind = nil }
      if drawsKind, kind != nil { kind = Int(random.uniform() * Double(input.kinds)) }
      if let kind {
        open.append(kind)
        string.append(2 * kind)
      } else if open.isEmpty {
        return isTooLong(string, open, input.longest) ? nil : string
      } else {
        string.append(2 * (closesFirst ? open.removeFirst() : open.removeLast()) + 1)
      }
      if cuts, string.count == input.longest { return string }
      if !waits, isTooLong(string, open, input.longest) { return nil }
    }
    return nil
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenSampler) -> Void
) -> Misconception<SamplingInput, SamplingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenSampler(), run: { try $0($1) },
    change: change)
}
