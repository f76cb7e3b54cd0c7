import Authoring
import Checking
import Dispatch
import Lessons
import Runner
import Synchronization

/// `lesson check --mutants`: every misconception against every check, in this process: a misconception is
/// ours, and needs no child to be kept in.
struct MutantReview {
  var course: CourseContext
  var terminal: Terminal
  /// 1, 2, …: another run sees the same.
  var seeds: [UInt64]

  init(_ course: CourseContext, _ terminal: Terminal, seeds: Int) {
    self.course = course
    self.terminal = terminal
    self.seeds = (1...max(1, seeds)).map(UInt64.init)
  }

  /// Writes a page for each lesson and prints a line for each exercise.
  ///
  /// - Returns: the misconceptions that live, as "03.1: a mean for the sum".
  func run(_ lessons: [Lesson]) throws -> [String] {
    var survivors: [String] = []
    for lesson in lessons where !lesson.exercises.isEmpty {
      let matrices = matrices(of: lesson)
      print(terminal.styled("\(lesson.number) \(lesson.title)", .bold))
      for matrix in matrices {
        show(matrix)
        survivors += matrix.survivors.map { "\(matrix.exercise): \($0.name)" }
      }
      let path = "\(course.folder.reports)/mutants-\(lesson.number).html"
      try course.folder.write(MutantPage(lesson: lesson, matrices: matrices).html, to: path)
      print(terminal.styled("    reports/mutants-\(lesson.number).html", .faint) + "\n")
    }
    return survivors
  }

  /// On all processors, in the order of the exercises.
  private func matrices(of lesson: Lesson) -> [MutantMatrix] {
    let ids = Set(lesson.exercises.map(\.id))
    let chosen = course.exercises.filter { ids.contains($0.id) }
    let known = Dictionary(
      course.exercises.map { ($0.id, $0.reference) }, uniquingKeysWith: { first, _ in first })
    let results = Mutex<[Int: MutantMatrix]>([:])
    let seeds = seeds
    if terminal.isLive { Terminal.note("\(lesson.number): \(chosen.count) exercises …") }
    DispatchQueue.concurrentPerform(iterations: chosen.count) { index in
      let matrix = chosen[index].mutantMatrix(seeds) { exercise, input in
        known[exercise]?(input) ?? .noReply("there is no exercise \(exercise)")
      }
      results.withLock { $0[index] = matrix }
    }
    return results.withLock { results in chosen.indices.compactMap { results[$0] } }
  }

  private func show(_ matrix: MutantMatrix) {
    let lives = !matrix.survivors.isEmpty
    let mark = lives ? terminal.styled("✗", .red) : terminal.styled("✓", .green)
    let width = min(100, Terminal.outputWidth)
    print(
      "  \(mark) "
        + folded(
          "\(matrix.exercise) \(matrix.title): \(matrix.words)", width: width, indent: "    "))
    for row in matrix.survivors {
      let seeds = matrix.seeds.count - matrix.deaths(of: row)
      tell("lives for \(seeds) of \(matrix.seeds.count) seeds: \(row.name)", .red, width)
    }
    for row in matrix.rows where matrix.isWeaklyKilled(row) {
      let killer = matrix.columns.indices.first { row.cells[$0].isReliable }
      let check = killer.map { "by \(matrix.label(ofColumn: $0)), \(matrix.columns[$0].name)" }
      tell("killed \(check ?? "by no check for every seed"): \(row.name)", .yellow, width)
    }
    for column in matrix.idleColumns {
      tell(
        "kills nothing: \(matrix.label(ofColumn: column)), \(matrix.columns[column].name)", .faint,
        width)
    }
    for row in matrix.rows {
      switch row.naming {
      case .named, .nothingFailed: break
      case .silent: tell("not named: \(row.name)", .yellow, width)
      case .takenFor(let other): tell("taken for '\(other)': \(row.name)", .red, width)
      }
    }
  }

  private func tell(_ text: String, _ style: Terminal.Style, _ width: Int) {
    print("      " + terminal.styled(folded(text, width: width, indent: "        "), style))
  }
}
