import Transcripts

extension WatchState {
  /// What a key does, in the view that is open.
  mutating func press(_ key: Key) -> [WatchEffect] {
    switch key {
    case .endOfInput: return [.cancel, .quit]
    // To a question that offers a yes and a no, it is a no.
    case .character("q") where !isAsking: return [.cancel, .quit]
    case .redraw: return []
    default: break
    }
    // What is typed into a check is not meant for what it will show.
    if isChecking { return [] }
    notice = nil
    switch view {
    case .confirmReset(let id): return answer(key, id)
    case .list(let cursor): return inList(key, cursor)
    case .hint(let page): return inHint(key, page)
    case .verdict(let scroll): return inVerdict(key, scroll)
    }
  }

  private var isAsking: Bool { if case .confirmReset = view { true } else { false } }

  private mutating func inVerdict(_ key: Key, _ scroll: Int) -> [WatchEffect] {
    switch key {
    case .up, .character("k"): view = .verdict(scroll: max(0, scroll - 1))
    case .down, .character("j"): view = .verdict(scroll: scroll + 1)
    case .pageUp: view = .verdict(scroll: max(0, scroll - 10))
    case .pageDown, .character(" "): view = .verdict(scroll: scroll + 10)
    case .character("["): return [.hint(exercise: current, .last)]
    default: return command(key)
    }
    return []
  }

  /// The keys that do the same everywhere.
  private mutating func command(_ key: Key) -> [WatchEffect] {
    switch key {
    case .character("n"): return goOn()
    case .character("r"): return check(.lesson)
    case .character("c"): return check(.all)
    case .character("h"): return [.hint(exercise: current, .next)]
    case .character("l"):
      view = .list(cursor: lesson.exercises.firstIndex { $0.id == current } ?? 0)
    case .character("x"): view = .confirmReset(current)
    default: break
    }
    return []
  }

  private mutating func goOn() -> [WatchEffect] {
    view = .verdict(scroll: 0)
    guard isPassed(current) else {
      notice = "\(current) is not passed yet; h gives a hint, l goes to another one"
      return []
    }
    if let next = nextOpen {
      current = next
      return []
    }
    guard record.regressions.isEmpty else {
      let ids = record.regressions.map(\.result.id).joined(separator: ", ")
      notice = "lesson \(lesson.number) passes; what it builds on does not: \(ids)"
      return []
    }
    guard let next = lesson.next else {
      notice = "every exercise of this lesson passes, and it is the last. Well done"
      return []
    }
    return [.cancel, .open(lesson: next)]
  }

  private mutating func inList(_ key: Key, _ cursor: Int) -> [WatchEffect] {
    let last = max(0, lesson.exercises.count - 1)
    switch key {
    case .up, .character("k"): view = .list(cursor: max(0, cursor - 1))
    case .down, .character("j"): view = .list(cursor: min(last, cursor + 1))
    case .pageUp: view = .list(cursor: 0)
    case .pageDown: view = .list(cursor: last)
    case .enter, .character("c"):
      guard lesson.exercises.indices.contains(cursor) else { return [] }
      current = lesson.exercises[cursor].id
      isChosen = true
      view = .verdict(scroll: 0)
    case .character("x"):
      guard lesson.exercises.indices.contains(cursor) else { return [] }
      view = .confirmReset(lesson.exercises[cursor].id)
    case .character("r"): return check(.lesson)
    case .escape, .character("l"), .left: view = .verdict(scroll: 0)
    default: break
    }
    return []
  }

  private mutating func inHint(_ key: Key, _ page: HintPage) -> [WatchEffect] {
    switch key {
    case .character("["), .left:
      return page.number > 1 ? [.hint(exercise: page.exercise, .number(page.number - 1))] : []
    case .character("]"), .right:
      guard page.number < page.seen else {
        notice =
          page.number < page.count
          ? "h shows the next hint" : "that was the last hint"
        return []
      }
      return [.hint(exercise: page.exercise, .number(page.number + 1))]
    case .character("h"):
      guard page.number < page.count else {
        notice = "that was the last hint; [ pages back"
        return []
      }
      return [.hint(exercise: page.exercise, .number(page.number + 1))]
    case .escape, .enter, .character(" "):
      view = .verdict(scroll: 0)
      return []
    default:
      view = .verdict(scroll: 0)
      return command(key)
    }
  }

  private mutating func answer(_ key: Key, _ id: String) -> [WatchEffect] {
    view = .verdict(scroll: 0)
    guard key == .character("y") || key == .character("Y") else {
      notice = "nothing was changed"
      return []
    }
    return [.reset(exercise: id)]
  }
}
