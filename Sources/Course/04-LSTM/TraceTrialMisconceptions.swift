import Checking
import Contracts
import Recurrent
import Reference

/// Checks of a trace that people really write, each blind in one way or too strict in one.
let traceTrialMisconceptions: [Misconception<TraceOnTrial, TraceComplaint>] = [
  // Verdicts without a look.
  wrong(
    "a check that accepts everything", "It returns nil, whatever it is given.",
    "When did your check last complain?"
  ) { $0.asks = [] },
  wrong(
    "a check that refuses everything", "It complains, whatever it is given.",
    "Which trace would your check be content with?"
  ) { $0.alwaysComplains = true },
  wrong(
    "a complaint about what is right", "The question is turned round.",
    "What should your check return for a right trace?"
  ) { $0.isTurnedRound = true },
  // What is asked at all.
  wrong(
    "shapes without ranges", "Any number passes, as long as there are enough of them.",
    "Between which two numbers must a gate lie?"
  ) { $0.asks = .shapes },
  wrong(
    "ranges without shapes", "Missing steps and numbers too many pass.",
    "How many numbers should each vector of the trace have?"
  ) { $0.asks.subtract(.shapes) },
  wrong(
    "an output gate that is not looked at", "Two of the three gates have their range checked.",
    "How many gates has an LSTM?"
  ) { $0.asks.remove(.outputGate) },
  wrong(
    "a candidate that is not looked at", "Three gates have their range checked, g has not.",
    "In which range does a tanh lie?"
  ) { $0.asks.remove(.candidate) },
  wrong(
    "a hidden state that is not looked at", "The gates have their range checked, h has not.",
    "How large can o ⊙ tanh(c) become?"
  ) { $0.asks.remove(.hidden) },
  wrong(
    "a cell without any bound", "A cell may leap as far as it likes.",
    "By how much can a cell grow in one step, with all gates open?"
  ) { $0.asks.remove(.cell) },
  wrong(
    "logits that are not looked at", "Their number and their size pass unseen.",
    "How many logits should there be, and could one of them be NaN?"
  ) { $0.asks.subtract([.logitCount, .logitSizes, .logitValues]) },
  wrong(
    "logits that need not be finite", "Their number is checked, their values are not.",
    "What becomes of a loss if one logit is NaN?"
  ) { $0.asks.remove(.logitValues) },
  wrong(
    "an initial state and cell that are not looked at", "It begins at the first step.",
    "With what does the first step begin?"
  ) { $0.asks.subtract([.initialSizes, .initialValues]) },
  wrong(
    "tokens that are not looked at", "An id outside of the vocabulary passes.",
    "Which ids can a token have?"
  ) { $0.asks.remove(.tokens) },
  wrong(
    "a number of steps that is not compared with the number of tokens",
    "A trace that lost a step passes.", "How many steps has a sequence of T tokens?"
  ) { $0.asks.remove(.stepCount) },
  // Where it looks.
  wrong(
    "the first step alone", "It takes one step as a sample of the rest.",
    "At which step would a mistake in the carry show?"
  ) { $0.steps = { Array($0.prefix(1)) } },
  wrong(
    "the last step alone", "It takes the last step as a sample of the rest.",
    "Could a number be out of range at one step and within it at the next?"
  ) { $0.steps = { Array($0.suffix(1)) } },
  wrong(
    "the last step left out", "Its loop ends one step too early.",
    "At which index does your loop over the steps end?"
  ) { $0.steps = { Array($0.dropLast()) } },
  wrong(
    "the first number of each vector alone", "It takes one unit as a sample of the rest.",
    "Which units could be wrong while the first one is right?"
  ) { $0.elements = { Array($0.prefix(1)) } },
  wrong(
    "means in place of numbers", "A number out of range is outweighed by those within.",
    "Can one number out of range hide among others?"
  ) { $0.elements = { $0.isEmpty ? [] : [$0.reduce(0, +) / Double($0.count)] } },
  wrong(
    "H taken from the trace", "A trace of another network is right by its own measure.",
    "What is `hiddenSize` for?"
  ) { $0.hiddenSize = { $0.trace.steps.first?.hidden.count ?? 0 } },
  wrong(
    "V taken from the trace", "A trace of another vocabulary is right by its own measure.",
    "What is `vocabularySize` for?"
  ) { $0.vocabularySize = { $0.trace.logits.first?.count ?? 0 } },
  // Which bounds.
  wrong(
    "gates that must lie strictly between 0 and 1",
    "A gate that is wide open, σ(40) = 1 to the last digit, is refused.",
    "What is 1 / (1 + exp(−40)) in sixteen digits?"
  ) { $0.isShare = { $0 > 0 && $0 < 1 } },
  wrong(
    "gates from −1 to 1", "A negative share passes.", "Between which two numbers must a share lie?"
  ) { $0.isShare = { abs($0) <= 1 } },
  wrong(
    "a candidate from 0 to 1", "Every negative candidate is refused.",
    "Can what is added to the cell be negative?"
  ) { $0.isCandidate = { $0 >= 0 && $0 <= 1 } },
  wrong(
    "a cell from −1 to 1", "A cell that counts is refused.", "Does the cell go through a tanh?"
  ) { $0.isCell = { new, _ in abs(new) <= 1 } },
  wrong(
    "a cell's bound without room for rounding", "A cell at its bound is refused for a last digit.",
    "How exact is a sum of two products?"
  ) { $0.isCell = { abs($0) <= abs($1) + 1 } },
  wrong(
    "a bound on the cell upwards alone", "A cell may fall as far as it likes.",
    "Which cells can a step reach on the other side of zero?"
  ) { $0.isCell = { $0 <= abs($1) + 1 + 1e-9 } },
  wrong(
    "a bound on the cell without magnitudes: c ≤ c′ + 1",
    "A negative cell that is cleared is refused, and one may fall as far as it likes.",
    "Where is the cell after one step from −4 if the forget gate is 0?"
  ) { $0.isCell = { $0 <= $1 + 1 + 1e-9 } },
  wrong(
    "an initial cell taken for zero", "The first step is held to a bound of 1.",
    "Which cell comes before that of `steps[0]`?"
  ) { $0.initialCell = { 0 * $0 } },
  wrong(
    "a first cell without a bound", "The bound begins with the second step.",
    "Which cell comes before that of `steps[0]`?"
  ) { $0.boundsFirstCell = false },
  wrong(
    "logits that must be probabilities", "Negative logits and those beyond 1 are refused.",
    "Have the logits been through the softmax?"
  ) { $0.isLogit = { $0 >= 0 && $0 <= 1 } },
  wrong(
    "an initial hidden state from −1 to 1", "A start that somebody chose is refused.",
    "Who decides where a sequence begins?"
  ) { $0.isInitialHidden = { abs($0) <= 1 } },
  wrong(
    "a NaN that passes, since no comparison with it is true",
    "It asks whether a number is too small or too large, and NaN is neither.",
    "What is NaN < 0, and what is NaN > 1?"
  ) {
    $0.isShare = { !($0 < 0) && !($0 > 1) }
    $0.isCandidate = { !(abs($0) > 1) }
    $0.isHidden = { !(abs($0) > 1) }
    $0.isCell = { !(abs($0) > abs($1) + 1 + 1e-9) }
    $0.isLogit = { !(abs($0) == .infinity) }
    $0.isInitialHidden = { !(abs($0) == .infinity) }
    $0.isInitialCell = { !(abs($0) == .infinity) }
  },
]

// MARK: - A check with its decisions laid open

private struct OpenTraceCheck: Sendable {
  struct Asks: OptionSet, Sendable {
    var rawValue: Int

    static let tokens = Asks(rawValue: 1)
    static let stepCount = Asks(rawValue: 2)
    static let logitCount = Asks(rawValue: 4)
    static let initialSizes = Asks(rawValue: 8)
    static let stepSizes = Asks(rawValue: 16)
    static let logitSizes = Asks(rawValue: 32)
    static let gates = Asks(rawValue: 64)
    static let outputGate = Asks(rawValue: 128)
    static let candidate = Asks(rawValue: 256)
    static let cell = Asks(rawValue: 512)
    static let hidden = Asks(rawValue: 1024)
    static let logitValues = Asks(rawValue: 2048)
    static let initialValues = Asks(rawValue: 4096)

    static let shapes: Asks = [.stepCount, .logitCount, .initialSizes, .stepSizes, .logitSizes]
    static let all: Asks = [
      .shapes, .tokens, .gates, .outputGate, .candidate, .cell, .hidden, .logitValues,
      .initialValues,
    ]
  }

  // The defaults are the right ones.
  var asks = Asks.all
  var alwaysComplains = false
  var isTurnedRound = false
  var hiddenSize: @Sendable (TraceOnTrial) -> Int = { $0.hiddenSize }
  var vocabularySize: @Sendable (TraceOnTrial) -> Int = { $0.vocabularySize }
  /// Which time steps are looked at.
  var steps: @Sendable ([Int]) -> [Int] = { $0 }
  /// Which numbers of a vector are looked at.
  var elements: @Sendable ([Double]) -> [Double] = { $0 }
  var initialCell: @Sendable (Vector) -> Vector = { $0 }
  var boundsFirstCell = true
  var isShare: @Sendable (Double) -> Bool = { $0 >= 0 && $0 <= 1 }
  var isCandidate: @Sendable (Double) -> Bool = { abs($0) <= 1 }
  /// From the new cell and the old one.
  var isCell: @Sendable (Double, Double) -> Bool = { abs($0) <= abs($1) + 1 + 1e-9 }
  var isLogit: @Sendable (Double) -> Bool = { $0.isFinite }
  var isHidden: @Sendable (Double) -> Bool = { abs($0) <= 1 }
  var isInitialHidden: @Sendable (Double) -> Bool = { $0.isFinite }
  var isInitialCell: @Sendable (Double) -> Bool = { $0.isFinite }

  func callAsFunction(_ input: TraceOnTrial) -> TraceComplaint {
    let complains = alwaysComplains || finds(input) != isTurnedRound
    return TraceComplaint(complains ? "this trace is impossible" : nil)
  }

  private func finds(_ input: TraceOnTrial) -> Bool {
    let trace = input.trace
    let (size, count) = (hiddenSize(input), vocabularySize(input))
    let length = trace.inputs.count
    if asks.contains(.tokens), !trace.inputs.allSatisfy({ (0..<count).contains($0) }) {
      return true
    }
    if asks.contains(.stepCount), trace.steps.count != length { return true }
    if asks.contains(.logitCount), trace.logits.count != length { return true }
    if asks.contains(.initialSizes),
      trace.initialHidden.count != size || trace.initialCell.count != size
    {
      return true
    }
    if asks.contains(.initialValues),
      !(elements(Array(trace.initialHidden)).allSatisfy(isInitialHidden)
        && elements(Array(trace.initialCell)).allSatisfy(isInitialCell))
    {
      return true
    }
    return steps(Array(trace.steps.indices)).contains { isWrong(trace, $0, size) }
      || steps(Array(trace.logits.indices)).contains { t in
        asks.contains(.logitSizes) && trace.logits[t].count != count
          || asks.contains(.logitValues) && !elements(Array(trace.logits[t])).allSatisfy(isLogit)
      }
  }

  private func isWrong(_ trace: LSTMTrace, _ t: Int, _ size: Int) -> Bool {
    let step = trace.steps[t]
    let vectors = [
      step.forgetGate, step.inputGate, step.candidate, step.outputGate, step.cell, step.hidden,
    ]
    if asks.contains(.stepSizes), vectors.contains(where: { $0.count != size }) { return true }
    func holds(_ vector: Vector, _ isRight: (Double) -> Bool) -> Bool {
      elements(Array(vector)).allSatisfy(isRight)
    }
    if asks.contains(.gates), !(holds(step.forgetGate, isShare) && holds(step.inputGate, isShare)) {
      return true
    }
    if asks.contains(.outputGate), !holds(step.outputGate, isShare) { return true }
    if asks.contains(.candidate), !holds(step.candidate, isCandidate) { return true }
    if asks.contains(.hidden), !holds(step.hidden, isHidden) { return true }
    guard asks.contains(.cell), t > 0 || boundsFirstCell else { return false }
    let old = t > 0 ? trace.steps[t - 1].cell : initialCell(trace.initialCell)
    return !zip(elements(Array(step.cell)), elements(Array(old))).allSatisfy(isCell)
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenTraceCheck) -> Void
) -> Misconception<TraceOnTrial, TraceComplaint> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenTraceCheck(), run: { $0($1) },
    change: change)
}
