import Checking
import Contracts
import Recurrent
import Reference

// MARK: - The reach with its decisions laid open

struct OpenReach: Sendable {
  // The defaults are the right ones.
  var changes = [-1, 1]
  var letters: @Sendable (_ letters: Int) -> [Int] = { Array(0..<$0) }
  var changesAll = false
  var tries: @Sendable (_ misses: [[Int]], _ letters: Int) -> [[Int]] = { misses, _ in misses }
  var triesMisses = true
  var needsAllMisses = false
  var shift = 0
  var stopsAtFailure = false
  var dividesByAll = false
  var beyondFromOne = false
  var edge = 0
  var sharesOfStrings = false
  var leavesOutLongest = false
  /// Each length n − 1 or n + 1 in the order of the lengths, and all letters for each.
  var goesByChange = false
  var leavesOutEmptyBlocks = false
  /// What of an n is found out, from what the recogniser said.
  var isRefused: @Sendable (_ accepted: Bool, _ fooled: Bool) -> Bool = { accepted, _ in !accepted }
  var isFooled: @Sendable (_ accepted: Bool, _ fooled: Bool) -> Bool = { _, fooled in fooled }
  var isRight: @Sendable (_ accepted: Bool, _ fooled: Bool) -> Bool = { $0 && !$1 }
  /// How many n are asked about, from what was found out so far.
  var asksOn: @Sendable (_ refused: [Bool], _ fooled: [Bool]) -> Bool = { _, _ in true }
  var leavesOutFirst = false
  /// What the shares are divided by; `nil` for the number of their n.
  var insideCount: (@Sendable (_ trained: Int, _ longest: Int) -> Int)?
  var beyondCount: (@Sendable (_ trained: Int, _ longest: Int) -> Int)?
  var findsLast = false
  var finish: @Sendable (inout Reach, _ longest: Int) -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] reach, longest in
        oldValue(&reach, longest)
        finish(&reach, longest)
      }
    }
  }

  func callAsFunction(_ input: ReachInput) throws -> ReachOutput {
    ReachOutput(
      nearMisses: try input.lengths.map { try misses($0, input.letters) },
      reach: try reach(input))
  }

  private func misses(_ n: Int, _ count: Int) throws -> [[Int]] {
    var places = letters(count).flatMap { letter in changes.map { (letter, $0) } }
    if goesByChange { places = changes.flatMap { change in letters(count).map { ($0, change) } } }
    var misses: [[Int]] = []
    for (letter, change) in places where !leavesOutEmptyBlocks || n + change > 0 {
      misses.append(
        (0..<count).flatMap {
          Array(repeating: $0, count: max(0, $0 == letter || changesAll ? n + change : n))
        } + [count])
    }
    return tries(misses + [try countingString(n, letters: count).dropLast()], count)
  }

  private func reach(_ input: ReachInput) throws -> Reach {
    let longest = leavesOutLongest ? input.longest - 1 : input.longest
    let trained = input.trained + edge
    let accepts = input.recogniser.accepts
    var (refused, fooled, isRight): ([Bool], [Bool], [Bool]) = ([], [], [])
    for n in 1...longest {
      guard asksOn(refused, fooled), n > 1 || !leavesOutFirst else {
        refused.append(false)
        fooled.append(false)
        isRight.append(false)
        continue
      }
      let isAccepted = accepts(try countingString(n, letters: input.letters))
      let all = try misses(n, input.letters)
      let passes = needsAllMisses ? all.allSatisfy(accepts) : all.contains(where: accepts)
      let isPassed = triesMisses && passes
      refused.append(isRefused(isAccepted, isPassed))
      fooled.append(isFooled(isAccepted, isPassed))
      isRight.append(self.isRight(isAccepted, isPassed && !sharesOfStrings))
    }
    if stopsAtFailure, let first = isRight.firstIndex(of: false) {
      for k in first..<isRight.count { isRight[k] = false }
    }
    func share(_ range: Range<Int>, _ count: Int?) -> Double {
      let right = Double(isRight[range].count { $0 })
      return right / Double(dividesByAll ? isRight.count : count ?? range.count)
    }
    func first(_ found: [Bool]) -> Int? {
      (findsLast ? found.lastIndex(of: true) : found.firstIndex(of: true)).map { $0 + 1 + shift }
    }
    var reach = Reach(
      firstRefused: first(refused), firstNearMiss: first(fooled),
      inside: share(0..<trained, insideCount?(input.trained, input.longest)),
      beyond: share(
        (beyondFromOne ? 0 : trained)..<longest, beyondCount?(input.trained, input.longest)))
    finish(&reach, input.longest)
    return reach
  }
}

func wrongReach(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenReach) -> Void
) -> Misconception<ReachInput, ReachOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenReach(), run: { try $0($1) },
    change: change)
}
