import Checking
import Contracts
import Recurrent
import Reference

private let exercise = Exercise<TraceOnTrial, TraceComplaint>(
  "04.6", "A check of shapes and ranges", points: 3,
  hints: [
    """
    Go through the fields of `trace`, and then through those of one of its steps, and ask the same two \
    questions of each: how many numbers does it hold, and between which two must each of them lie? The report's \
    table shows which field your check has not asked, or asked too much.
    """,
    """
    Compare all lengths before you touch a number; after that no index can be out of range. A gate may \
    be exactly 0 or 1. The cell's bound follows from f ≤ 1, i ≤ 1 and |g| ≤ 1, element by element, and \
    the first step's old cell is `initialCell`.
    """,
    """
    f, i, o: 0 ≤ x ≤ 1; g, h: |x| ≤ 1; c: |c_t[k]| ≤ |c_{t−1}[k]| + 1 + 1e-9; logits, initial state and \
    cell: finite. Complain where the sentence "it lies within" is *not* true, rather than where "it lies \
    outside" is: of NaN neither is true.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "04.6 order")
    return random.shuffled(traceCandidates(seed)).map { Challenge($0.name, $0.input) }
  },
  reference: {
    TraceComplaint(
      try complaint(
        about: $0.trace, hiddenSize: $0.hiddenSize, vocabularySize: $0.vocabularySize))
  },
  observations: {
    // What the sentence says is the student's own affair.
    [
      Observation(
        "the complaint", claim: "your check complains where a trace is impossible",
        [$0.complaint == nil ? "none" : "one"])
    ]
  },
  misconceptions: traceTrialMisconceptions)

/// 04.6: the student writes a check of what must be true of every trace of an LSTM.
let traceTrialExercise = AnyExercise(
  CheckOnTrial(
    exercise: exercise, candidates: traceCandidates,
    opinion: {
      Opinion(
        accepts: $0.complaint == nil, words: $0.complaint.map { "“\($0.onOneLine)”" } ?? "nothing")
    },
    noun: "trace"))
