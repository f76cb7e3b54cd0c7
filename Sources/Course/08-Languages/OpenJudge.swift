import Checking
import Contracts
import Recurrent

// MARK: - The verdict with its decisions laid open

struct OpenJudge: Sendable {
  /// What one step is judged by.
  struct Step {
    var p: Vector
    /// What may follow, and what is expected.
    var next, expected: [Int]
    var likeliest: Int
    var threshold: Double

    var isSound: Bool { expected.allSatisfy(next.contains) }
    var isComplete: Bool { next.allSatisfy(expected.contains) }
    /// The probability of all that may follow together.
    var mass: Double { next.reduce(0) { $0 + p[$1] } }
  }

  // The defaults are the right ones.
  var seen: @Sendable (_ p: Vector) -> Vector = { $0 }
  var reaches: @Sendable (_ probability: Double, _ threshold: Double) -> Bool = { $0 >= $1 }
  var threshold: @Sendable (_ given: Double, _ p: Vector) -> Double = { given, _ in given }
  var expected: (@Sendable (_ p: Vector, _ next: [Int]) -> [Int])?
  var sound: @Sendable (Step) -> Bool = { $0.isSound }
  var complete: @Sendable (Step) -> Bool = { $0.isComplete }
  var isDeterministic: @Sendable (Step) -> Bool = { $0.next.count == 1 }
  /// Whether a deterministic step, or any, adds to `deterministicRight`.
  var isRight: @Sendable (Step) -> Bool = { $0.next.contains($0.likeliest) }
  var countsRightEverywhere = false
  /// From the steps to the string.
  var whole: @Sendable ([Bool]) -> Bool = { $0.allSatisfy(\.self) }
  var exchanged = false
  var stopsAtMistake = false
  /// From a step's two verdicts to whether it is exact, and from the string's.
  var exact: @Sendable (_ sound: Bool, _ complete: Bool) -> Bool = { $0 && $1 }
  var finish: @Sendable (inout PredictionVerdict) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] verdict in
        oldValue(&verdict)
        finish(&verdict)
      }
    }
  }

  func callAsFunction(_ input: JudgingInput) -> PredictionVerdict {
    var (sound, complete, steps, right): ([Bool], [Bool], Int, Int) = ([], [], 0, 0)
    for (p, next) in zip(input.probabilities.map(seen), input.mayFollow) {
      let threshold = threshold(input.threshold, p)
      let step = Step(
        p: p, next: next,
        expected: expected?(p, next) ?? p.indices.filter { reaches(p[$0], threshold) },
        likeliest: p.indexOfMaximum ?? 0, threshold: threshold)
      let (isSound, isComplete) = (self.sound(step), self.complete(step))
      sound.append(exchanged ? isComplete : isSound)
      complete.append(exchanged ? isSound : isComplete)
      let isDeterministic = isDeterministic(step)
      if isDeterministic { steps += 1 }
      if isDeterministic || countsRightEverywhere, isRight(step) { right += 1 }
      if stopsAtMistake, !(isSound && isComplete) { break }
    }
    var verdict = PredictionVerdict(
      sound: sound, complete: complete, deterministicSteps: steps, deterministicRight: right,
      isSound: whole(sound), isExact: whole(zip(sound, complete).map { exact($0, $1) }))
    finish(&verdict)
    return verdict
  }
}

func wrongJudging(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenJudge) -> Void
) -> Misconception<JudgingInput, PredictionVerdict> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenJudge(), run: { $0($1) },
    change: change)
}
