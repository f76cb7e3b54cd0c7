// swift-tools-version: 6.1

import Foundation
import PackageDescription

/// Wide registers and fused multiply–add, where this machine has them: without, `addProduct` is a
/// call into libm, and training is twenty times slower.
///
/// The flag steers Swift's own code generation, too.
let machine: [SwiftSetting] = {
  let flags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let hasWideRegisters = flags.contains(" avx2 ") && flags.contains(" fma ")
  return hasWideRegisters ? [.unsafeFlags(["-Xcc", "-march=native"])] : []
}()

/// What every room of ours is built with: Swift 6, three upcoming features, optimised.
let house: [SwiftSetting] =
  machine + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    // Optimised in debug builds too: `swift run` is what a student types, a thousand epochs are what
    // a lesson trains, and a matrix–vector loop is some twenty times slower without.
    .unsafeFlags(["-O"]),
  ]

/// The student's files: Swift 5 mode, because in Swift 6 mode a top-level `var` that a later
/// cell changes is an isolation error, which is no lesson for a beginner.
let student: [SwiftSetting] = [.swiftLanguageMode(.v5), .unsafeFlags(["-O"])]

/// The student's files of lesson 05, with what binds them.
let frameworkExercises = ["05-Framework.swift", "Bindings/05-FrameworkBindings.swift"]
/// What lies beside them in the same folder.
let otherExercises =
  ["Given", "Bindings/AllBindings.swift"]
  + [
    "01-Encoding", "02-RNNForward", "03-BPTT", "04-LSTM", "06-Batches", "07-GRU", "08-Languages",
    "09-DeepAndBidirectional",
  ].flatMap { ["\($0).swift", "Bindings/\($0)Bindings.swift"] }

let package = Package(
  name: "course-kit",
  platforms: [.macOS(.v15)],
  products: [
    // The kit, for a course in a package of its own.
    .`library`(
      name: "CourseKit",
      targets: [
        "CommonMark", "Transcripts", "Lessons", "Checking", "Runner", "Report", "Handout",
        "StudentRuntime", "CourseCommands",
      ]),
    // This package's course.
    .executable(name: "lesson", targets: ["lesson"]),
    .executable(name: "bench", targets: ["bench"]),
  ],
  traits: [
    .default(enabledTraits: ["Torch"]),
    .trait(
      name: "Torch",
      description: "Lesson 05 on libtorch (apt libtorch-dev); without it everything else is built."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // The tooling tower.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CommonMark", dependencies: ["CCMark"], swiftSettings: house),
    .target(name: "Transcripts", swiftSettings: house),
    .target(
      name: "Lessons",
      dependencies: ["CommonMark", "Transcripts", .product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    .target(name: "Checking", dependencies: ["Transcripts"], swiftSettings: house),
    .target(
      name: "CompilerErrors", dependencies: ["Lessons", "Transcripts"], swiftSettings: house),
    .target(name: "CChild"),
    .target(
      name: "Runner",
      dependencies: ["CChild", "CompilerErrors", "Lessons", "Transcripts", "Checking"],
      swiftSettings: house),
    .target(
      name: "Report", dependencies: ["Lessons", "Transcripts", "CommonMark"],
      swiftSettings: house),
    .target(
      name: "Handout", dependencies: ["CommonMark", "Lessons", "Transcripts", "Report"],
      swiftSettings: house),
    .target(
      name: "Authoring",
      dependencies: ["CommonMark", "Lessons", "Transcripts", "Report", "Checking"],
      swiftSettings: house),
    .target(name: "Progression", swiftSettings: house),
    .target(
      name: "LivePage", dependencies: [.product(name: "FlyingFox", package: "FlyingFox")],
      swiftSettings: house),
    // `lesson watch`: what it knows and shows, as values; the files it watches; the terminal.
    .target(name: "Watching", dependencies: ["Transcripts"], swiftSettings: house),
    .target(name: "FileEvents", swiftSettings: house),
    .target(name: "CConsole"),
    .target(name: "Consoles", dependencies: ["CConsole"], swiftSettings: house),
    .target(
      name: "CourseCommands",
      dependencies: [
        "CommonMark", "Lessons", "Transcripts", "Checking", "Runner", "Report", "Handout",
        "Authoring", "LivePage", "Progression", "StudentRuntime", "Watching", "FileEvents",
        "Consoles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // The numerics tower.
    .target(name: "Recurrent", swiftSettings: house),
    .target(name: "Contracts", dependencies: ["Recurrent"], swiftSettings: house),
    .target(name: "Engines", dependencies: ["Recurrent"], swiftSettings: house),
    .target(name: "Trainers", dependencies: ["Recurrent", "Engines"], swiftSettings: house),
    .target(name: "Reference", dependencies: ["Recurrent", "Trainers"], swiftSettings: house),
    // What networks are examined in: words, near misses, and how far a network counts.
    .target(name: "Languages", dependencies: ["Recurrent", "Trainers"], swiftSettings: house),
    // A published lab's mistakes, to be shown in lesson cells and recognised in answers.
    .target(
      name: "PublishedFaults", dependencies: ["Recurrent", "Engines"], swiftSettings: house),
    .target(
      name: "Course",
      dependencies: [
        "Recurrent", "Contracts", "Reference", "Trainers", "Languages", "PublishedFaults",
        "Checking", "Lessons", "Transcripts",
      ],
      swiftSettings: house),

    // The framework: real, heavy, and never linked into `lesson`. Without the trait the same functions
    // say that libtorch is missing, so that nothing else needs to know.
    .target(
      name: "CTorch",
      cxxSettings: [
        .define("WITH_LIBTORCH", .when(traits: ["Torch"])),
        .unsafeFlags(["-I/usr/include/torch/csrc/api/include"], .when(traits: ["Torch"])),
        .unsafeFlags(["-O2"]),
      ],
      linkerSettings: ["torch", "torch_cpu", "c10"].map {
        .linkedLibrary($0, .when(traits: ["Torch"]))
      }),
    .target(name: "Torch", dependencies: ["CTorch", "Recurrent"], swiftSettings: house),
    .target(
      name: "FrameworkReference", dependencies: ["Torch", "Recurrent"], swiftSettings: house),

    // The student's side of the bridge.
    .target(name: "StudentRuntime", dependencies: ["Transcripts"], swiftSettings: house),
    .target(
      name: "Pictures", dependencies: ["Recurrent", "StudentRuntime", "Transcripts"],
      swiftSettings: house),
    .target(
      name: "Exercises", dependencies: ["Recurrent", "Contracts", "StudentRuntime", "Pictures"],
      path: "Exercises", exclude: frameworkExercises + ["Given"], swiftSettings: student),
    .executableTarget(
      name: "student", dependencies: ["Exercises", "StudentRuntime"], swiftSettings: student),
    // A target of their own: loading libtorch takes more than a second, and the others need not wait.
    .target(
      name: "FrameworkExercises",
      dependencies: ["Recurrent", "Contracts", "StudentRuntime", "Pictures", "Torch"],
      path: "Exercises", exclude: otherExercises, sources: frameworkExercises,
      swiftSettings: student),
    .executableTarget(
      name: "framework-student", dependencies: ["FrameworkExercises", "StudentRuntime"],
      swiftSettings: student),

    // What people run.
    .executableTarget(
      name: "lesson",
      dependencies: [
        "CourseCommands", "Course", "Lessons", "Checking", "Runner", "Recurrent", "Contracts",
        "Reference", "Pictures", "StudentRuntime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Recurrent", "Reference", "Trainers", "Torch", "FrameworkReference", "Consoles", "Checking",
        "Course", "Lessons", "Runner", "Transcripts", "Contracts", "Pictures", "StudentRuntime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Baseline"], swiftSettings: house),

    // Tests, one target per room, and one for the student's exercises.
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: house),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons"], swiftSettings: house),
    .testTarget(
      name: "CheckingTests", dependencies: ["Checking", "Transcripts"], swiftSettings: house),
    .testTarget(name: "RecurrentTests", dependencies: ["Recurrent"], swiftSettings: house),
    .testTarget(
      name: "LanguagesTests", dependencies: ["Languages", "Recurrent", "Reference", "Trainers"],
      swiftSettings: house),
    .testTarget(
      name: "ReferenceTests", dependencies: ["Recurrent", "Engines", "Reference", "Trainers"],
      swiftSettings: house),
    .testTarget(
      name: "TorchTests",
      dependencies: ["Torch", "Recurrent", "Reference", "FrameworkReference", "bench"],
      exclude: ["Golden"],
      swiftSettings: house),
    .testTarget(name: "GoldenTests", dependencies: ["Course", "Checking"], swiftSettings: house),
    .testTarget(
      name: "RunnerTests",
      dependencies: [
        "Runner", "CompilerErrors", "Lessons", "Checking", "Transcripts", "StudentRuntime",
        "Contracts", "Course", "Pictures",
      ],
      exclude: ["CompilerErrors"],
      swiftSettings: house),
    .testTarget(
      name: "ExerciseTests",
      dependencies: [
        "Course", "Runner", "Lessons", "Checking", "Transcripts", "student",
        "framework-student", "lesson", "Torch",
      ],
      swiftSettings: house),
    .testTarget(
      name: "LessonCommandTests",
      dependencies: ["lesson", "Checking", "Consoles", "Course", "Lessons", "Transcripts"],
      swiftSettings: house),
    .testTarget(
      name: "CourseTests",
      dependencies: [
        "Course", "Checking", "Contracts", "PublishedFaults", "Recurrent", "Reference",
        "Transcripts",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AuthoringTests", dependencies: ["Authoring", "Checking", "Lessons", "Transcripts"],
      swiftSettings: house),
    .testTarget(name: "ProgressionTests", dependencies: ["Progression"], swiftSettings: house),
    .testTarget(
      name: "WatchingTests", dependencies: ["Watching", "Transcripts"], swiftSettings: house),
    .testTarget(name: "FileEventsTests", dependencies: ["FileEvents"], swiftSettings: house),
    .testTarget(
      name: "LivePageTests",
      dependencies: ["LivePage", .product(name: "FlyingSocks", package: "FlyingFox")],
      swiftSettings: house),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Lessons", "Transcripts", "CommonMark"],
      exclude: ["Fixtures", "Golden"], swiftSettings: house),
    .testTarget(
      name: "PicturesTests",
      dependencies: ["Pictures", "Report", "Recurrent", "Reference", "Transcripts"],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "HeldOutTests", dependencies: ["bench", "Torch", "Transcripts"], swiftSettings: house),
    .testTarget(
      name: "HandoutTests",
      dependencies: ["Handout", "Report", "Lessons", "Transcripts", "CommonMark"],
      swiftSettings: house),
  ],
  cxxLanguageStandard: .cxx17
)
