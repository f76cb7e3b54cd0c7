import Checking
import Contracts
import Recurrent
import Reference

/// What can be known of a step, right and wrong.
struct LossStep: Sendable {
  var logits: Vector
  var target: Int
  var probabilities: Vector
  /// Of the probabilities of all words.
  var logs: Vector
  /// log(1 − p) of all words.
  var complements: Vector

  init(_ logits: Vector, _ target: Int) {
    self.logits = logits
    self.target = target
    let maximum = logits.max() ?? 0
    let exponentials = logits.map { exp($0 - maximum) }
    probabilities = exponentials / exponentials.sum
    logs = logSoftmax(logits)
    // 1 − p is what the others have: in logarithms nothing is rounded to 0.
    let whole = logSumExp(Array(logits))
    complements = Vector(
      logits.indices.map { word in
        logSumExp(logits.indices.filter { $0 != word }.map { logits[$0] }) - whole
      })
  }

  var loss: Double { -logs[target] }
  /// The words that are not the target.
  var others: [Int] { logits.indices.filter { $0 != target } }
}

func logSumExp(_ numbers: [Double]) -> Double {
  guard let maximum = numbers.max() else { return -.infinity }
  return maximum + log(numbers.reduce(0) { $0 + exp($1 - maximum) })
}

func lossSteps(_ input: CrossEntropyInput) -> [LossStep] {
  zip(input.logits, input.targets).map { LossStep($0, $1) }
}

/// The steps with other targets; `nil` for a step that is not judged.
func lossSteps(
  _ input: CrossEntropyInput, target: (_ targets: [Int], _ t: Int) -> Int?
) -> [LossStep] {
  input.logits.indices.compactMap { t in
    target(input.targets, t).map { LossStep(input.logits[t], $0) }
  }
}

/// The loss with its decisions laid open.
struct OpenLoss: Sendable {
  // The defaults are the right ones.
  var judged: @Sendable (CrossEntropyInput) -> [LossStep] = { lossSteps($0) }
  /// The logarithm of a word's probability.
  var logarithm: @Sendable (LossStep, _ word: Int) -> Double = { $0.logs[$1] }
  /// The logarithm of what all other words have together.
  var complement: @Sendable (LossStep, _ word: Int) -> Double = { $0.complements[$1] }
  /// For a mean over the judged steps alone: how many of them there are at least.
  var leastJudged: Int?
  var loss: @Sendable (LossStep) -> Double = { $0.loss }
  var reduce: @Sendable (_ sum: Double, _ steps: Double, _ size: Double) -> CrossEntropyOutput = {
    sum, steps, _ in CrossEntropyOutput(sum: sum, mean: sum / steps)
  }

  func callAsFunction(_ input: CrossEntropyInput) -> CrossEntropyOutput {
    let losses = judged(input).map { step in
      var step = step
      step.logs = Vector(step.logits.indices.map { logarithm(step, $0) })
      step.complements = Vector(step.logits.indices.map { complement(step, $0) })
      return loss(step)
    }
    let steps = leastJudged.map { max($0, losses.count) } ?? input.targets.count
    return reduce(
      losses.reduce(0, +), Double(steps), Double(input.logits.first?.count ?? 0))
  }
}

func wrongLoss(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLoss) -> Void
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLoss(), run: { $0($1) },
    change: change)
}

/// Another loss of a step.
func summed(
  _ name: String, _ explanation: String, _ question: String,
  _ loss: @escaping @Sendable (LossStep) -> Double
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrongLoss(name, explanation, question) { $0.loss = loss }
}

/// Another logarithm of a probability.
func logged(
  _ name: String, _ explanation: String, _ question: String,
  _ logarithm: @escaping @Sendable (LossStep, _ word: Int) -> Double
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrongLoss(name, explanation, question) { $0.logarithm = logarithm }
}

/// Another way from the right sum, T and V to the two results.
func reduced(
  _ name: String, _ explanation: String, _ question: String,
  _ reduce:
    @escaping @Sendable (_ sum: Double, _ steps: Double, _ size: Double) -> CrossEntropyOutput
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrongLoss(name, explanation, question) { $0.reduce = reduce }
}

/// Other steps, or other targets for them.
func judging(
  _ name: String, _ explanation: String, _ question: String,
  _ judged: @escaping @Sendable (CrossEntropyInput) -> [LossStep]
) -> Misconception<CrossEntropyInput, CrossEntropyOutput> {
  wrongLoss(name, explanation, question) { $0.judged = judged }
}
