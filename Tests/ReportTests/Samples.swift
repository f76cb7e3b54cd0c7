import Lessons
import Report
import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A lesson in which everything happens: passed, failed, crashed, locked, promised, stopped.
enum Samples {
  static func lesson(_ markdown: String, file: String = "lessons/03-bptt.md") throws -> Lesson {
    try Lesson(
      parsing: Array(markdown.utf8), file: file,
      knownExercises: ["02.4", "03.1", "03.2", "03.3", "03.4"])
  }

  /// A lesson of one piece of Markdown under a title.
  static func lesson(body: String) throws -> Lesson {
    try lesson("---\ntitle: A title\n---\n\n" + body)
  }

  static func empty(subject: Transcript.Subject = .student) -> Transcript {
    Transcript(
      lesson: "03", title: "A title", subject: subject, seed: 7, toolchain: "Swift version 6.3.1")
  }

  static func bptt() throws -> Lesson {
    try lesson(try Files.text("Fixtures/03-bptt.md"))
  }

  static let student = Transcript(
    lesson: "03", title: "Backpropagation through time", subject: .student, seed: 7,
    toolchain: "Swift version 6.3.1 (swift-6.3.1-RELEASE)",
    exercises: [passed, failed, crashed],
    cells: [
      CellResult(
        label: "lengths", status: .finished,
        events: [
          .text("204 sequences, “aⁿbⁿ” with n from 1 to 11\n"), .figure(.histogram(lengths)),
        ]),
      CellResult(
        label: "training", status: .finished,
        events: [
          .text("epoch 0: 15.910\nepoch 10: 11.163\nepoch 100: 6.276\nepoch 999: 3.0137\n"),
          .figure(.lines(training(scale: 1))), .table(table),
        ]),
      CellResult(
        label: "vanishing", status: .finished, events: [.figure(.lines(vanishing))]),
      CellResult(label: "hidden", status: .finished, events: [.figure(.heatMap(hidden))]),
      CellResult(
        label: "out-of-range",
        status: .failedAsPromised(message: "Fatal error: index 5 is outside a vector of 5")),
      CellResult(label: "slow", status: .timedOut(seconds: 10)),
      CellResult(label: "after", status: .notReached),
    ])

  static let reference = Transcript(
    lesson: "03", title: "Backpropagation through time", subject: .reference, seed: 7,
    toolchain: "Swift version 6.3.1 (swift-6.3.1-RELEASE)",
    cells: [
      CellResult(
        label: "training", status: .finished, events: [.figure(.lines(training(scale: 0.9)))])
    ])

  // MARK: - Exercises

  static let passed = ExerciseResult(
    id: "03.1", title: "The backward pass", points: 4,
    verdict: .passed(checks: 14, worstError: 3.127e-13))

  static let failed = ExerciseResult(
    id: "03.2", title: "Gradient check by central differences", points: 3,
    verdict: .failed(
      Failure(
        claim: "the difference is taken on both sides of the parameter",
        challenge: "T = 4, hidden size 3, seed 7",
        finding: "dV[2, 0] at step 3 should be 0.1974, got 0.7616.",
        divergence: Divergence(
          tensor: "dV", timeStep: 3, index: [2, 0], expected: "0.197375320224904",
          got: "0.761594155955765", worstError: 0.7408, tolerance: 1e-7),
        diagnosis: Diagnosis(
          name: "the difference is one-sided",
          question: "By how much does L(θ + ε) − L(θ) miss the slope when L is curved?"))),
    output: "checking dU…\nchecking dV…\n\u{1B}[31mworst 0.74\u{1B}[0m\n",
    figures: [
      .lines(
        LinePlot(
          title: "Error against step size", description: "One-sided differences are worse.",
          x: .init("step ε", scale: .logarithmic), y: .init("relative error", scale: .logarithmic),
          series: [
            .init("central", role: .reference, x: steps, y: steps.map { $0 * $0 + 1e-16 / $0 }),
            .init("yours", x: steps, y: steps.map { $0 + 1e-16 / $0 }),
          ]))
    ])

  static let crashed = ExerciseResult(
    id: "03.3", title: "Clip by global norm", points: 2,
    verdict: .crashed(
      Crash(
        reason: "Fatal error: index 5 is outside a vector of 5",
        location: "Exercises/03-BPTT.swift:57", function: "clip(_:to:)")))

  private static let steps = (1...24).map { pow(10, -Double($0) / 2) }

  // MARK: - Figures

  static let lengths = Histogram(
    title: "Lengths", description: "About nineteen sequences of each length from 3 to 23.",
    xLabel: "length in tokens", yLabel: "sequences",
    bars: [16, 21, 19, 24, 17, 18, 13, 20, 22, 15, 19].enumerated().map {
      .init(String(2 * $0 + 3), $1)
    })

  /// Two curves that fall from 15.9 towards the floor, with a little noise that is always the same.
  static func training(scale: Double) -> LinePlot {
    let epochs = (0..<1000).map(Double.init)
    let loss = epochs.map { epoch in
      2.75 + scale * (8.2 * exp(-epoch / 9) + 3.6 * exp(-epoch / 130) + 1.4 * exp(-epoch / 700))
    }
    let noise = epochs.map { sin($0 * 1.7) * cos($0 * 0.37) * 0.12 }
    return LinePlot(
      title: "Loss while training", description: "Both curves fall steeply and then level off.",
      x: .init("epoch"), y: .init("loss", unit: "nats per sequence"),
      series: [
        .init("training", x: epochs, y: zip(loss, noise).map { $0 + $1 * 0.4 }),
        .init("validation", x: epochs, y: zip(loss, noise).map { $0 * 1.04 + 0.1 + $1 }),
      ],
      rules: [.init("floor 2.3825", y: 2.3825)])
  }

  static let vanishing = LinePlot(
    title: "Gradient norm by time step",
    description: "The norm falls by a factor of about two with each step back.",
    x: .init("steps back"), y: .init("gradient norm", scale: .logarithmic),
    series: [
      .init("RNN", (0..<23).map { 0.8 * pow(0.47, Double($0)) * (1 + 0.2 * sin(Double($0))) }),
      .init("RNN, untrained", (0..<23).map { 0.3 * pow(0.62, Double($0)) }),
    ])

  static let hidden = HeatMap(
    title: "Hidden state", description: "50 units over 13 tokens.", xLabel: "token read",
    yLabel: "unit", columnNames: "aaaaaabbbbbbE".map(String.init),
    values: (0..<50).map { unit in
      (0..<13).map { step in
        tanh(2.2 * sin(Double(unit) * 1.3 + Double(step) * (0.1 + Double(unit % 7) * 0.09)))
      }
    }, range: -1...1, valueLabel: "activation")

  /// Three optimisers at three learning rates: too slow, right, diverging.
  static let rates: SmallMultiples = {
    let rates = [0.001, 0.01, 0.1]
    let panels = rates.enumerated().flatMap { row, rate in
      (0..<3).map { optimiser in
        let speed = rate * [30, 90, 200][optimiser]
        let train = (0..<100).map { epoch -> Double in
          let loss = 2.4 + 13.5 * exp(-Double(epoch) * speed / 10)
          guard row == 2, optimiser > 0 else { return loss }
          let growth = pow([1, 1.25, 2.2][optimiser], Double(epoch))
          return growth > 1e6 ? .infinity : loss + growth - 1
        }
        return SmallMultiples.Panel(
          [.init("training", train), .init("validation", train.map { $0 * 1.05 + 0.2 })],
          note: row == 1 ? "ends at 2.4" : nil)
      }
    }
    return SmallMultiples(
      title: "Loss by learning rate and optimiser",
      description: "Small rates are slow; at 0.1 only plain descent still falls.",
      x: .init("epoch"), y: .init("loss", unit: "nats per sequence"),
      columnNames: ["SGD", "momentum", "Adam"],
      rowNames: rates.map { "learning rate \($0)" },
      panels: panels.dropLast() + [.init([], note: "every value is NaN from the first epoch on")],
      rules: [.init("floor 2.3825", y: 2.3825)], yRange: 0...18)
  }()

  static let table = Table(
    "Loss at four epochs, nats per sequence", columns: ["epoch", "training", "validation"],
    rows: [
      ["0", "15.910", "16.21"], ["10", "11.163", "11.48"], ["100", "6.276", "6.61"],
      ["999", "3.0137", "3.192"],
    ])
}
