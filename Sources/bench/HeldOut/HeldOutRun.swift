import Checking
import Course
import Dispatch
import Lessons
import Runner
import Synchronization
import Transcripts

/// Puts the cases of a set to the kit, each in a program and a child process of its own.
struct HeldOutRun {
  static let sets = ["first", "second"]

  private var root: String
  private var substitution: Substitution

  /// - Parameter root: the course's folder.
  init(root: String) throws {
    self.root = root
    let folder = CourseFolder(root: root)
    substitution = Substitution(
      folder: folder,
      curriculum: try Curriculum(folder, knownExercises: courseExercises.map(\.id)),
      exercises: courseExercises, modules: .recurrentNetworks,
      toolchain: try Toolchain.find(remembering: folder))
  }

  func cases(of set: String) throws -> [HeldOutCase] {
    try HeldOutCase.all(in: "\(root)/Tests/HeldOut/\(set)")
  }

  /// A finding for each case, in their order.
  ///
  /// - Parameter workers: how many at once; each compiles, so that more than processors do not help.
  func findings(
    _ cases: [HeldOutCase], workers: Int = 2,
    observe: @Sendable @escaping (HeldOutFinding) -> Void = { _ in }
  ) throws -> [HeldOutFinding] {
    let state = Mutex<(next: Int, found: [Int: Result<HeldOutFinding, any Error>])>((0, [:]))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while true {
        let index = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < cases.count else { return }
        let result = Result { try finding(cases[index], place: "held-out-\(worker)") }
        if case .success(let finding) = result { observe(finding) }
        state.withLock { $0.found[index] = result }
      }
    }
    let found = state.withLock { $0.found }
    return try cases.indices.compactMap { try found[$0]?.get() }
  }

  private func finding(_ subject: HeldOutCase, place: String) throws -> HeldOutFinding {
    HeldOutFinding(
      subject,
      try substitution.result(of: subject.exercise, with: subject.functions, in: place).verdict)
  }
}
