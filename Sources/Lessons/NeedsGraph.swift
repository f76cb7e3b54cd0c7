/// What must pass before what.
public struct NeedsGraph: Sendable {
  private var needs: [String: [String]]

  public init(_ slots: some Sequence<ExerciseSlot>) {
    needs = Dictionary(slots.map { ($0.id, $0.needs) }, uniquingKeysWith: { first, _ in first })
  }

  /// The exercises that `id` names in its `needs`.
  public func direct(_ id: String) -> [String] { needs[id] ?? [] }

  /// Everything that `id` builds on, near and far, each once, prerequisites first.
  public func closure(of ids: some Sequence<String>) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    func visit(_ id: String) {
      guard seen.insert(id).inserted else { return }
      direct(id).forEach(visit)
      order.append(id)
    }
    ids.forEach(visit)
    return order
  }

  /// A way round: `["03.1", "03.2", "03.1"]`, or `nil` when there is none.
  public func cycle(through id: String) -> [String]? {
    var path: [String] = []
    var done: Set<String> = []
    func search(_ current: String) -> Bool {
      path.append(current)
      for next in direct(current) {
        if next == id {
          path.append(next)
          return true
        }
        if done.insert(next).inserted, search(next) { return true }
      }
      path.removeLast()
      return false
    }
    return search(id) ? path : nil
  }
}

extension Lesson {
  /// A cycle of needs can never be satisfied: nobody could begin.
  func needsErrors(knownExercises: [String]) -> [LessonError] {
    let graph = NeedsGraph(exercises)
    var reported: Set<String> = []
    return exercises.compactMap { slot in
      guard !reported.contains(slot.id), let cycle = graph.cycle(through: slot.id) else {
        return nil
      }
      reported.formUnion(cycle)
      let way = cycle.joined(separator: " needs ")
      return LessonError(
        file: file, line: slot.line,
        message: "\(way): a cycle that nobody can begin; drop one of these needs")
    }
  }
}
