// swift-tools-version: 6.1

import PackageDescription

/// A course on another subject, made with the kit: what an author's own package looks like.
let package = Package(
  name: "sorting-course",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "course-kit", path: "../..")
  ],
  targets: [
    // What a student imports, and what an exercise takes and gives.
    .target(name: "Sorting"),
    // The model answers.
    .target(name: "SortingReference", dependencies: ["Sorting"]),
    // The exercises as data: challenges, hints, misconceptions.
    .target(
      name: "SortingExercises",
      dependencies: [
        "Sorting", "SortingReference", .product(name: "CourseKit", package: "course-kit"),
      ]),
    // swift run sorting; the name `lesson` is the kit's.
    .executableTarget(
      name: "sorting",
      dependencies: [
        "SortingExercises", "Sorting", "SortingReference",
        .product(name: "CourseKit", package: "course-kit"),
      ]),
    .testTarget(
      name: "SortingCourseTests",
      dependencies: ["SortingExercises", .product(name: "CourseKit", package: "course-kit")]),
  ]
)
