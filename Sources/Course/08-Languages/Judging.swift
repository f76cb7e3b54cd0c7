import Checking
import Contracts
import Recurrent
import Reference

// T steps, V vocabulary size.

let judgingExercise = Exercise<JudgingInput, PredictionVerdict>(
  "08.4", "When is a prediction right?", points: 3,
  hints: [
    """
    Take one step and lay two sets side by side: the tokens with a probability of at least `threshold`, \
    and those in `mayFollow`. Which elements of the first must not be there, and which are missing?
    """,
    """
    Sound asks that the first set lies within the second, complete that the second lies within the first. \
    A step without a choice has one element in the second set; there the likeliest token is compared, \
    without the threshold.
    """,
    """
    E_t = {v : p_t[v] ≥ ε}, A_t what may follow: sound_t = (E_t ⊆ A_t), complete_t = (A_t ⊆ E_t); \
    deterministic where |A_t| = 1, right there if A_t = {argmax p_t}; isSound = all sound_t, isExact = all \
    (E_t = A_t).
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "08.4")
    func drawn(
      _ name: String, _ steps: Int, _ size: Int, _ threshold: Double, sound: Bool = false
    ) -> Challenge<JudgingInput> {
      var (probabilities, next): ([Vector], [[Int]]) = ([], [])
      for t in 0..<steps {
        let raw = Vector((0..<size).map { _ in exp(1.6 * random.normal()) })
        let p = (1 / raw.sum) * raw
        let expected = p.indices.filter { p[$0] >= threshold }
        var allowed = (0..<size).filter { _ in random.integer(in: 0...1) == 0 }
        // Some steps without a choice, and some whose sets agree.
        if t % 3 == 0 { allowed = [random.integer(in: 0...size - 1)] }
        if sound || t % 4 == 1 { allowed = expected }
        probabilities.append(p)
        next.append(allowed)
      }
      return Challenge(
        name, JudgingInput(probabilities: probabilities, mayFollow: next, threshold: threshold))
    }
    return [
      Challenge(
        "four steps, one of each kind",
        JudgingInput(
          probabilities: [
            [0.5, 0.5, 0], [0.125, 0.75, 0.125], [0.375, 0.375, 0.25], [0.0625, 0.25, 0.6875],
          ], mayFollow: [[0, 1], [1], [0, 1], [0, 2]], threshold: 0.25)),
      Challenge(
        "probabilities that stand exactly at the threshold",
        JudgingInput(
          probabilities: [[0.25, 0.75, 0, 0], [0.25, 0.25, 0.5, 0]], mayFollow: [[0, 1], [2]],
          threshold: 0.25)),
      Challenge(
        "every step right",
        JudgingInput(
          probabilities: [[0.5, 0.5, 0], [0.01, 0.98, 0.01], [0, 0.02, 0.98]],
          mayFollow: [[0, 1], [1], [2]], threshold: 0.1)),
      Challenge(
        "every step sound, the first not complete",
        JudgingInput(
          probabilities: [[0, 1, 0], [0, 1, 0], [0, 0, 1]], mayFollow: [[0, 1], [1], [2]],
          threshold: 0.1)),
      Challenge(
        "one wrong step, the last",
        JudgingInput(
          probabilities: [[0.5, 0.5, 0], [0, 1, 0], [0.2, 0.3, 0.5]],
          mayFollow: [[0, 1], [1], [2]], threshold: 0.1)),
      Challenge(
        "the likeliest token is right and does not reach the threshold",
        JudgingInput(
          probabilities: [[0.4, 0.3, 0.3], [0.3, 0.4, 0.3]], mayFollow: [[0], [0]],
          threshold: 0.5)),
      Challenge(
        "one step sound alone, the next complete alone",
        JudgingInput(
          probabilities: [[1, 0, 0], [0.5, 0.5, 0]], mayFollow: [[0, 1], [0]], threshold: 0.25)),
      Challenge(
        "a second token expected where there is no choice",
        JudgingInput(
          probabilities: [
            [0.7, 0.3, 0], [0.3, 0.7, 0], [0.4, 0.35, 0.25], [0.2, 0.2, 0.6], [0.2, 0.2, 0.6],
          ],
          mayFollow: [[0], [0], [0], [2], [0, 1]], threshold: 0.25)),
      Challenge(
        "many small mistakes, none of which reaches the threshold",
        JudgingInput(
          probabilities: [[0.76, 0.08, 0.08, 0.08], [0.08, 0.76, 0.08, 0.08]],
          mayFollow: [[0], [1]], threshold: 0.1)),
      drawn("random, four words", 9, 4, 0.1),
      drawn("random, six words", 14, 6, 0.2),
      drawn("random, all sets agree", 7, 5, 0.15, sound: true),
    ]
  },
  reference: {
    try judge($0.probabilities, mayFollow: $0.mayFollow, threshold: $0.threshold)
  },
  observations: {
    [
      Observation(
        "sound", claim: "a step is sound if nothing that may not follow reaches the threshold",
        steps: $0.sound),
      Observation(
        "complete", claim: "a step is complete if all that may follow reaches the threshold",
        steps: $0.complete),
      Observation(
        "deterministicSteps", claim: "a step is deterministic if one token alone may follow",
        [$0.deterministicSteps]),
      Observation(
        "deterministicRight", claim: "a deterministic step is right if its token is the likeliest",
        [$0.deterministicRight]),
      Observation(
        "isSound", claim: "a string is sound if every step is", [$0.isSound ? 1 : 0]),
      Observation(
        "isExact", claim: "a string is exact if every step is sound and complete",
        [$0.isExact ? 1 : 0]),
    ]
  },
  misconceptions: [
    wrongJudging(
      "above the threshold, not at it", "A token of exactly the threshold is not expected.",
      "Does a probability equal to the threshold reach it?"
    ) {
      $0.reaches = { $0 > $1 }
    },
    wrongJudging(
      "the likeliest token alone is expected",
      "At every step the network expects one token, though several may follow.",
      "Can a network expect more than one token?"
    ) { $0.expected = { p, _ in [p.indexOfMaximum ?? 0] } },
    wrongJudging(
      "half as the threshold, whatever is given",
      "A threshold other than 0.5 makes no difference to your verdict.",
      "Where do you use `threshold`?"
    ) { $0.threshold = { _, _ in 0.5 } },
    wrongJudging(
      "what may not follow added up",
      "Many small mistakes are added up until together they make a step unsound.",
      "Is the threshold one for each token or for all together?"
    ) {
      $0.sound = { step in
        step.p.indices.filter { !step.next.contains($0) }.map { step.p[$0] }.reduce(0, +)
          < step.threshold
      }
    },
    wrongJudging(
      "sound and complete exchanged", "Each of the two lists carries the other one's name.",
      "Which of the two finds a token that must not come?"
    ) {
      $0.exchanged = true
    },
    wrongJudging(
      "complete if any that may follow reaches the threshold",
      "A step is complete although the network has ruled out a token that may follow.",
      "What if two tokens may follow and the network has ruled out one of them?"
    ) { $0.complete = { $0.next.contains(where: $0.expected.contains) } },
    wrongJudging(
      "sound if any that is expected may follow",
      "A step is sound although the network expects a token that must not come.",
      "What if the network expects two tokens and one of them is wrong?"
    ) { $0.sound = { $0.isSound || $0.expected.contains(where: $0.next.contains) } },
    wrongJudging(
      "every step counted as deterministic",
      "Steps where several tokens may follow count as if there were one right answer.",
      "How many tokens may follow where there is a choice?"
    ) { $0.isDeterministic = { _ in true } },
    wrongJudging(
      "steps with a choice counted in place of those without",
      "The steps counted are those that have no single right answer.",
      "How many tokens may follow where there is no choice?"
    ) { $0.isDeterministic = { $0.next.count > 1 } },
    wrongJudging(
      "a deterministic step judged by the threshold",
      """
      A step whose right token is the likeliest counts as wrong where it stays below the \
      threshold.
      """,
      "Which token is the likeliest if none reaches the threshold?"
    ) { $0.isRight = { $0.expected == $0.next } },
    wrongJudging(
      "a string judged by its last step",
      "A string with a mistake early on passes if it ends well.",
      "What of a string whose second prediction is wrong?"
    ) { $0.whole = { $0.last ?? true } },
    wrongJudging(
      "a string right if any step is", "One right step makes the whole string right.",
      "How many wrong steps does a right string have?"
    ) {
      $0.whole = { $0.contains(true) }
    },
    wrongJudging(
      "a string right if most steps are",
      "A string with several mistakes passes if most of its steps are right.",
      "How many wrong steps does a right string have?"
    ) {
      $0.whole = { steps in 2 * steps.count { $0 } > steps.count }
    },
    wrongJudging(
      "exact without asking for completeness",
      "A network that rules out what may follow passes as exact.",
      "What distinguishes exact from sound?"
    ) { $0.exact = { sound, _ in sound } },
    wrongJudging(
      "exact without asking for soundness",
      "A network that expects what must not come passes as exact.",
      "What distinguishes exact from complete?"
    ) { $0.exact = { _, complete in complete } },
  ] + judgingSetMisconceptions + judgingCountMisconceptions)

extension Observation {
  /// One truth value for each step.
  init(_ name: String, claim: String, steps: [Bool]) {
    self.init(
      name, claim: claim, shape: [steps.count], values: .integers(steps.map { $0 ? 1 : 0 }),
      hasTimeAxis: true)
  }
}
