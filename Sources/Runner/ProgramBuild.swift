import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A program to be compiled: sources by path below the course's root, and its `main.swift`.
struct Program: Sendable {
  /// A name for its build folder: `03-checks`.
  var name: String
  var main: String
  var sources: [String]
  var shelf: ModuleShelf
  /// Whether the model answers stand in for the student's files.
  var usesReference: Bool
  /// Cells train for a thousand epochs and are optimised.
  ///
  /// Challenges are small: unoptimised, their program compiles in a third of the time, and its
  /// traps say what they are about.
  var isOptimised: Bool
}

/// What the compiler made of it.
enum BuildOutcome: Sendable {
  case built(executable: String)
  case rejected([Diagnostic])
  /// The compiler itself went beyond its limits or fell over.
  case gaveUp(reason: String)
}

/// Drives `swiftc` directly: half a second, where a package build takes two.
struct Compiler: Sendable {
  var toolchain: Toolchain
  var folder: CourseFolder

  /// - Throws: when the compiler cannot be started or files cannot be written.
  func build(_ program: Program) throws -> BuildOutcome {
    let place = "\(folder.state)/build/\(program.name)"
    try folder.write(program.main, to: "\(place)/main.swift")
    let executable = "\(place)/program"
    var arguments = [
      // Swift 5 mode: a top-level var that a later cell changes is no error for a beginner. One
      // frontend for all files takes half the time of one for each.
      program.isOptimised ? "-O" : "-Onone", "-wmo", "-g", "-swift-version", "5", "-module-name",
      "Program", "-diagnostic-style",
      "llvm",
      "-no-color-diagnostics",
      // An expression that the compiler cannot see through is told with its line, before the patience
      // of a reader ends and not after that of our limits.
      "-Xfrontend", "-solver-expression-time-threshold=10", "-I", program.shelf.folder, "-o",
      executable,
    ]
    #if os(Linux)
      arguments.append("-use-ld=lld")  // comes with the toolchain, and is the fastest
    #endif
    if program.usesReference { arguments += ["-D", "REFERENCE"] }
    arguments += ["\(place)/main.swift"] + program.sources.map { "\(folder.root)/\($0)" }
    arguments += program.shelf.objects + program.shelf.linkerFlags
    arguments += program.shelf.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    // swiftc leaves a module for the debugger in its working directory.
    let run = try Captured.run(
      toolchain.compiler, arguments, directory: place, limits: .compiler, seconds: 120)
    switch run.exit {
    case .code(0): return .built(executable: executable)
    case .code:
      let diagnostics = CompilerOutput(run.error + run.output, root: folder.root).diagnostics
      if diagnostics.contains(where: { $0.severity == .error }) { return .rejected(diagnostics) }
      return .gaveUp(reason: PrintedText.cleaned((run.error + run.output).utf8.suffix(2000)))
    case .timedOut, .cpu: return .gaveUp(reason: "the compiler was still at work after 120 s")
    case .memory(let bytes):
      return .gaveUp(reason: "the compiler wanted more than \(bytes >> 30) GB")
    case .signal(let number): return .gaveUp(reason: "the compiler was ended by signal \(number)")
    case .output, .tasks: return .gaveUp(reason: "the compiler went beyond its limits")
    }
  }
}
