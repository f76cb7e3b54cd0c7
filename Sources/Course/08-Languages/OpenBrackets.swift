import Checking
import Contracts

// MARK: - The stack with its decisions laid open

struct OpenBrackets: Sendable {
  enum Mistake { case ends, goesOn, startsAnew, isPassedOver, allowsTheEnd, allowsAll, isOpened }
  enum Endings { case whenClosed, always, never }

  // The defaults are the right ones.
  var countsApart = false
  var countsAll = false
  var closesFirst = false
  var afterMismatch = Mistake.ends
  var afterEmpty = Mistake.ends
  var endings = Endings.whenClosed
  var hasEmptyString = false
  var goesOnAfterEnd = false
  var offersAllClosings = false
  /// What is done about an EOS that was read, and about a token that there is not.
  var afterEnd = Mistake.ends
  var afterUnknown = Mistake.ends
  /// The kind that a token opens or closes.
  var opens: @Sendable (_ token: Int, _ kinds: Int) -> Int? = { token, _ in
    token % 2 == 0 ? token / 2 : nil
  }
  var closes: @Sendable (_ token: Int, _ kinds: Int) -> Int = { token, _ in token / 2 }
  var openingId: @Sendable (_ kind: Int, _ kinds: Int) -> Int = { kind, _ in 2 * kind }
  var endId: @Sendable (_ kinds: Int) -> Int = { 2 * $0 }
  var offersOpenKinds = false
  var offersClosingsWhenEmpty = false
  var offersAtStart = true
  var opensAtStartOnly = false
  var endsWhenClosed = false
  var closesInSecondHalf = false
  /// The order of openings, closings and EOS; `nil` for the rising one.
  var order: (@Sendable (_ openings: [Int], _ closings: [Int], _ end: [Int]) -> [Int])?
  var openings: @Sendable (_ kinds: Int, _ top: Int?) -> [Int] = { kinds, _ in Array(0..<kinds) }
  var closing: @Sendable (_ kind: Int) -> Int = { 2 * $0 + 1 }

  func callAsFunction(_ read: [Int], _ kinds: Int) -> [Int] {
    if read.isEmpty, !offersAtStart { return [] }
    var open: [Int] = []
    for token in read {
      if token == 2 * kinds, goesOnAfterEnd, open.isEmpty { continue }
      guard (0..<2 * kinds).contains(token) else {
        let mistake = token == 2 * kinds ? afterEnd : afterUnknown
        if mistake == .isPassedOver { continue }
        if mistake == .isOpened {
          open.append(token / 2)
          continue
        }
        return answer(to: mistake, kinds)
      }
      if let kind = opens(token, kinds) {
        open.append(kind)
        continue
      }
      let before = open
      let mistake = close(closes(token, kinds), &open)
      switch mistake {
      case nil, .goesOn: break
      case .startsAnew: open = []
      case .isPassedOver: open = before
      default: return answer(to: mistake, kinds)
      }
    }
    var openings = openings(kinds, open.last).map { openingId($0, kinds) }
    if opensAtStartOnly || endsWhenClosed && open.isEmpty, !read.isEmpty { openings = [] }
    var closings: [Int] = []
    if countsApart || offersOpenKinds {
      closings = Set(open).sorted().map(closing)
    } else if countsAll || offersAllClosings {
      closings = open.isEmpty ? [] : (0..<kinds).map(closing)
    } else if let next = closesFirst ? open.first : open.last {
      closings = [closing(next)]
    } else if offersClosingsWhenEmpty {
      closings = (0..<kinds).map(closing)
    }
    if closesInSecondHalf { closings = closings.map { kinds + ($0 - 1) / 2 } }
    let mayEnd = open.isEmpty && (!read.isEmpty || hasEmptyString)
    let ends = endings == .always && !read.isEmpty || endings == .whenClosed && mayEnd
    let end = ends ? [endId(kinds)] : []
    return order?(openings, closings, end) ?? Set(openings + closings + end).sorted()
  }

  private func answer(to mistake: Mistake?, _ kinds: Int) -> [Int] {
    switch mistake {
    case .allowsTheEnd: [endId(kinds)]
    case .allowsAll: Array(0...2 * kinds)
    default: []
    }
  }

  /// Takes a bracket away.
  ///
  /// - Returns: what is done about a mistake; `nil` if there is none.
  private func close(_ kind: Int, _ open: inout [Int]) -> Mistake? {
    guard !open.isEmpty else { return afterEmpty }
    if countsAll {
      open.removeLast()
    } else if countsApart {
      guard let place = open.lastIndex(of: kind) else { return afterMismatch }
      open.remove(at: place)
    } else {
      let next = closesFirst ? open.removeFirst() : open.removeLast()
      if next != kind { return afterMismatch }
    }
    return nil
  }
}

func wrongBrackets(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenBrackets) -> Void
) -> Misconception<BracketsInput, [[Int]]> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenBrackets(),
    run: { stack, input in input.read.map { stack($0, input.kinds) } },
    change: change)
}
