// What a short training shows: one sequence that can be learned by heart, and a floor that nobody is below.

extension FirstLook {
  /// Nats per token below which a sequence counts as learned.
  private static var bound: Double { 0.1 }
  private static var epochs: Int { 400 }
  /// Larger than for the training itself: one sequence has nothing to forget.
  private static var rate: Double { 0.1 }

  func oneSequence() throws -> [Measurement] {
    // Short, so that it takes a moment, and not so short that a bias would do.
    guard let example = some.filter({ $0.inputs.count >= 4 }).min(by: shorter) ?? some.first else {
      return []
    }
    var trained = parameters
    let losses = try train(&trained, [example], Self.epochs, Self.rate)
      .map { $0 / Double(example.inputs.count) }
    let name = "\(example.inputs.count) tokens by heart, \(Self.epochs) epochs"
    let usual = "below \(Self.bound) per token"
    guard let last = losses.last else { return [] }
    if let impossible = losses.first(where: { $0 < 0 }) {
      return [
        Measurement(
          name, measured: "\(significant(impossible))", usual: usual, .bug,
          """
          The loss of one sequence falls to \(significant(impossible)) nats per token, and no cross-entropy \
          is below 0. Which sign, or which term of the loss, is missing?
          """)
      ]
    }
    let learned = losses.firstIndex { $0 < Self.bound }
    if let learned, last < Self.bound {
      return [
        Measurement(
          name, measured: "below \(Self.bound) after \(learned)", usual: usual, .fine,
          """
          One sequence of \(example.inputs.count) tokens, trained on alone at the rate \(Self.rate), is \
          known by heart after \(learned) epochs: below \(Self.bound) nats per token, from \
          \(significant(losses[0])).
          """)
      ]
    }
    return [
      Measurement(
        name, measured: "\(significant(last))", usual: usual, .warning,
        """
        After \(Self.epochs) epochs at the rate \(Self.rate) on one sequence of \(example.inputs.count) \
        tokens the loss is \(significant(last)) nats per token, from \(significant(losses[0])); a network \
        of this size can know it by heart. Does each step go down the gradient of this very loss?
        """)
    ]
  }

  private func shorter(_ a: Example, _ b: Example) -> Bool { a.inputs.count < b.inputs.count }

  // MARK: - The exact floor

  func floor() throws -> [Measurement] {
    // Of k different sequences that begin alike, a predictor gives one unit of probability to all: their
    // mean loss is at least ln k.
    let alike = alike
    guard alike.count > 1 else { return [] }
    let floor = log(Double(alike.count))
    let inWords = "ln \(alike.count) = \(significant(floor))"
    var trained = parameters
    let epochs = 100
    let recorded = try train(&trained, alike, epochs, Self.rate / 2)
    let after = try alike.map { try pass($0, nil, trained).loss }.reduce(0, +) / Double(alike.count)
    let least = min(recorded.min() ?? after, after)
    let name = "\(alike.count) that begin alike, \(epochs) epochs"
    guard least >= floor * (1 - 1e-9) else {
      let whose = least == after ? "yours pays" : "your loop records"
      return [
        Measurement(
          name, measured: "\(significant(least)) each", usual: "not below \(inWords)",
          .bug,
          """
          \(alike.count) different sequences that begin alike cost at least \(inWords) nats on average, \
          whatever the network, and \(whose) \(significant(least)): that is no triumph but a bug. Does the \
          network see its targets, or is the loss divided or cut short?
          """)
      ]
    }
    return [
      Measurement(
        name, measured: "\(significant(after)) each", usual: "not below \(inWords)",
        .fine,
        """
        \(alike.count) different sequences that begin alike cost at least \(inWords) nats on average, \
        whatever the network; after \(epochs) epochs yours pays \(significant(after)).
        """)
    ]
  }

  /// Up to four of the shortest examples that begin with the same token and go on differently.
  private var alike: [Example] {
    var groups: [Int: [Example]] = [:]
    for example in some {
      guard let first = example.inputs.first else { continue }
      if groups[first]?.contains(where: { $0.targets == example.targets }) != true {
        groups[first, default: []].append(example)
      }
    }
    let largest = groups.sorted { $0.key < $1.key }.map(\.value).max { $0.count < $1.count }
    return Array((largest ?? []).sorted(by: shorter).prefix(4))
  }
}
