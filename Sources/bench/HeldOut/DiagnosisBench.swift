import ArgumentParser
import Foundation

/// `bench diagnosis`.
struct DiagnosisBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnosis",
    abstract: "How often the kit fails wrong solutions and names their true cause.",
    discussion: """
      Run it in the course's folder. The solutions are in Tests/HeldOut, kept out of the catalogue: the \
      first set has been looked at since, the second has not. Each is compiled among the model answers \
      and judged in a child process, as lesson run does.
      """)

  @Option(help: "first, second or all.")
  var set = "all"

  @Option(help: "A folder of solutions instead of the sets: an examination of your own.")
  var folder: String?

  @Flag(help: "What was said of each solution, beside what is true of it.")
  var list = false

  @Option(help: "Only cases whose name contains this.")
  var only: String?

  @Flag(help: "Write the rates to \(HeldOutRecord.path).")
  var record = false

  func validate() throws {
    guard set == "all" || HeldOutRun.sets.contains(set) else {
      throw ValidationError("--set is first, second or all")
    }
    guard !record || (only == nil && folder == nil) else {
      throw ValidationError(
        "the rates of other cases are not the set's: --record without --only and --folder")
    }
  }

  func run() throws {
    let root = FileManager.default.currentDirectoryPath
    let run = try HeldOutRun(root: root)
    let date = Date().formatted(.iso8601.year().month().day())
    var kept = (try? HeldOutRecord(readingFrom: root)) ?? HeldOutRecord(date: date, sets: [:])
    for name in names {
      let all = try folder.map { try HeldOutCase.all(in: $0) } ?? run.cases(of: name)
      let cases = all.filter { only.map($0.name.contains) ?? true }
      let clock = ContinuousClock.now
      let findings = try run.findings(cases)
      let (seconds, _) = (ContinuousClock.now - clock).components
      if list { findings.forEach { print($0.line) } }
      let rates = HeldOutRates(findings)
      print("\(folder ?? "\(name) set"), \(cases.count) solutions in \(seconds) s")
      rates.lines.forEach { print("  \($0)") }
      print("  by exercise, of the wrong ones: \(Self.byExercise(findings))\n")
      kept.sets[name] = rates
    }
    if record {
      kept.date = date
      try kept.write(below: root)
    }
  }

  private var names: [String] { folder != nil ? [""] : set == "all" ? HeldOutRun.sets : [set] }

  /// "03.1 4/5": four of five causes named.
  private static func byExercise(_ findings: [HeldOutFinding]) -> String {
    let wrong = findings.filter { !$0.subject.isRight }
    let groups = Dictionary(grouping: wrong, by: \.subject.exercise)
    return groups.sorted { $0.key < $1.key }.map { id, group in
      "\(id) \(group.count { $0.outcome == .namedRight })/\(group.count)"
    }.joined(separator: ", ")
  }
}
